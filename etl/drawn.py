"""Loaded tables as rows in memory, for what is derived from many of them at once."""

from sqlalchemy import Connection, select

from data.models import Row
from etl.tables import Table, curated


def tables(connection: Connection) -> dict[str, Table]:
    """Every curated table of a draft."""
    found = {}
    for name in curated():
        rows = connection.execute(select(Row.metadata.tables[name])).mappings()
        found[name] = Table(name, rows=[dict(row) for row in rows])
    return found
