"""Rows of a page as lines of JSON: those that the build holds, with what varies filled in; else made."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Engine

from data import engines
from data.extracts import export
from data.extracts.datasets import DATASETS
from data.extracts.frame import Tally
from data.extracts.request import Request
from data.extracts.writers import jsonlines

LINK, PLACES = '"record_url": "', ', "places": '
"""What an address is put after, and before what the match with dates is put."""


class Page(NamedTuple):
    """Rows of a page as JSON, what its receipt says of them, and whether more follow."""

    rows: list[str]
    tally: Tally
    has_more: bool


def read_page(asked: Request, engine: Engine, first: int, most: int) -> Page:
    """At most `most` rows of a data set from `first` on."""
    given = DATASETS[asked.dataset]
    if given.holds is None:
        frame, has_more = export.read_page(asked, engine, first, most)
        return Page([*jsonlines.encode_rows(frame)], frame.tally, has_more)
    names, found = engines.answer(engine, given.holds(asked.filters, first=first, most=most + 1))
    rows = found[:most]
    matches = Counter(match for _, match in rows) if len(names) > 1 else None
    tally = Tally(given.name, len(rows), export.count_all_rows(given, engine), matches)
    return Page([*_fill_in(rows, asked.base)], tally, len(found) > most)


def _fill_in(rows: Sequence[Any], base: str) -> Iterator[str]:
    """The rows with the address of the dashboard and, where it is asked for, how each matches the dates.

    What comes before them is a name of a column, which stands in no text: signs there are escaped.
    """
    link = f"{LINK}{jsonlines.encode(base)[1:-1]}"
    for json, *match in rows:
        dated = json.replace(PLACES, f', "date_match": "{match[0]}"{PLACES}', 1) if match else json
        yield dated.replace(LINK, link, 1)
