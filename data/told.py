"""Arrays of what was asked and said, of sources, and of where they differ: for counts and pages of lists.

Made by the ETL beside those of `data.columns`, and read once per process and store as they are. `event` is
the number of an event, -1 where there is none; names are name numbers, -1 where none is stated.
"""

from dataclasses import dataclass, fields
from enum import IntEnum
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np
from sqlalchemy import Engine, select

from data.columns import Array
from data.readmodel import COLUMNS

PREFIX, SIZE = "told_", "size_"
"""Before the names of these arrays in `read_columns`."""


class Matter(IntEnum):
    """Sorts of matters on which sources differ, those to be seen first before others."""

    PARTICIPANTS = 0
    OF_EVENT = 1
    OF_OTHER_ROW = 2
    PART = 3
    """A row of its own says it: how a person spoke, who organised."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Told:
    """Arrays over recommendations and statements in the order of their lists, over sources, and disputes."""

    asked_row: Array
    asked_event: Array
    asked_by: Array
    asked_person: Array
    asked_to: Array
    asked_whom: Array
    """Whom it addresses, one number a name, whether or not it is an organisation of the record."""
    asked_family: Array
    """The place of the family of who asks in `Family`; of others where nobody is stated."""
    asked_followed: Array
    asked_theme_starts: Array
    asked_theme_values: Array
    said_row: Array
    said_event: Array
    said_by: Array
    said_kind: Array
    """The place of its kind in `StatementKind`."""
    said_theme_starts: Array
    said_theme_values: Array
    source_order: Array
    """Row numbers of all sources, the newest first, undated ones last."""
    source_originator: Array
    source_whole: Array
    source_mirrored: Array
    source_hashed: Array
    source_claims: Array
    source_published: Array
    source_read: Array
    """By the row number of a source; its days as 20210305, 20210300 or 20210000, 0 where none is stated."""
    bearing_starts: Array
    bearing_values: Array
    """Row numbers of the sources that name a part in an event and report nothing else of it, as runs."""
    differing_event: Array
    differing_sort: Array
    """By the number of `read_differing`; the sort is one of `Matter`."""
    number_kind: Array
    number_event: Array
    number_amount: Array
    number_bound: Array
    """Claimed numbers that no choice changes: number in `read_sums`, event, and how each is worded."""
    rival_kind: Array
    rival_event: Array
    """The same for rows of which sources claim numbers that contradict each other."""
    rival_claim: Array
    rival_amount: Array
    rival_bound: Array
    rival_differs: Array
    """What the choices of `data.totals.Choice` take of these, one choice after another.

    The row number of the claim, its number, and whether its value is another than the preferred one.
    """
    sizes: dict[str, Array]
    """How many rows of each table that filters narrow belong to each event."""


_READ: "WeakKeyDictionary[Engine, Told]" = WeakKeyDictionary()
_LOCK = Lock()


def of(engine: Engine) -> Told:
    """The arrays of the store behind an engine."""
    with _LOCK:
        if (known := _READ.get(engine)) is None:
            known = _READ[engine] = _read(engine)
        return known


def _read(engine: Engine) -> Told:
    with engine.connect() as connection:
        rows = connection.execute(select(COLUMNS).where(COLUMNS.c.name.startswith(PREFIX))).all()
    arrays = {row.name.removeprefix(PREFIX): np.frombuffer(row.items, np.dtype(row.type)) for row in rows}
    sizes = {name.removeprefix(SIZE): items for name, items in arrays.items() if name.startswith(SIZE)}
    return Told(**{each.name: arrays[each.name] for each in fields(Told) if each.name in arrays}, sizes=sizes)
