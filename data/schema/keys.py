"""The keys of the tables, in the order in which a claim names its subject."""

from functools import cache

from data.schema.models import Row, tables


@cache
def key_columns(table: str) -> tuple[str, ...]:
    """The key in the order of the model, which is the order of a claim's `subject`."""
    key = {column.name for column in Row.metadata.tables[table].primary_key}
    own = tables()[table].__annotations__
    return tuple(name for name in own if name in key)
