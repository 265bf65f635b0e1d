"""Rows of a page as lines of JSON: those that the build holds, with what varies filled in; else made."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Engine

from data import engines
from data.extracts import export
from data.extracts.datasets import DATASETS
from data.extracts.frame import Tally
from data.extracts.request import Request
from data.extracts.writers import jsonlines
from data.queries.events import held
from data.queries.events.held import BETWEEN


class Page(NamedTuple):
    """Rows of a page as JSON with commas between, what its receipt says of them, and whether more follow."""

    rows: bytes
    tally: Tally
    has_more: bool


def read_page(asked: Request, engine: Engine, first: int, most: int, *, is_own: bool = False) -> Page:
    """At most `most` rows of a data set from `first` on; `is_own`: with the columns of its table alone."""
    given = DATASETS[asked.dataset]
    if not given.is_held:
        frame, has_more = export.read_page(asked, engine, first, most, is_own=is_own)
        made = BETWEEN.decode().join(jsonlines.encode_rows(frame))
        return Page(made.encode(), frame.tally, has_more)
    names, found = engines.answer(engine, held.list_numbers(asked.filters, first, most + 1))
    shown = found[:most]
    matches = Counter(row[1] for row in shown) if len(names) > 1 else None
    tally = Tally(given.name, len(shown), export.count_all_rows(given, engine), matches)
    address = jsonlines.encode(asked.base)[1:-1].encode()
    rows = BETWEEN.join(_choose_rows(engine, shown, is_own=is_own)).replace(held.ADDRESS, address)
    return Page(rows, tally, len(found) > most)


def _choose_rows(engine: Engine, shown: Sequence[Sequence[Any]], *, is_own: bool) -> Iterator[bytes]:
    """The rows of events by number, each with its match with the dates where that is asked for."""
    wanted = {row[0] // held.BLOCK for row in shown}
    blocks: dict[int, bytes] = dict(engines.answer(engine, held.list_blocks(wanted)).rows)
    for block, group in groupby(shown, lambda row: row[0] // held.BLOCK):
        chosen = [*group]
        if len(chosen) == held.BLOCK and len(chosen[0]) == 1 and not is_own:
            yield blocks[block]
            continue
        lines = blocks[block].split(BETWEEN)
        for n, *match in chosen:
            yield _fill_in(lines[n % held.BLOCK], match, is_own=is_own)


def _fill_in(line: bytes, match: Sequence[str], *, is_own: bool) -> bytes:
    """The row with its match after its own columns; with these alone where others are not wanted."""
    if not match and not is_own:
        return line
    own, begin, rest = line.partition(held.AFTER_OWN)
    told = [f', "date_match": "{each}"'.encode() for each in match]
    return b"".join((own, *told, b"}" if is_own else begin + rest))
