"""Zip archives from outside: members in memory, under limits. No path of an archive is used on the disk."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from data.parsers.limits import Budget, shorten_name
from data.parsers.sheets import TooLargeError, UnreadableError

ENTRY = b"PK\x01\x02"
"""What each entry of a zip directory begins with."""
LOCAL_HEADER = 30
"""Bytes before each member at least."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How members may be packed: Python's reader of bzip2 and LZMA unpacks whole chunks of gigabytes."""
DAMAGED = "is damaged: it cannot be unpacked"


def list_names(file: str, content: bytes, budget: Budget) -> list[str]:
    """The names of all members; UnreadableError where the directory is damaged or promises too much."""
    with _open_archive(file, content, budget) as archive:
        return archive.namelist()


def unpack(file: str, content: bytes, budget: Budget, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted members by name; UnreadableError where the archive is damaged, locked or too large."""
    with _open_archive(file, content, budget) as archive:
        wanted = [info for info in archive.infolist() if not info.is_dir() and is_wanted(info.filename)]
        for info in wanted:
            _check_member(file, info)
        if sum(info.file_size for info in wanted) > budget.unpacked_left:
            budget.add_unpacked(file, sum(info.file_size for info in wanted))
        return {info.filename: _unpack_member(file, archive, info, budget) for info in wanted}


@contextmanager
def _open_archive(file: str, content: bytes, budget: Budget) -> Iterator[zipfile.ZipFile]:
    if content.count(ENTRY) > budget.limits.members:  # before a directory of a million entries is built
        raise TooLargeError(file, f"holds more than {budget.limits.members} files")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(file, archive)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableError(file, DAMAGED) from error


def _check_directory(file: str, archive: zipfile.ZipFile) -> None:
    """Refuse names that a reader may take for one another, and members that share bytes."""
    infos = archive.infolist()
    for name, count in Counter(info.filename.replace("\\", "/").casefold() for info in infos).items():
        if count > 1:
            raise UnreadableError(file, "holds two files of one name", value=shorten_name(name))
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    for (offset, size), (following, _) in pairwise([*places, (archive.start_dir, 0)]):
        if offset < 0 or offset + LOCAL_HEADER + size > following:
            raise UnreadableError(file, "holds files that overlap")


def _check_member(file: str, info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise UnreadableError(file, "is locked with a password")
    if info.compress_type not in METHODS:
        raise UnreadableError(
            file, "is packed by another method than deflate", value=shorten_name(info.filename)
        )


def _unpack_member(file: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    with archive.open(info) as member:
        content = member.read(budget.unpacked_left + 1)
    budget.add_unpacked(file, len(content))
    return content
