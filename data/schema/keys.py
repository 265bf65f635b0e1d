"""The keys of the tables, in the order in which a claim names its subject."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from data.schema.models import Row, tables


@cache
def key_columns(table: str) -> tuple[str, ...]:
    """The key in the order of the model, which is the order of a claim's `subject`."""
    key = {column.name for column in Row.metadata.tables[table].primary_key}
    own = tables()[table].__annotations__
    return tuple(name for name in own if name in key)


def row_key(table: str, row: Mapping[str, Any]) -> str:
    """The key of a row as a claim names its subject, e.g. `2022-talks/alpha/host/report`."""
    return "/".join(str(row[column]) for column in key_columns(table))


def part_key(table: str, event_id: str, row: Mapping[str, Any]) -> str:
    """The key of a row on a part of an event; its `id` is that of the organisation, person or place."""
    _, own, *_ = key_columns(table)
    return row_key(table, {**row, "event_id": event_id, own: row["id"]})
