"""Connections to a PostgreSQL database that holds builds: they only read, wait within bounds, and heal.

Each statement is a transaction of its own that names the schema it reads, so that it needs no state of a
connection: behind pgbouncer the next one may have another server.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import URL, Engine, PoolProxiedConnection, create_engine, event, exc
from sqlalchemy.pool import QueuePool

READING = """SET TRANSACTION READ ONLY; SET LOCAL search_path = {schema}, pg_catalog;
SET LOCAL statement_timeout = {wait}; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0;
SET LOCAL join_collapse_limit = 5; """
"""Goes before each statement, in the same message: one way to the server and back.

An event with each of ten organisations joins ten lists of facts: to try the orders of eight took the planner
80 ms, of five 3.
"""
CONNECTIONS = 16
SECONDS_TO_CONNECT, SECONDS_TO_ANSWER = 5, 60
NO_ROOM = "53"
"""How the state begins of a server whose disk or memory is full: to ask again would add to it."""
LINK = {
    "connect_timeout": SECONDS_TO_CONNECT,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "application_name": "chegara",
    "client_encoding": "utf8",
}
"""Of libpq: a server that is gone without a word is noticed within half a minute."""


class UnreachableError(ConnectionError):
    """The database does not answer, or not this user."""


class LostBuildError(LookupError):
    """The schema of a build is there no longer."""


@cache
def connect(database: URL) -> Engine:
    """The connections of this process to a database; the first statement opens one."""
    from psycopg import ClientCursor

    engine = create_engine(
        database,
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        max_overflow=CONNECTIONS,
        pool_timeout=SECONDS_TO_CONNECT,
        pool_recycle=900,
        pool_use_lifo=True,
        isolation_level="AUTOCOMMIT",
        use_native_hstore=False,
        connect_args={**LINK, "cursor_factory": ClientCursor, "prepare_threshold": None},
    )

    @event.listens_for(engine, "connect")
    def _numbers(connection: Any, _: Any) -> None:
        connection.adapters.register_loader("numeric", _number_loader())

    return engine


def read(engine: Engine, sql: str, values: Mapping[str, Any], schema: str) -> tuple[list[str], list[Any]]:
    """Names and rows of a statement over a schema; asked anew where connections were lost.

    UnreachableError where the database does not answer, LostBuildError where the schema is gone.
    """
    import psycopg

    for _ in range(2 * CONNECTIONS):  # after a restart or failover all that are open are lost, one by one
        try:
            return _read_once(engine, sql, values, schema)
        except psycopg.errors.QueryCanceled as error:
            raise UnreachableError(f"no answer within {SECONDS_TO_ANSWER} s") from error
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            lost = error
            if (error.sqlstate or "").startswith(NO_ROOM):
                break
    raise UnreachableError(_first_line(lost)) from lost


def _take_connection(engine: Engine) -> PoolProxiedConnection:
    """One that is open, else a new one; UnreachableError where none is to be had."""
    import psycopg

    try:
        return engine.raw_connection()
    except exc.TimeoutError as error:
        raise UnreachableError("all connections are in use") from error
    except psycopg.Error as error:
        raise UnreachableError(_first_line(error)) from error


def _read_once(
    engine: Engine, sql: str, values: Mapping[str, Any], schema: str
) -> tuple[list[str], list[Any]]:
    import psycopg

    pooled = _take_connection(engine)
    try:
        cursor = pooled.cursor()
        head = READING.format(schema=schema, wait=SECONDS_TO_ANSWER * 1000)
        cursor.execute(head + sql, values)
        while cursor.nextset():
            pass
        return [column[0] for column in cursor.description], list(cursor.fetchall())
    except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName) as error:
        raise LostBuildError(_first_line(error)) from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise UnreachableError(_first_line(error)) from error
    except (psycopg.OperationalError, psycopg.InterfaceError):
        pooled.invalidate()
        raise
    finally:
        pooled.close()


def _number_loader() -> Any:
    """Reads sums as Python's own numbers: PostgreSQL adds whole numbers to `numeric`."""
    from psycopg.adapt import Loader

    class Number(Loader):
        def load(self, data: Any) -> int | float:
            text = bytes(data)
            return float(text) if b"." in text or b"N" in text else int(text)

    return Number


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
