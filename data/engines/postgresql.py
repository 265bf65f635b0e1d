"""The schema of a build in a PostgreSQL database, which answers everything that a SQLite file does.

The text is the same but for two functions, and named parameters are written otherwise. Texts are compared by
their code points there too: their columns have the collation "C" (`etl/publish/schemas.py`).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.store import SchemaBuild, database, engine_build

NAME = re.compile(r"(?<![:\w]):([a-z]\w*)")
"""A named parameter; psycopg writes `%(name)s`."""
FUNCTIONS = {"group_concat(": "string_agg(", "json_each(": "json_array_elements_text("}
NUL, NEVER = "\0", "\ufffe"
"""PostgreSQL holds no text with the one; no text of the record has the other."""


def fetch(engine: Engine, sql: str, values: Mapping[str, Any]) -> Answer:
    """The answer to a statement."""
    build = engine_build(engine)
    if not isinstance(build, SchemaBuild):
        raise TypeError(f"{build} is in no database")
    given = {name: _clean(value) for name, value in values.items()}
    return Answer(*database.read(engine, _text(sql), given, build.schema))


@lru_cache(512)
def _text(sql: str) -> str:
    for theirs, own in FUNCTIONS.items():
        sql = sql.replace(theirs, own)
    return NAME.sub(r"%(\1)s", sql.replace("%", "%%"))


def _clean(value: Any) -> Any:
    """A value that is equal to the same texts; a list is JSON, which writes NUL in its own way."""
    if not isinstance(value, str):
        return value
    return value.replace(NUL, NEVER).replace("\\u0000", NEVER)
