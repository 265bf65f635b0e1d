"""Statements that are built once a process: what is asked for goes in as values.

Building a statement costs several times what SQLite needs to answer it for a page. A list of any length is
one value, so a statement has one shape.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select

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
