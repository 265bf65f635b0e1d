"""Builds in a PostgreSQL database: each is a schema, `b_<build id>`, that never changes once it is published.

The table `chegara.builds` names them. A build appears there in the transaction that makes its schema, and the
one with the highest `place` is served: readers see the build before or the new one, whole.
"""

from typing import NamedTuple

from sqlalchemy import URL, Engine

from data.schema.models import SCHEMA_VERSION
from data.store import database

OWN = "chegara"
"""The schema of the table of builds."""
FILE = "store_file"
"""The table of a build that holds the SQLite file it was made from, in parts."""
CONTENT = "SELECT content FROM store_file ORDER BY part"
LIST = """
SELECT b.id, CAST(extract(epoch FROM b.published_at) * 1000000 AS bigint), b.version, b.tables, CAST((
  SELECT count(*) FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind = 'r'
  WHERE n.nspname = 'b_' || b.id AND has_schema_privilege(n.oid, 'USAGE')
    AND has_table_privilege(c.oid, 'SELECT')) AS integer)
FROM builds b WHERE b.id ~ '^[0-9a-f]{12}$' ORDER BY b.place DESC
"""

IS_SHUT = (
    """SELECT 1 FROM pg_namespace WHERE nspname = 'chegara' AND NOT has_schema_privilege(oid, 'USAGE')"""
)
"""To who may not use a schema, its tables are not there."""


class SchemaBuild(NamedTuple):
    """A build, when it was published (microseconds), its tables: how many were made, how many can be read."""

    database: URL
    id: str
    published: int
    version: int
    tables: int
    found: int

    @property
    def schema(self) -> str:
        return f"b_{self.id}"

    @property
    def stamp(self) -> tuple[int, int, int, int]:
        """What changes with the build: the time of its publication in ns."""
        return self.published * 1000, 0, 0, 0

    @property
    def is_whole(self) -> bool:
        return self.found >= self.tables

    def find_fault(self) -> str | None:
        """Why it cannot be served, in words that follow a colon; None where it can."""
        if not self.is_whole:
            return "tables of it are missing, or this user may not read them"
        return None if self.version == SCHEMA_VERSION else "it was made for another version of this program"

    def is_ready(self) -> bool:
        """Whether a build of the same data need not be made again."""
        return self.find_fault() is None

    def is_there(self) -> bool:
        """Whether the database still has it."""
        return any(build.id == self.id and build.found for build in list_builds(self.database))

    def open(self) -> Engine:
        """An engine on it, which shares its connections with those on other builds."""
        return database.connect(self.database).execution_options(build=self)

    def read_file(self) -> bytes:
        """The SQLite file that it was made from."""
        _, rows = database.read(database.connect(self.database), CONTENT, {}, self.schema)
        return b"".join(bytes(content) for (content,) in rows)

    def __str__(self) -> str:
        return f"{self.database}, schema {self.schema}"


def list_builds(where: URL) -> list[SchemaBuild]:
    """All builds in the order in which to serve them; none where the table is not there yet."""
    engine = database.connect(where)
    try:
        _, rows = database.read(engine, LIST, {}, OWN)
    except database.LostBuildError:
        if database.read(engine, IS_SHUT, {}, OWN)[1]:
            raise database.UnreachableError(f"this user may not read the schema {OWN}") from None
        return []
    return [SchemaBuild(where, *row) for row in rows]
