"""A row of recommendations or statements in words, and its citation."""

from collections.abc import Iterable
from typing import Any

from data.schema.vocabulary import Family
from data.values.rows import Records, Row
from pages.views.footnotes import Cite
from pages.views.html import dates


def add_words(rows: Iterable[Row]) -> Records:
    """The recommendations with who asks, of whom and when in words."""
    return [
        row
        | {
            "by": describe_speaker(row),
            "of": text_or(row["addressee"], "addressee not stated"),
            "when": describe_event_date(row),
            "family": row["family"] or Family.OTHER,
        }
        for row in rows
    ]


def describe_speaker(row: Row) -> str:
    """Person and organisation, as far as stated."""
    named = [name for name in (row["person"], row["organisation"]) if isinstance(name, str)]
    return ", ".join(named) or "not stated"


def describe_event_date(row: Row) -> str:
    """When the event of a recommendation or statement took place."""
    names = ("start_on", "end_on", "date_precision", "date_as_stated")
    return dates.format_span({name: row[f"event_{name}"] for name in names})


def count_words(number: int, one: str, many: str) -> str:
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many}"


def cite_row(row: Row, table: str, *fields: str) -> Cite:
    """The citation of a recommendation or statement."""
    event = row["event_id"] if isinstance(row["event_id"], str) else ""
    return Cite(row["source_id"], table, row["id"], (*fields, "text"), event)


def text_or(text: object, otherwise: Any, separator: str = "; ") -> Any:
    return text.replace("; ", separator) if isinstance(text, str) and text else otherwise
