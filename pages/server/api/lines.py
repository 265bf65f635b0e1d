"""Rows of a page as lines of JSON: those that the build holds, with what varies filled in; else made."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Engine

from data import engines
from data.extracts import export
from data.extracts.datasets import DATASETS
from data.extracts.frame import Tally
from data.extracts.request import Request
from data.extracts.writers import jsonlines
from data.queries.events import held

BETWEEN, END = b",\n", (b"}",)


class Page(NamedTuple):
    """Rows of a page as pieces of JSON, what its receipt says of them, and whether more follow."""

    rows: list[bytes]
    tally: Tally
    has_more: bool


def read_page(asked: Request, engine: Engine, first: int, most: int, *, is_own: bool = False) -> Page:
    """At most `most` rows of a data set from `first` on; `is_own`: with the columns of its table alone."""
    given = DATASETS[asked.dataset]
    if not given.is_held:
        frame, has_more = export.read_page(asked, engine, first, most, is_own=is_own)
        made = BETWEEN.decode().join(jsonlines.encode_rows(frame))
        return Page([made.encode()], frame.tally, has_more)
    asks = held.list_rows(asked.filters, first, most + 1, is_own=is_own)
    names, found = engines.answer(engine, asks)
    shown, has_match = found[:most], "date_match" in names
    matches = Counter(row[1] for row in shown) if has_match else None
    tally = Tally(given.name, len(shown), export.count_all_rows(given, engine), matches)
    return Page([*_list_pieces(shown, has_match=has_match)][1:], tally, len(found) > most)


def _list_pieces(rows: Sequence[Sequence[Any]], *, has_match: bool) -> Iterator[bytes]:
    """The rows, each after what parts it from one before; the match with dates follows the own columns."""
    for row in rows:
        own, *more = row[1 + has_match :]
        match = [f', "date_match": "{row[1]}"'.encode()] if has_match else ()
        yield from (BETWEEN, own, *match, *(more or END))


def join_pieces(pieces: Iterable[bytes], base: str) -> bytes:
    """An answer of pieces, joined once because they are long, with the address of the dashboard."""
    return b"".join(pieces).replace(held.ADDRESS, jsonlines.encode(base)[1:-1].encode())
