"""Rows of a page as lines of JSON: those that the build holds, with what varies filled in; else made."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
    names, found = engines.answer(engine, held.list_numbers(asked.filters, first, most + 1))
    shown = found[:most]
    matches = Counter(row[1] for row in shown) if len(names) > 1 else None
    tally = Tally(given.name, len(shown), export.count_all_rows(given, engine), matches)
    pieces = (piece for row in _choose_rows(engine, shown, is_own=is_own) for piece in (BETWEEN, row))
    return Page([*pieces][1:], tally, len(found) > most)


def join_pieces(pieces: Iterable[bytes], base: str) -> bytes:
    """An answer of pieces, joined once because they are long, with the address of the dashboard."""
    return b"".join(pieces).replace(held.ADDRESS, jsonlines.encode(base)[1:-1].encode())


def _choose_rows(engine: Engine, shown: Sequence[Sequence[Any]], *, is_own: bool) -> Iterator[bytes]:
    """The rows of events by number, each with its match with the dates where that is asked for."""
    wanted = {row[0] // held.BLOCK for row in shown}
    blocks: dict[int, bytes] = dict(engines.answer(engine, held.list_blocks(wanted, is_own=is_own)).rows)
    for block, group in groupby(shown, lambda row: row[0] // held.BLOCK):
        chosen = [*group]
        if len(chosen) == held.BLOCK and len(chosen[0]) == 1:
            yield blocks[block]
            continue
        lines = blocks[block].split(BETWEEN)
        for n, *match in chosen:
            line = lines[n % held.BLOCK]
            yield _add_match(line, match[0]) if match else line


def _add_match(line: bytes, match: str) -> bytes:
    """The row with its match with the dates after its own columns."""
    own, begin, rest = line.partition(held.AFTER_OWN)
    end = begin + rest if begin else b"}"
    return b"".join((own if begin else own[:-1], f', "date_match": "{match}"'.encode(), end))
