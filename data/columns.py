"""The arrays of a store: the facts of the read model side by side, for counts over many events.

They are read once per process and store, at the first question that needs them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Engine, select

from data.readmodel import ANY_DAY, COLUMNS, NO_DAY
from data.rows import Records

if TYPE_CHECKING:
    import pandas as pd

Array = NDArray[Any]
EPOCH = date(1970, 1, 1).toordinal()
"""What NumPy counts days from, as the arrays number them."""
FEW = 16
"""Times that all numbers must outnumber some, so that to sort these is less than to mark them among all."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Columns:
    """Arrays over events (by their numbers), facts (by name numbers) and sources (by their row numbers)."""

    begins_from: Array
    begins_by: Array
    ends_from: Array
    ends_by: Array
    """The four bounds as in `read_events`."""
    kind: Array
    """The place of its kind in `EventKind`."""
    organiser: Array
    country: Array
    """Name number of the first one in its row, or -1."""
    rank: Array
    """The place of its id among all ids."""
    fact_starts: Array
    fact_events: Array
    fact_roles: Array
    """`read_facts`: the run of name number `i` is from `fact_starts[i]` to before `fact_starts[i + 1]`."""
    body_starts: Array
    body_values: Array
    body_roles: Array
    """Name numbers of the organisations with a part in each event, as runs, and the bits of these parts."""
    tie_a: Array
    tie_b: Array
    """Each organisation with a part in any event with itself, and every two of the busiest that met.

    Name numbers, a not after b."""
    tie_starts: Array
    """Where each block of events begins over which ties are summed; one more for the end."""
    tie_shared: Array
    tie_first: Array
    tie_last: Array
    """Block by block, of each tie: the events it stands in, and the places in the block of two of them.

    The first one, and the one whose known `ends_by` is the latest; 0 where it stands in none.
    """
    speaker_starts: Array
    speaker_values: Array
    """Name numbers of the people who spoke at each event, as runs."""
    report_starts: Array
    report_values: Array
    """Row numbers of the sources that report each event, as runs."""
    source_publisher: Array
    """Number of the publisher of each source."""
    source_month: Array
    """Its month of publication, in months since year 0; 0 where none is stated."""
    word_starts: Array
    word_events: Array
    """The events in whose title or form each word stands, as runs in the order of the words."""
    word_text: Array
    """The words themselves, folded, in their order: ASCII with a line feed between two."""
    words: list[str] = field(default_factory=list)
    """The same as a list."""
    found: dict[Any, Any] = field(default_factory=dict)
    """What was found lately: `data.queries.matching` keeps it."""
    kept: dict[Any, Any] = field(default_factory=dict)
    """What does not depend on filters and is made once."""


class Counted(NamedTuple):
    """A question that the arrays answer, as a `Select` is one that the tables answer."""

    answer: Callable[[Engine, Columns], "pd.DataFrame"]


class Listed(NamedTuple):
    """A `Counted` whose rows are walked one by one: to make a frame of a few costs more than to find them."""

    answer: Callable[[Engine, Columns], Records]


_READ: "WeakKeyDictionary[Engine, Columns]" = WeakKeyDictionary()
_LOCK = Lock()


def of(engine: Engine) -> Columns:
    """The arrays of the store behind an engine; those of one store wait for no other to be read."""
    if (known := _READ.get(engine)) is None:
        with _LOCK:
            if (known := _READ.get(engine)) is None:
                known = _READ[engine] = _read(engine)
    return known


def _read(engine: Engine) -> Columns:
    with engine.connect() as connection:
        rows = connection.execute(select(COLUMNS)).all()
    arrays: dict[str, Any] = {row.name: np.frombuffer(row.items, np.dtype(row.type)) for row in rows}
    words = arrays["word_text"].tobytes().decode("ascii").split("\n")
    own = {each.name: arrays[each.name] for each in fields(Columns) if each.name in arrays}
    return Columns(**own, words=words if words != [""] else [])


def day(number: int) -> date | None:
    """The day of a number; None where none is known."""
    return date.fromordinal(int(number)) if NO_DAY < number < ANY_DAY else None


def dates(numbers: Array) -> list[date | None]:
    """`day` of each of many numbers."""
    days = (numbers - EPOCH).astype("datetime64[D]")
    days[(numbers <= NO_DAY) | (numbers >= ANY_DAY)] = np.datetime64("NaT")
    found: list[date | None] = days.tolist()
    return found


def runs(starts: Array, keys: Array) -> Array:
    """The places of all items in the runs of `keys`, run after run."""
    first, lengths = starts[keys], starts[keys + 1] - starts[keys]
    ends = np.cumsum(lengths)
    if not len(ends) or not ends[-1]:
        return np.empty(0, np.int64)
    places: Array = np.arange(ends[-1]) + np.repeat(first - ends + lengths, lengths)
    return places


def among(numbers: Array, every: Array, length: int) -> Array:
    """Whether each number stands in `every`, which is in order and below `length`; -1, none, does not."""
    if FEW * len(numbers) < length and len(every):
        place = np.searchsorted(every, numbers)
        found: Array = every[np.minimum(place, len(every) - 1)] == numbers
        return found
    held = np.zeros(length + 1, np.bool_)
    held[every] = True
    return held[numbers]


def union(sets: list[Array], length: int) -> Array:
    """What stands in any of the sets of numbers below `length`, in order."""
    if FEW * sum(map(len, sets)) < length:
        return np.unique(np.concatenate(sets))
    held = np.zeros(length, np.bool_)
    for each in sets:
        held[each] = True
    return np.flatnonzero(held).astype(np.int32)


def distinct(numbers: Array) -> int:
    """How many different numbers there are; none is negative."""
    if FEW * len(numbers) < numbers.max(initial=0):
        return len(np.unique(numbers))
    return int(np.count_nonzero(np.bincount(numbers)))


def pairs(event: Array, body: Array, size: int) -> tuple[Array, Array]:
    """Every two of one event as `a * size + b`, a not after b, each with itself too; and the event of each.

    `event` is that of each of `body`, event by event; `size` is more than any of these.
    """
    keys, events = [np.empty(0, np.int64)], [np.empty(0, event.dtype)]
    first = np.flatnonzero(np.diff(event, prepend=-1))
    lengths = np.diff(first, append=len(event))
    for length in np.flatnonzero(np.bincount(lengths)).tolist():
        at = first[lengths == length]
        bodies = body[at + np.arange(length)[:, None]].astype(np.int64)
        a, b = _twos(length)
        keys.append((bodies[a] * size + bodies[b]).ravel())
        events += [event[at]] * len(a)
    return np.concatenate(keys), np.concatenate(events)


@lru_cache(32)
def _twos(length: int) -> tuple[Array, Array]:
    return np.triu_indices(length)


def extremes(ufunc: np.ufunc, group: Array, values: Array, size: int, none: int) -> Array:
    """The least (`np.minimum`) or greatest value of each of `size` groups.

    `none`, which must be beyond all values, where a group is empty.
    """
    found = np.full(size, none, values.dtype)
    ufunc.at(found, group, values)
    return found
