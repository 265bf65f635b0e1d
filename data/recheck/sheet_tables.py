"""Which table a sheet of an extract is: by what the file calls it, else by its columns."""

import re

from data.parsers.sheets import Sheet
from data.schema.keys import key_columns
from data.schema.models import tables

PREFIX = "chegara_"
"""An extract is called `chegara_<what>_<filters>_<release>_<digest>`."""
RELEASE = re.compile(r"_([0-9][0-9.]*)_[0-9a-f]{12}\b", re.ASCII)


def find_name(sheet: Sheet, known: list[str]) -> str | None:
    """Which of the `known` names the sheet or its file bears; the longest, since one may begin another."""
    if sheet.title in known:
        return sheet.title
    if not sheet.title.startswith(PREFIX):
        return None
    rest = sheet.title.removeprefix(PREFIX)
    return max((name for name in known if rest == name or rest.startswith(f"{name}_")), key=len, default=None)


def find_release(sheet: Sheet) -> str | None:
    """The release that a file is named after; None where it was given another name."""
    found = RELEASE.search(sheet.title) if sheet.title.startswith(PREFIX) else None
    return found[1] if found else None


def find_table(sheet: Sheet) -> str | None:
    """The table that the sheet holds rows of; None where no table's key stands in its columns."""
    known = tables()
    if name := find_name(sheet, list(known)):
        return name
    scores = {name: _score(name, set(sheet.columns)) for name in known}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else None


def _score(table: str, header: set[str]) -> int:
    """How many columns of the table the header holds, less those that it lacks; 0 without its key."""
    if not set(key_columns(table)) <= header:
        return 0
    own = set(tables()[table].model_fields)
    return len(own & header) - len(own - header)
