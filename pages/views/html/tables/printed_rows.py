"""A table that lies on a canvas as paper has it: its first rows as HTML, seen in print alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote

import pyarrow as pa

from pages.views.html import markup

MOST, MOST_COLUMNS = 60, 12
"""Rows and columns on paper; a download has all of them."""
DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
WIDE = "This table has {columns} columns, too many for paper. Download has it."
ALL = "{rows} of this page of the table. Download has all of them."


@dataclass(frozen=True, eq=False)
class Table:
    """Rows for a canvas, what Streamlit is to know of their columns, and the same for paper."""

    rows: pa.Table
    config: Mapping[str, Any]

    @cached_property
    def printed(self) -> markup.Safe:
        return draw_rows(self.rows, self.config)


def draw_rows(rows: Any, config: Mapping[str, Any]) -> markup.Safe:
    """The first rows of an Arrow table by the names of its columns; dates and links in their words."""
    columns = [name for name in rows.column_names if config.get(name, {}) is not None]
    shown = rows.select(columns).slice(0, MOST).to_pylist()
    if not shown:
        return markup.Safe()
    if len(columns) > MOST_COLUMNS:
        return markup.tag("p", WIDE.format(columns=len(columns)), "printed rows")
    readers = [_reader(config.get(name) or {}) for name in columns]
    lines = [[read(row[name]) for name, read in zip(columns, readers, strict=True)] for row in shown]
    head = [_label(name, config.get(name)) for name in columns]
    said = ALL.format(rows=f"Rows 1 to {len(shown)} of {rows.num_rows}")
    more = markup.tag("p", said, "small") if rows.num_rows > MOST else ""
    return markup.tag("div", markup.join((_table(head, lines), more)), "printed rows")


def _table(head: Sequence[str], lines: Sequence[Sequence[object]]) -> markup.Safe:
    top = markup.tag("tr", markup.join(markup.tag("th", each) for each in head))
    body = markup.join(
        markup.tag("tr", markup.join(markup.tag("td", cell, _name_class(cell)) for cell in line))
        for line in lines
    )
    return markup.tag("table", markup.join((markup.tag("thead", top), markup.tag("tbody", body))), "record")


def _name_class(cell: object) -> str:
    """Dates do not break after their hyphens."""
    return "day" if DAY.fullmatch(str(cell)) else ""


def _label(name: str, config: Any) -> str:
    if isinstance(config, str):
        return config
    return str((config or {}).get("label") or name)


def _reader(config: Any) -> Any:
    """What a cell of the column says."""
    kind = (config.get("type_config") or {}) if isinstance(config, Mapping) else {}
    match kind.get("type"):
        case "selectbox":
            words = {option["value"]: option["label"] for option in kind["options"]}
            return lambda cell: words.get(cell, _words(cell))
        case "link":
            within = re.compile(kind.get("display_text") or "(.*)")
            return lambda cell: _linked(cell, within)
    return _words


def _words(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _linked(cell: Any, within: re.Pattern[str]) -> str:
    """The part of an address that the table shows of it."""
    found = within.search(cell or "")
    return unquote(found[1]) if found and found.groups() else ""
