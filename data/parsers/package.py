"""Zip packages of CSV files, as `datapackage.json` lists them, with their receipt."""

from pathlib import PurePosixPath
from typing import Any

from data.parsers import archive, csv_file, json_text
from data.parsers.limits import Budget, shorten_name
from data.parsers.sheets import EarlierExtract, UnreadableError

DESCRIPTION = "datapackage.json"
RECEIPTS = ("metadata.json", "receipt.json")


def read_package(file: str, content: bytes, budget: Budget) -> EarlierExtract:
    """Every CSV that the package describes, or holds where it describes nothing, with its receipt."""
    found = archive.unpack(file, content, budget, _is_wanted)
    described = _json(file, DESCRIPTION, found, budget)
    titles = _titles(file, described, budget) or {
        name: PurePosixPath(name).stem for name in sorted(found) if name.endswith(".csv")
    }
    if not titles:
        raise UnreadableError(file, "holds no CSV file")
    for name in titles:
        if name not in found:
            problem = f"{DESCRIPTION} names a file that the package does not hold"
            raise UnreadableError(file, problem, value=shorten_name(name))
    budget.expect_sheets(len(titles))
    sheets = tuple(
        csv_file.read_csv(f"{file}/{shorten_name(name)}", shorten_name(title), found.pop(name), budget)
        for name, title in titles.items()
    )
    return EarlierExtract(sheets, _receipt(file, described, found, budget))


def _is_wanted(name: str) -> bool:
    return name == DESCRIPTION or name.endswith((".csv", *RECEIPTS))


def _titles(file: str, described: dict[str, Any], budget: Budget) -> dict[str, str]:
    """The name of each CSV that `datapackage.json` lists, by its path in the archive."""
    resources = described.get("resources")
    if not isinstance(resources, list):
        return {}
    if len(resources) > budget.limits.members:
        raise UnreadableError(file, f"{DESCRIPTION} lists more than {budget.limits.members} files")
    return {
        str(each["path"]): str(each.get("name") or PurePosixPath(str(each["path"])).stem)
        for each in resources
        if isinstance(each, dict) and str(each.get("path", "")).endswith(".csv")
    }


def _receipt(file: str, described: dict[str, Any], found: dict[str, bytes], budget: Budget) -> dict[str, Any]:
    if isinstance(own := described.get("receipt"), dict):
        return own
    receipts = [name for name in sorted(found) if name.endswith(RECEIPTS)]
    return _json(file, receipts[0], found, budget) if len(receipts) == 1 else {}


def _json(file: str, name: str, found: dict[str, bytes], budget: Budget) -> dict[str, Any]:
    if name not in found:
        return {}
    return json_text.parse_object(f"{file}/{shorten_name(name)}", found[name], budget.limits)
