"""Rows as lines of JSON, kept by their keys: what a new filter leaves is put together from them."""

from collections import Counter
from typing import NamedTuple

from sqlalchemy import Engine

from data import engines
from data.extracts import export
from data.extracts.datasets import DATASETS
from data.extracts.frame import Frame, Tally
from data.extracts.request import Request
from data.extracts.writers import jsonlines
from pages.server.api.bodies import Recent

MOST_BYTES = 48 * 1024 * 1024
"""Of the rows that are kept in a process."""


class Page(NamedTuple):
    """Rows of a page as JSON, what its receipt says of them, and whether more follow."""

    rows: list[bytes]
    tally: Tally
    has_more: bool


_ROWS: Recent[bytes] = Recent(MOST_BYTES, len)


def read_page(asked: Request, engine: Engine, first: int, most: int) -> Page:
    """At most `most` rows of a data set from `first` on: kept ones where all of them are, else made."""
    given = DATASETS[asked.dataset]
    if given.keys is None:
        frame, has_more = export.read_page(asked, engine, first, most)
        return Page(_write(frame), frame.tally, has_more)
    names, found = engines.answer(engine, given.keys(asked.filters, first=first, most=most + 1))
    keys = found[:most]
    same = (asked.release.build, asked.base, asked.dataset)
    rows = _ROWS.get_all(
        [(same, *key) for key in keys],
        lambda: _write(export.read_page(asked, engine, first, most)[0]),
    )
    matches = Counter(key[-1] for key in keys) if names[-1] == "date_match" else None
    tally = Tally(given.name, len(keys), export.count_all_rows(given, engine), matches)
    return Page(rows, tally, len(found) > most)


def _write(frame: Frame) -> list[bytes]:
    return [line.encode() for line in jsonlines.encode_rows(frame)]
