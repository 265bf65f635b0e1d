"""SQL statements that are compiled once a process; what varies is passed as parameters.

Building a statement costs several times what SQLite needs to answer it for a page. A list of any length is
one value, so a statement has one shape.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Integer, Select, bindparam, cast, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler


class _Compiler(SQLiteCompiler):
    """SQLite's, but for constants: 1 is no truth to PostgreSQL, and every engine reads these words."""

    def visit_true(self, *_: Any, **__: Any) -> str:
        return "true"

    def visit_false(self, *_: Any, **__: Any) -> str:
        return "false"


NAMED = sqlite.dialect(paramstyle="named")
NAMED.statement_compiler, NAMED.supports_native_boolean = _Compiler, True
STATEMENTS = 512
Rows = Select[*tuple[Any, ...]]


class BoundStatement(NamedTuple):
    """A statement that was built before, and its values for this question."""

    statement: Rows
    values: Mapping[str, Any]

    def text(self) -> tuple[str, dict[str, Any]]:
        """The SQL text and the values of all of its parameters."""
        sql, own = _compile_once(self.statement)
        return sql, {**own, **self.values}


def bind_values(statement: Rows, **values: Any) -> BoundStatement:
    """The statement with values by the names of its parameters; `bound_list` reads a tuple or list."""
    return BoundStatement(statement, {name: _to_parameter(value) for name, value in values.items()})


def _to_parameter(value: Any) -> Any:
    """A value as SQLite stores it: a day as text, a list as JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value) if isinstance(value, tuple | list) else value


def compile_statement(statement: Rows) -> tuple[str, dict[str, Any]]:
    """The SQL text of a statement with named parameters, and its own constants among them."""
    compiled = statement.compile(dialect=NAMED)
    own = {name: bound.value for bound, name in compiled.bind_names.items() if not bound.required}
    return str(compiled), own


_compile_once = lru_cache(STATEMENTS)(compile_statement)


def bound_list(name: str) -> Rows:
    """The items of the list that is given as the value `name`, for `in_`."""
    return select(func.json_each(bindparam(name)).table_valued("value").c.value)


def bound_numbers(name: str) -> Rows:
    """`bound_list` of whole numbers."""
    return select(cast(func.json_each(bindparam(name)).table_valued("value").c.value, Integer))


T = TypeVar("T")


class RecentCache(Generic[T]):
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
