"""Statements that are built once a process: what is asked for goes in as values.

Building a statement costs several times what SQLite needs to answer it for a page. A list of any length is
one value, so a statement has one shape.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Select, bindparam, func, select

Rows = Select[*tuple[Any, ...]]


class Kept(NamedTuple):
    """A statement that was built before, and its values for this question."""

    statement: Rows
    values: Mapping[str, Any]


def asking(statement: Rows, **values: Any) -> Kept:
    """The statement with these values by the names of its parameters; a tuple or list is one of `listed`."""
    given = {
        name: json.dumps(each) if isinstance(each, tuple | list) else each for name, each in values.items()
    }
    return Kept(statement, given)


def listed(name: str) -> Rows:
    """The items of the list that is given as the value `name`, for `in_`."""
    return select(func.json_each(bindparam(name)).table_valued("value").c.value)


T = TypeVar("T")


class Recent(Generic[T]):
    """What was last computed for each store, at most `most` of it: shared by all threads, never changed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._by_store: WeakKeyDictionary[Engine, dict[Hashable, T]] = WeakKeyDictionary()

    def forget(self, engine: Engine) -> None:
        """Compute everything anew for this store."""
        self._by_store.pop(engine, None)

    def get(self, engine: Engine, key: Hashable, compute: Callable[[], T]) -> T:
        """What was computed for this key, computed now unless it was lately."""
        known = self._by_store.setdefault(engine, {})
        if (found := known.get(key)) is None:
            found = compute()
            while len(known) >= self._most:
                known.pop(next(iter(list(known))), None)  # a copy: other threads add to it
            known[key] = found
        return found
