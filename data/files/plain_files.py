"""Files that people put into a folder: read only if plain, inside it, of bounded size; how they are shown."""

import stat
from pathlib import Path


class UnfitFileError(Exception):
    """Why a file is not read, in words that go on from its name."""


def read_bytes(path: Path, largest: int) -> bytes:
    """The bytes of a plain file of at most `largest` bytes inside its own folder, else UnfitFileError."""
    check_file(path, largest)
    with path.open("rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise too_large_error(largest)
    return content


def check_file(path: Path, largest: int) -> None:
    """Raise UnfitFileError unless this is a plain file of at most `largest` bytes inside its own folder."""
    if path.is_symlink() and path.resolve().parent != path.parent.resolve():
        raise UnfitFileError("is a link that leads out of its folder")
    if not path.exists():
        raise UnfitFileError("is not there")
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise UnfitFileError("is a folder, not a file" if stat.S_ISDIR(mode) else "is not a plain file")
    if path.stat().st_size > largest:
        raise too_large_error(largest)


def too_large_error(largest: int) -> UnfitFileError:
    return UnfitFileError(f"is larger than {largest // 1_000_000} MB")


def shorten_path(path: Path) -> Path:
    """The path from here if it lies here: what messages show."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
