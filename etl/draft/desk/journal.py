"""Several files replaced as one: a journal takes everything back if the process is killed between.

The journal holds the bytes of before. It counts once its list is written, and until its folder is renamed.
"""

import json
import os
import shutil
from pathlib import Path

LIST = "journal.json"
OVER = ".over"


def recover(journal: Path) -> list[str]:
    """Undo what a killed merge left half done: the names of the files that were put back."""
    shutil.rmtree(journal.with_name(journal.name + OVER), ignore_errors=True)
    if not journal.is_dir():
        return []
    listed = journal / LIST
    told = json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else {}
    for name, target in told.items():
        _replace(Path(target), (journal / name).read_bytes())
    _close(journal)
    return sorted(told)


def replace_all(journal: Path, files: dict[Path, bytes]) -> None:
    """Replace the content of existing files, all or none."""
    journal.mkdir(parents=True)
    for path in files:
        _write(journal / path.name, path.read_bytes())
    told = {path.name: str(path.resolve()) for path in files}
    _write(journal / (LIST + ".new"), json.dumps(told).encode())
    (journal / (LIST + ".new")).replace(journal / LIST)
    _sync_folder(journal)
    for path, content in files.items():
        _replace(path, content)
    _close(journal)


def _close(journal: Path) -> None:
    """From the rename on the journal is over; what is left of it is swept later."""
    over = journal.with_name(journal.name + OVER)
    journal.rename(over)
    _sync_folder(journal.parent)
    shutil.rmtree(over, ignore_errors=True)


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(path.name + ".merging")
    _write(beside, content)
    beside.replace(path)
    _sync_folder(path.parent)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows opens no folders
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
