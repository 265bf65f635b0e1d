"""Publication into a database: one moment, whatever is killed, whoever reads."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import URL, make_url

from data import engines, store
from data.store import LostBuildError, SchemaBuild
from etl import pipeline
from etl.publish import schemas
from etl.reporting.errors import MachineError
from tests.conftest import CURATED
from tests.etl.publish.test_table_copy import read
from tests.postgresql import new_database, shared_server

SILENT: Any = lambda *_: None  # noqa: E731
SMALL = """
CREATE TABLE one (number INTEGER);
CREATE TABLE two (number INTEGER);
CREATE TABLE build (file TEXT, rows INTEGER, release TEXT);
"""
NUMBERS = "SELECT min(number), max(number), count(*) FROM {}"
KILLED = """
import os, signal, sys
from pathlib import Path
from data import store
from etl import pipeline
def kill(stage, done, total):
    if stage == "copy" and done >= 10:
        os.kill(os.getpid(), signal.SIGKILL)
pipeline.build(Path(sys.argv[1]), store.parse_place(sys.argv[2]), kill)
"""


def write_small(folder: Path, number: int) -> Path:
    """A file with two tables that both say which one it is."""
    path = folder / f"{number}.sqlite"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SMALL)
        for table in ("one", "two"):
            connection.executemany(f"INSERT INTO {table} VALUES (?)", [[number]] * 500)  # noqa: S608
        connection.commit()
    return path


def publish_small(where: URL, folder: Path, number: int) -> SchemaBuild:
    return schemas.publish_file(where, write_small(folder, number), f"{number:012x}", "r", SILENT)


def schemas_of(where: URL) -> list[str]:
    rows = read(where, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'b\\_%' ORDER BY 1")
    return [name for (name,) in rows]


def test_three_builds_are_kept_the_last_one_published_first(tmp_path: Path) -> None:
    where = new_database()
    built = [publish_small(where, tmp_path, number) for number in range(5)]
    assert [build.id[-1] for build in store.list_all(where)] == ["4", "3", "2"]
    assert schemas_of(where) == [f"b_{number:012x}" for number in (2, 3, 4)]
    schemas.point_to(built[2])
    assert [build.id[-1] for build in store.list_all(where)] == ["2", "4", "3"]


def test_of_several_hosts_the_one_that_can_write_takes_the_build(tmp_path: Path) -> None:
    """As the guide writes it for the builder."""
    where, hosts = new_database(), ["127.0.0.1:1", f"127.0.0.1:{shared_server().port}"]
    several = where.set(host=None, port=None, query={"host": hosts, "target_session_attrs": "read-write"})
    publish_small(several, tmp_path, 1)
    assert [build.id[-1] for build in store.list_all(where)] == ["1"]


def test_a_build_that_is_broken_does_not_count_and_goes(tmp_path: Path) -> None:
    where = new_database()
    for number in range(3):
        publish_small(where, tmp_path, number)
    name = str(where.database)
    shared_server().execute(f"DROP TABLE b_{2:012x}.two; CREATE SCHEMA b_ffffffffffff", name)
    assert [build.find_fault() is None for build in store.list_all(where)] == [False, True, True]
    publish_small(where, tmp_path, 3)
    assert [build.id[-1] for build in store.list_all(where)] == ["3", "1", "0"]
    assert schemas_of(where) == [f"b_{number:012x}" for number in (0, 1, 3)]


def test_a_build_of_the_same_id_is_made_anew(tmp_path: Path) -> None:
    where = new_database()
    publish_small(where, tmp_path, 1)
    file = write_small(tmp_path, 2)
    build = schemas.publish_file(where, file, f"{1:012x}", "r", SILENT)
    assert engines.select(build.open(), "SELECT DISTINCT number FROM one", {}).rows == [(2,)]
    assert len(list(store.list_all(where))) == 1


def test_twenty_builds_under_readers_and_none_sees_two(tmp_path: Path) -> None:
    """A reader pins a build, then asks twice; three newer ones must come before its build goes."""
    where = new_database()
    publish_small(where, tmp_path, 0)
    stop, seen, wrong = threading.Event(), set(), []

    def read_pinned() -> None:
        while not stop.is_set():
            build = next(store.list_all(where))
            try:
                pairs = [engines.select(build.open(), NUMBERS.format(table), {}) for table in ("one", "two")]
            except LostBuildError:
                wrong.append(f"{build.id} went under a reader")
                continue
            number = int(build.id, 16)
            seen.add(number)
            wrong.extend(str(pair.rows) for pair in pairs if pair.rows != [(number, number, 500)])

    readers = [threading.Thread(target=read_pinned) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(1, 21):
        publish_small(where, tmp_path, number)
    while 20 not in seen:
        time.sleep(0.01)
    stop.set()
    for reader in readers:
        reader.join(20)
    assert wrong == []
    assert len(seen) > 5


def test_a_load_that_is_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    where = new_database()
    before = publish_small(where, tmp_path, 1)
    address = where.render_as_string(hide_password=False)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(CURATED), address], check=False, cwd=store.ROOT, env={**os.environ}
    )
    assert killed.returncode == -signal.SIGKILL
    assert [build.id for build in store.list_all(where)] == [before.id]
    assert schemas_of(where) == [before.schema]


def test_a_server_killed_under_a_load_leaves_what_was_served(tmp_path: Path) -> None:
    server, where = shared_server(), new_database()
    before = publish_small(where, tmp_path, 1)

    def kill(stage: str, done: int, _: int) -> None:
        if stage == "copy" and done == 10:
            server.kill()

    try:
        with pytest.raises(MachineError, match=f"{where.database}: "):
            pipeline.build(CURATED, where, kill)
    finally:
        server.start()
    assert [build.id for build in store.list_all(where)] == [before.id]
    assert schemas_of(where) == [before.schema]
    report = pipeline.build(CURATED, where)
    assert [build.id for build in store.list_all(where)] == [report.build_id, before.id]
    again = pipeline.build(CURATED, where)
    assert (again.is_new, again.build_id, again.schema) == (False, report.build_id, report.schema)
    assert again.counts == report.counts


def test_two_loads_at_once_are_one_too_many(tmp_path: Path) -> None:
    where = new_database()
    build = publish_small(where, tmp_path, 1)
    address = where.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [schemas.LOCK])
        with pytest.raises(MachineError, match="another load is running"):
            publish_small(where, tmp_path, 2)
        with pytest.raises(MachineError, match="another load is running"):
            schemas.point_to(build)
    assert publish_small(where, tmp_path, 2).is_whole


def test_an_old_build_that_somebody_locks_is_left_to_the_next_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schemas, "PATIENCE", "SET LOCAL lock_timeout = '50ms'")
    where = new_database()
    first = publish_small(where, tmp_path, 0)
    address = where.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as other:
        other.execute(f"SELECT count(*) FROM {first.schema}.one")  # noqa: S608
        for number in (1, 2, 3):
            publish_small(where, tmp_path, number)
        assert first.schema in schemas_of(where)
    publish_small(where, tmp_path, 4)
    assert first.schema not in schemas_of(where)


def test_a_database_that_does_not_answer_is_one_line() -> None:
    where = make_url("postgresql+psycopg://somebody:secret@127.0.0.1:1/none")
    with pytest.raises(MachineError, match=r"somebody:\*\*\*@127.0.0.1:1/none: ") as refused:
        pipeline.build(CURATED, where)
    assert "secret" not in str(refused.value)


def test_a_database_of_another_encoding_is_one_line() -> None:
    shared_server().execute("CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1 LOCALE 'C'")
    with pytest.raises(MachineError, match=r'/latin: character .* has no equivalent in encoding "LATIN1"'):
        pipeline.build(CURATED, make_url(shared_server().address("latin")))


def test_a_database_that_is_lost_after_publication_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = new_database()

    def lose(_: URL) -> list[SchemaBuild]:
        raise store.UnreachableError("it went away")

    with monkeypatch.context() as patch:
        patch.setattr(schemas, "list_builds", lose)
        with pytest.raises(MachineError, match="it went away"):
            publish_small(where, tmp_path, 1)
    assert [build.id[-1] for build in store.list_all(where)] == ["1"]


def test_roles_of_the_script_build_and_read_and_no_more(tmp_path: Path) -> None:
    server = shared_server()
    where = new_database()
    script = (store.ROOT / "docs" / "deploy" / "postgresql.sql").read_text(encoding="utf-8")
    server.execute(script.replace(":database", str(where.database)), str(where.database))
    builder, reader = (where.set(username=f"chegara_{role}") for role in ("builder", "reader"))
    for number in range(5):
        publish_small(builder, tmp_path, number)
    [seen, *older] = store.list_all(reader)
    assert (seen.id[-1], seen.find_fault(), len(older)) == ("4", None, 2)
    assert engines.select(seen.open(), "SELECT max(number) FROM two", {}).rows == [(4,)]
    for refused in ("DROP SCHEMA chegara CASCADE", "UPDATE chegara.builds SET place = 0"):
        with psycopg.connect(reader.set(drivername="postgresql").render_as_string()) as connection:
            connection.execute("SET default_transaction_read_only = off")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"SET TRANSACTION READ WRITE; {refused}")
    with pytest.raises(MachineError, match=r"permission denied|read-only"):
        publish_small(reader, tmp_path, 6)
