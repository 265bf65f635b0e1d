"""Files that somebody hands back to tables of cells; what calls it from outside is `data.uploads.process`."""

from collections.abc import Mapping
from pathlib import PurePath

from data.parsers import csv_file, json_text, package, workbook
from data.parsers.limits import MEGABYTE, PAGE, Budget, Limits, Tell, ignore_progress, shorten_name
from data.parsers.sheets import EarlierExtract, TooLargeError, UnreadableError


def read_extract(
    files: Mapping[str, bytes], limits: Limits = PAGE, tell: Tell = ignore_progress
) -> EarlierExtract:
    """All files as one extract: CSV, XLSX, zip packages, and the receipt that lies beside a CSV.

    `tell` is called with the number of tables that have been read, and how many are known.
    Raises UnreadableError at the first problem. The first bytes of a file decide its kind, not its name.
    """
    budget = Budget(limits, tell)
    found = [
        _read_file(shorten_name(PurePath(name).name), content, budget) for name, content in files.items()
    ]
    sheets = tuple(sheet for each in found for sheet in each.sheets)
    receipts = [each.receipt for each in found if each.receipt]
    if not sheets:
        names = ", ".join(files) or "no file"
        raise UnreadableError(shorten_name(names), "holds no table: give the extract itself too")
    return EarlierExtract(sheets, receipts[0] if len(receipts) == 1 else {})


def _read_file(name: str, content: bytes, budget: Budget) -> EarlierExtract:
    if len(content) > budget.limits.file:
        raise TooLargeError(name, f"is larger than {budget.limits.file // MEGABYTE} MB")
    if content.startswith(b"PK"):
        if workbook.is_workbook(name, content, budget):
            return workbook.read_workbook(name, content, budget)
        return package.read_package(name, content, budget)
    if name.endswith(".json"):
        return EarlierExtract((), json_text.parse_object(name, content, budget.limits))
    return EarlierExtract((csv_file.read_csv(name, PurePath(name).stem, content, budget),))
