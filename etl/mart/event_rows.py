"""Rows of events as `read_event_rows` holds them: the JSON of downloads, by its question and writer."""

import sqlite3
from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Engine, StaticPool, create_engine

from data import engines
from data.extracts.cells import to_arrow
from data.extracts.frame import Frame
from data.extracts.provenance import add_provenance
from data.extracts.writers import jsonlines
from data.filters import Filters
from data.queries.events.held import ADDRESS
from data.queries.events.list import GATHERED, list_events

BATCH = 2_000
"""Events that are in memory at the same time."""
TABLE, NO_ADDRESS = "events", ""
AFTER_OWN, LINK = f', "{GATHERED[0]}": '.encode(), b'"record_url": "'
"""What follows the own columns, and what the address follows: no text holds these, its `"` are escaped."""


def list_rows(draft: sqlite3.Connection) -> Iterator[tuple[int, bytes, bytes]]:
    """The rows of `read_event_rows`; the transaction of the draft ends here, for it is read meanwhile."""
    draft.commit()
    engine = _open_beside(draft)
    [(events,)] = draft.execute("SELECT count(*) FROM read_events")
    lines = chain.from_iterable(_write_lines(engine, first) for first in range(0, events, BATCH))
    for n, line in enumerate(lines):
        own, begin, rest = line.encode().partition(AFTER_OWN)
        yield n, own, begin + rest.replace(LINK, LINK + ADDRESS, 1)


def _open_beside(draft: sqlite3.Connection) -> Engine:
    """An engine on the connection of the draft, with its pages in memory."""
    engine = create_engine(
        "sqlite://", creator=lambda: draft, poolclass=StaticPool, pool_reset_on_return=None
    )
    engine.raw_connection().close()  # the first time it is taken, its transaction is rolled back
    return engine


def _write_lines(engine: Engine, first: int) -> Iterator[str]:
    """Events by number, which is their order without filters."""
    found = engines.read_columns(engine, list_events(Filters(), first, BATCH))
    rows = to_arrow(add_provenance(engine, TABLE, found, NO_ADDRESS))
    return jsonlines.encode_rows(Frame(TABLE, TABLE, rows, len(rows)))
