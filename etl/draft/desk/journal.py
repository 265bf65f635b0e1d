"""Several files replaced as one: a journal takes everything back if the process is killed between.

The journal holds the bytes of before, and the digest of those that were to come. It counts once its list is
written, and until its folder is renamed.
"""

import hashlib
import json
import shutil
from pathlib import Path

from data.drafts.cut_merges import LIST, explain_cut_merge
from data.files.replacement import replace_file, sync_path, write_file
from etl.reporting.errors import UsageError

OVER = ".over"
ENDING = ".merging"


def recover_files(journal: Path) -> list[str]:
    """Undo what a killed merge left half done: the names of the files that were put back.

    UsageError, and nothing is changed, where one of them was edited since.
    """
    shutil.rmtree(journal.with_name(journal.name + OVER), ignore_errors=True)
    if not journal.is_dir():
        return []
    listed = journal / LIST
    files = json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else {}
    replaced = [name for name, file in files.items() if _is_replaced(journal, name, file)]
    for name in replaced:
        replace_file(Path(files[name]["path"]), (journal / name).read_bytes(), ENDING)
    _close(journal)
    return sorted(replaced)


def _is_replaced(journal: Path, name: str, file: dict[str, str]) -> bool:
    """True where the merge wrote the file, False where it is as it was before."""
    path, kept = Path(file["path"]), journal / name
    content = path.read_bytes() if path.is_file() else b""
    if content == kept.read_bytes():
        return False
    if _digest(content) == file["sha256"]:
        return True
    raise UsageError(
        f"{path}: was edited since a merge was cut short; put your edits aside, copy {kept} over it,"
        " and merge again"
    )


def refuse_cut_merge(journal: Path) -> None:
    """UsageError where a merge was cut short: the record may hold half of it."""
    if journal.is_dir():
        raise UsageError(explain_cut_merge(journal))


def replace_all(journal: Path, files: dict[Path, bytes]) -> None:
    """Replace the content of existing files, all or none."""
    journal.mkdir(parents=True)
    for path in files:
        write_file(journal / path.name, path.read_bytes())
    listed = {
        path.name: {"path": str(path.resolve()), "sha256": _digest(content)}
        for path, content in files.items()
    }
    replace_file(journal / LIST, json.dumps(listed).encode())
    for path, content in files.items():
        replace_file(path, content, ENDING)
    _close(journal)


def _close(journal: Path) -> None:
    """From the rename on the journal is over; what is left of it is swept later."""
    over = journal.with_name(journal.name + OVER)
    journal.rename(over)
    sync_path(journal.parent)
    shutil.rmtree(over, ignore_errors=True)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
