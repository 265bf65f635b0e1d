"""Columns of dates in tables that Streamlit draws: shown in words, sorted by time.

Such a table sorts by what its cells hold. These hold the date in figures, as a text whose alphabetical order
in a browser is that of the first possible days, else of the last; what has no date at all comes last.
"""

from collections.abc import Mapping
from typing import Any

from streamlit.elements.lib.column_types import ColumnConfig

from data.schema.vocabulary import DatePrecision
from pages.views.html import dates

NOT_STATED = "not stated"
LETTER, EDGES, WIDEST = 6, 18, 320
"""Pixels: of a letter, of the edges of a cell, and of a column at most; its cells do not wrap."""


class _Options(list[Any]):
    """Streamlit copies the configuration of a table at every run; these never change."""

    def __deepcopy__(self, _: object) -> "_Options":
        return self


class DateColumn:
    """The configuration of a column, from the dates of its cells: each `add…` returns what the cell holds."""

    def __init__(self, label: str, width: int | None = None) -> None:
        self._label, self._width = label, width
        self._words: dict[str, str] = {}

    def add(self, partial: str | None) -> str:
        """A partial date."""
        return self._keep(partial or NOT_STATED, dates.format_date(partial) or NOT_STATED)

    def add_pair(self, first: str | None, last: str | None) -> str:
        """The first and the last of several dates."""
        if not first or not last or first == last:
            return self.add(first or last)
        return self._keep(f"{first} to {last}", f"{dates.format_date(first)} – {dates.format_date(last)}")

    def add_span(self, row: Mapping[str, Any], prefix: str = "", *, is_inferred: bool = False) -> str:
        """When an event took place; `prefix` begins the names of its columns."""
        names = ("start_on", "end_on", "date_precision", "date_as_stated")
        event = {name: row[f"{prefix}{name}"] for name in names}
        mark = " (inferred)" if is_inferred else ""
        return self._keep(_figures(**event) + mark, dates.format_span(event) + mark)

    def config(self) -> ColumnConfig:
        """For `column_config` of the table, once every cell was added."""
        options = _Options({"value": figures, "label": words} for figures, words in self._words.items())
        wide = min(max(map(len, self._words.values()), default=0) * LETTER + EDGES, WIDEST)
        width = max(self._width, wide) if self._width else None
        return ColumnConfig(
            label=self._label, width=width, type_config={"type": "selectbox", "options": options}
        )

    def _keep(self, figures: str, words: str) -> str:
        self._words[figures] = words
        return figures


def _figures(
    start_on: str | None, end_on: str | None, date_precision: str | None, date_as_stated: str | None
) -> str:
    match date_precision:
        case DatePrecision.BEFORE:
            return f"{end_on} or earlier"
        case DatePrecision.AFTER:
            return f"{start_on} or later"
        case DatePrecision.BETWEEN:
            return f"{start_on} or later, by {end_on}"
    if date_precision == DatePrecision.UNKNOWN or not start_on:
        return f"undated: {date_as_stated or NOT_STATED}"
    return f"{start_on} to {end_on}" if end_on and end_on != start_on else start_on
