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

BETWEEN, END = b",\n", (b"}",)


class Page(NamedTuple):
    """Rows of a page as pieces of JSON, what its receipt says of them, and whether more follow."""

    rows: list[bytes]
    tally: Tally
    has_more: bool


def read_page(asked: Request, engine: Engine, first: int, most: int, *, is_own: bool = False) -> Page:
    """At most `most` rows of a data set from `first` on; `is_own`: with the columns of its table alone."""
    given = DATASETS[asked.dataset]
    if given.holds is None:
        frame, has_more = export.read_page(asked, engine, first, most, is_own=is_own)
        rows = ",\n".join(jsonlines.encode_rows(frame))
        return Page([rows.encode()], frame.tally, has_more)
    question = given.holds(asked.filters, first=first, most=most + 1, is_own=is_own)
    names, found = engines.answer(engine, question)
    shown, has_match = found[:most], "date_match" in names
    matches = Counter(row[1] for row in shown) if has_match else None
    tally = Tally(given.name, len(shown), export.count_all_rows(given, engine), matches)
    return Page([*_fill_in(shown, asked.base, has_match=has_match)][1:], tally, len(found) > most)


def _fill_in(rows: Sequence[Any], base: str, *, has_match: bool) -> Iterator[bytes]:
    """The rows, each after what parts it from one before, with the address of the dashboard.

    Where it is asked for, each says how it matches the dates. All are joined once, because they are long.
    """
    address = jsonlines.encode(base)[1:-1].encode()
    for row in rows:
        own, *others = row[1 + has_match :]
        match = [f', "date_match": "{row[1]}"'.encode()] if has_match else ()
        yield from (BETWEEN, own, *match)
        yield from (others[0], address, others[1]) if others else END
