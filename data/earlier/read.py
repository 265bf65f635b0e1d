"""Files that somebody hands back to tables of cells: the one door for the command line and the page."""

from collections.abc import Mapping
from pathlib import PurePath

from data.earlier import csv_file, package, workbook
from data.earlier.sheet import Earlier, UnreadableError

LARGEST_FILE = 25_000_000
KINDS = (".csv", ".xlsx", ".zip", ".json")


def read(files: Mapping[str, bytes]) -> Earlier:
    """All files as one extract: CSV, XLSX, zip packages, and the receipt that lies beside a CSV.

    Raises UnreadableError at the first thing wrong. What a file is, its first bytes tell, not its name.
    """
    found = [_one(PurePath(name).name, content) for name, content in files.items()]
    sheets = tuple(sheet for each in found for sheet in each.sheets)
    receipts = [each.receipt for each in found if each.receipt]
    if not sheets:
        raise UnreadableError(", ".join(files) or "no file", "holds no table: give the extract itself too")
    return Earlier(sheets, receipts[0] if len(receipts) == 1 else {})


def _one(name: str, content: bytes) -> Earlier:
    if len(content) > LARGEST_FILE:
        raise UnreadableError(name, f"is larger than {LARGEST_FILE // 1_000_000} MB")
    if content.startswith(b"PK"):
        return workbook.read(name, content) if workbook.is_workbook(content) else package.read(name, content)
    if name.endswith(".json"):
        return Earlier((), package.receipt(name, content))
    return Earlier((csv_file.read(name, PurePath(name).stem, content),))
