"""A file replaced at one moment: written beside, held by the disk, then renamed."""

import os
import sys
from pathlib import Path


def replace_file(path: Path, content: bytes, ending: str = ".new") -> None:
    """Replace or make a file; whatever is killed before leaves the old one, and a file with `ending`."""
    beside = path.with_name(path.name + ending)
    write_file(beside, content)
    beside.replace(path)
    sync_path(path.parent)


def write_file(path: Path, content: bytes) -> None:
    """Write a file that the disk holds when this returns."""
    path.write_bytes(content)
    sync_path(path)


def sync_path(path: Path) -> None:
    """Have the disk hold what was written to a file or folder."""
    if path.is_dir() and sys.platform == "win32":
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
