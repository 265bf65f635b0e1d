"""What a table of PostgreSQL holds after it was copied: the rows, types, keys and indexes of the file."""

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from etl.publish import schemas, table_copy
from etl.reporting.errors import MachineError
from tests.postgresql import copy_store, new_database

SCRIPT = """
CREATE TABLE things (
  id VARCHAR NOT NULL, is_odd BOOLEAN, amount FLOAT, number INTEGER, day DATE, PRIMARY KEY (id));
CREATE INDEX things_by_number ON things (number DESC, id);
CREATE UNIQUE INDEX things_by_day ON things (day);
INSERT INTO things VALUES ('a', 1, 0.1, -5, '2020-01-02');
INSERT INTO things VALUES ('Ä\t\\N', 0, 1e300, NULL, NULL), ('B', NULL, NULL, 2, '2021-03-04');
CREATE TABLE claims (subject TEXT PRIMARY KEY);
INSERT INTO claims VALUES ('x'), ('y');
"""


def read(where: Any, query: str) -> list[Any]:
    address = where.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCRIPT)
    return path


def test_rows_types_keys_and_indexes_are_those_of_the_file(file: Path) -> None:
    build = schemas.publish_file(new_database(), file, "0123456789ab", "2026.1", lambda *_: None)
    at = f"{build.schema}.things"
    assert read(build.database, f"SELECT * FROM {at} ORDER BY id") == [  # noqa: S608
        ("B", None, None, 2, "2021-03-04"),
        ("a", True, 0.1, -5, "2020-01-02"),
        ("Ä\t\\N", False, 1e300, None, None),
    ]
    columns = f"""SELECT column_name, data_type, collation_name, is_nullable FROM information_schema.columns
      WHERE table_schema = '{build.schema}' AND table_name = 'things' ORDER BY ordinal_position"""  # noqa: S608
    assert read(build.database, columns) == [
        ("id", "text", "C", "NO"),
        ("is_odd", "boolean", None, "YES"),
        ("amount", "double precision", None, "YES"),
        ("number", "integer", None, "YES"),
        ("day", "text", "C", "YES"),
    ]
    indexes = f"SELECT indexdef FROM pg_indexes WHERE schemaname = '{build.schema}' AND tablename = 'things'"  # noqa: S608
    assert sorted(definition.split(" ON ")[1] for (definition,) in read(build.database, indexes)) == [
        f"{at} USING btree (day)",
        f"{at} USING btree (id)",
        f"{at} USING btree (number DESC, id)",
    ]
    assert read(build.database, f"SELECT * FROM {build.schema}.claims ORDER BY 2") == [("x", 1), ("y", 2)]  # noqa: S608
    assert build.read_file() == file.read_bytes()


def test_what_a_table_must_hold_is_recorded(store_path: Path) -> None:
    build = copy_store(store_path)
    [(digests, tables)] = read(build.database, "SELECT digests, tables FROM chegara.builds")
    assert digests["countries"][0] == 4
    assert len(digests["countries"][1]) == 32
    assert tables == len(digests) + 1 == build.found


def test_a_table_that_does_not_hold_what_was_sent_stops_the_build(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = new_database()
    numbers = count()
    monkeypatch.setattr(table_copy.RowSum, "digest", lambda _: table_copy.Digest(next(numbers), ""))
    with pytest.raises(
        MachineError, match=r"b_0123456789ab\.things: it does not hold the rows that were copied"
    ):
        schemas.publish_file(where, file, "0123456789ab", "2026.1", lambda *_: None)
    assert (
        read(where, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'b_%' OR nspname = 'chegara'") == []
    )
