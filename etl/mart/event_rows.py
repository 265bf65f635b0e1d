"""Rows of events as `read_event_rows` holds them: the JSON of downloads, by its question and writer."""

import sqlite3
from collections.abc import Iterator

from sqlalchemy import Engine, StaticPool, create_engine

from data import engines
from data.extracts.cells import to_arrow
from data.extracts.frame import Frame
from data.extracts.provenance import add_provenance
from data.extracts.writers import jsonlines
from data.filters import Filters
from data.queries.events.list import GATHERED, list_events

BATCH = 2_000
"""Events that are in memory at the same time."""
TABLE, NO_ADDRESS = "events", ""
NAMES, LINK = f', "{GATHERED[0]}": ', '"record_url": "'
"""What the second part begins and ends with: names of columns, which no text holds: `"` is escaped there."""
EventRow = tuple[int, bytes, bytes, bytes]


def list_rows(draft: sqlite3.Connection) -> Iterator[EventRow]:
    """The rows of `read_event_rows`; the transaction of the draft ends here, for it is read meanwhile."""
    draft.commit()
    engine = _open_beside(draft)
    [(events,)] = draft.execute("SELECT count(*) FROM read_events")
    return (row for first in range(0, events, BATCH) for row in _write_batch(engine, first))


def _open_beside(draft: sqlite3.Connection) -> Engine:
    """An engine on the connection of the draft, with its pages in memory."""
    engine = create_engine(
        "sqlite://", creator=lambda: draft, poolclass=StaticPool, pool_reset_on_return=None
    )
    engine.raw_connection().close()  # the first time it is taken, its transaction is rolled back
    return engine


def _write_batch(engine: Engine, first: int) -> Iterator[EventRow]:
    """Events by number, which is their order without filters."""
    found = engines.read_columns(engine, list_events(Filters(), first, BATCH))
    rows = to_arrow(add_provenance(engine, TABLE, found, NO_ADDRESS))
    for n, row in enumerate(jsonlines.encode_rows(Frame(TABLE, TABLE, rows, len(rows))), first):
        before, link, sources = row.partition(LINK)
        own, begin, names = before.partition(NAMES)
        yield n, own.encode(), f"{begin}{names}{link}".encode(), sources.encode()
