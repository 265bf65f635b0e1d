"""Rows as lines of JSON, kept by their keys: what a new filter leaves is put together from them."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Engine

from data import engines
from data.extracts import export
from data.extracts.datasets import DATASETS
from data.extracts.frame import Frame, Tally
from data.extracts.request import Request
from data.extracts.row_sources import SEPARATOR
from data.extracts.writers import jsonlines
from pages.server.api.bodies import Recent

MOST_BYTES, MOST_SOURCES = 48 * 1024 * 1024, 8 * 1024 * 1024
"""Of the rows that are kept in a process, and of the sources that receipts name."""


class Line(NamedTuple):
    """A row as JSON, and the ids of the sources that it rests on, joined as in its cell."""

    content: bytes
    source_ids: str = ""


class Page(NamedTuple):
    """Rows of a page, what its receipt says of them, and whether more follow."""

    lines: list[Line]
    tally: Tally
    has_more: bool


_ROWS: Recent[Line] = Recent(MOST_BYTES)
_SOURCES: Recent[Line] = Recent(MOST_SOURCES)


def read_page(asked: Request, engine: Engine, first: int, most: int) -> Page:
    """At most `most` rows of a data set from `first` on: kept ones where all of them are, else made."""
    given = DATASETS[asked.dataset]
    if given.keys is None:
        frame, has_more = export.read_page(asked, engine, first, most)
        return Page(_write(frame), frame.tally, has_more)
    names, found = engines.answer(engine, given.keys(asked.filters, first=first, most=most + 1))
    keys = found[:most]
    build = asked.release.build
    lines = _ROWS.get_all(
        [(build, asked.base, asked.dataset, *key) for key in keys],
        lambda: _write(export.read_page(asked, engine, first, most)[0]),
    )
    matches = Counter(key[-1] for key in keys) if names[-1] == "date_match" else None
    tally = Tally(given.name, len(keys), export.count_all_rows(given, engine), matches)
    return Page(lines, tally, len(found) > most)


def encode_sources(engine: Engine, build: str, lines: Sequence[Line]) -> bytes:
    """The sources that these rows rest on, as the list of a receipt."""
    used = sorted({each for line in lines if line.source_ids for each in line.source_ids.split(SEPARATOR)})
    kept = _SOURCES.get_all([(build, each) for each in used], lambda: _write_sources(engine, used))
    return b"[" + b", ".join([line.content for line in kept]) + b"]"


def _write(frame: Frame) -> list[Line]:
    rows: Any = frame.rows
    has_sources = "source_ids" in rows.column_names
    ids = rows["source_ids"].to_pylist() if has_sources else [None] * len(rows)
    lines = jsonlines.encode_rows(frame)
    return [Line(line.encode(), cell or "") for line, cell in zip(lines, ids, strict=True)]


def _write_sources(engine: Engine, used: Collection[str]) -> list[Line]:
    found = {source.id: source for source in export.list_used_sources(engine, used)}
    return [Line(jsonlines.encode(found[each]._asdict()).encode()) for each in used]
