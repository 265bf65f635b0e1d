"""A verified file becomes a schema of a PostgreSQL database, and is served, in one transaction.

Whatever is killed before its end leaves nothing behind: PostgreSQL undoes what was not committed. Until then
readers go on with the build before, and whoever began on an older one until three are newer.
"""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection, sql
from sqlalchemy import URL

from data import store
from data.schema.models import SCHEMA_VERSION
from data.store.database import LINK
from data.store.schemas import SchemaBuild, list_builds
from etl.publish.publication import KEPT
from etl.publish.table_copy import copy_file
from etl.reporting.errors import MachineError
from etl.reporting.progress import Progress

LOCK = 7_430_012
"""The number under which PostgreSQL lets one build be written at a time: any that nothing else uses."""
TABLE = """
CREATE SCHEMA IF NOT EXISTS chegara;
CREATE TABLE IF NOT EXISTS chegara.builds (
  id text PRIMARY KEY, place bigint NOT NULL, published_at timestamptz NOT NULL, release text NOT NULL,
  version integer NOT NULL, tables integer NOT NULL, digests json NOT NULL)
"""
ADD = "INSERT INTO chegara.builds VALUES (%s, 0, clock_timestamp(), %s, %s, %s, %s)"
FORGET = "DELETE FROM chegara.builds WHERE 'b_' || id = %s"
POINT = """UPDATE chegara.builds SET published_at = clock_timestamp(),
  place = (SELECT max(place) + 1 FROM chegara.builds) WHERE id = %s"""
OURS = """SELECT nspname FROM pg_namespace WHERE nspname ~ '^b_[0-9a-f]{12}$'
  UNION SELECT 'b_' || id FROM chegara.builds"""
SETTINGS = (
    "search_path = pg_catalog",
    "max_parallel_workers_per_gather = 0",
    "maintenance_work_mem = '256MB'",
    "lock_timeout = '20s'",
)

PATIENCE = "SET LOCAL lock_timeout = '5s'"
"""With those who read a build that is to be removed."""


@contextmanager
def translate_errors(where: URL) -> Iterator[None]:
    """Turn what the database refuses into one line that names it."""
    try:
        yield
    except psycopg.Error as error:
        raise MachineError(f"{where}: {str(error).partition(chr(10))[0]}") from error
    except store.UnreachableError as error:
        raise MachineError(f"{where}: {error}") from error


def publish_file(where: URL, file: Path, identity: str, release: str, progress: Progress) -> SchemaBuild:
    """Copy a finished file into a schema and serve it; then remove what is too old."""
    build = SchemaBuild(where, identity, 0, 0, 0, 0)
    with translate_errors(where), closing(_connect(where)) as connection:
        with connection.transaction():
            _begin(connection, where)
            digests = copy_file(connection, file, build.schema, progress)
            connection.execute(FORGET, [build.schema])
            connection.execute(
                ADD, [identity, release, SCHEMA_VERSION, len(digests) + 1, json.dumps(digests)]
            )
            connection.execute(POINT, [identity])
        _remove_old(connection, where)
        return next(each for each in list_builds(where) if each.id == identity)


def point_to(build: SchemaBuild) -> None:
    """Serve a build that is there already."""
    with translate_errors(build.database), closing(_connect(build.database)) as connection:
        with connection.transaction():
            _begin(connection, build.database)
            connection.execute(POINT, [build.id])
        _remove_old(connection, build.database)


def _connect(where: URL) -> Connection[Any]:
    """As readers connect: of several hosts, each with its port, as well."""
    _, address = where.get_dialect()().create_connect_args(where)
    settings = {**address, **LINK, "prepare_threshold": None, "application_name": "chegara etl"}
    return psycopg.connect(autocommit=True, **settings)


def _begin(connection: Connection[Any], where: URL) -> None:
    """Settings of the transaction, and the lock that it holds to its end, however it ends."""
    for setting in SETTINGS:
        connection.execute(f"SET LOCAL {setting}")
    [is_free] = connection.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK]).fetchone() or [False]
    if not is_free:
        raise MachineError(f"{where}: another load is running")
    connection.execute(TABLE)


def _remove_old(connection: Connection[Any], where: URL) -> None:
    """Remove all but the last three whole builds; what cannot be removed is left to the next load."""
    kept = [build.schema for build in list_builds(where) if build.is_whole][:KEPT]
    for schema in {name for (name,) in connection.execute(OURS).fetchall()} - {*kept}:
        with suppress(psycopg.Error), connection.transaction():
            connection.execute(PATIENCE)
            connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
            connection.execute(FORGET, [schema])
