"""What a reader meets when the database is slow, gone, or comes back."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from data import engines, store
from data.store import UnreachableError, database
from tests.pgbouncer import run_pgbouncer
from tests.postgresql import copy_store, shared_server

COUNT = "SELECT count(*) FROM events"


def test_connections_that_were_lost_are_made_anew(store_path: Path) -> None:
    engine = copy_store(store_path).open()
    [(events,)] = engines.select(engine, COUNT, {}).rows
    shared_server().execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'chegara'"
    )
    assert engines.select(engine, COUNT, {}).rows == [(events,)]


def test_behind_pgbouncer_each_question_finds_its_own_build(store_path: Path) -> None:
    """Two connections for all: a setting that outlived its transaction would be met by somebody else."""
    server, build = shared_server(), copy_store(store_path)
    name = str(build.database.database)
    server.execute("CREATE SCHEMA b_000000000000; CREATE TABLE b_000000000000.events AS SELECT 1 AS n", name)
    with run_pgbouncer(server, name) as address:
        engine = build._replace(database=address).open()
        other = build._replace(database=address, id="000000000000").open()
        expected = [engines.select(engine, COUNT, {}).rows, [(1,)]]
        with ThreadPoolExecutor(4) as threads:
            turns = [each for _ in range(20) for each in (engine, other)]
            answers = list(threads.map(lambda each: engines.select(each, COUNT, {}).rows, turns))
        assert [build.id for build in store.list_all(address)] == [build.id]
    server.execute("DROP SCHEMA b_000000000000 CASCADE", name)
    assert answers == 20 * expected
    assert expected[0] == [(6,)]


def test_a_server_killed_under_readers_is_one_sentence_and_heals(store_path: Path) -> None:
    server, engine = shared_server(), copy_store(store_path).open()
    expected = engines.select(engine, COUNT, {}).rows
    answers: list[object] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                answers.append(engines.select(engine, COUNT, {}).rows)
            except UnreachableError as error:
                answers.append(str(error))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    time.sleep(0.3)
    server.kill()
    time.sleep(0.3)
    lost = len(answers)
    server.start()
    while answers[-4:] != [expected] * 4 or len(answers) < lost + 8:
        time.sleep(0.05)
    stop.set()
    for reader in readers:
        reader.join(20)
    assert {answer for answer in answers if isinstance(answer, str)}
    assert [answer for answer in answers if not isinstance(answer, str) and answer != expected] == []
    assert engines.select(engine, COUNT, {}).rows == expected


def test_a_server_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(UnreachableError, match="onnection"):
        list(store.list_all(make_url("postgresql+psycopg://nobody@127.0.0.1:1/none")))


def test_a_server_that_says_nothing_is_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(database.LINK, "connect_timeout", 2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        began = time.monotonic()
        with pytest.raises(UnreachableError, match="timeout"):
            list(store.list_all(make_url(f"postgresql+psycopg://u@127.0.0.1:{silent.getsockname()[1]}/none")))
    assert 1 < time.monotonic() - began < 4


def test_an_answer_that_takes_too_long_is_ended(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "SECONDS_TO_ANSWER", 0.2)
    monkeypatch.setattr(database, "READING", database.READING.replace("{wait}", "200"))
    with pytest.raises(UnreachableError, match=r"no answer within 0\.2 s"):
        engines.select(copy_store(store_path).open(), "SELECT pg_sleep(5)", {})


def test_a_reader_waits_for_a_connection_so_long_and_no_longer(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = copy_store(store_path).open()
    monkeypatch.setattr(engine.pool, "_timeout", 0.1)
    held = [engine.raw_connection() for _ in range(2 * database.CONNECTIONS)]
    try:
        with pytest.raises(UnreachableError, match="all connections are in use"):
            engines.select(engine, COUNT, {})
    finally:
        for each in held:
            each.close()
    assert len(engines.select(engine, COUNT, {}).rows) == 1


def test_connections_that_are_always_lost_end_in_one_sentence(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object) -> None:
        raise psycopg.OperationalError("server closed the connection unexpectedly\nThis probably means")

    engine = copy_store(store_path).open()
    monkeypatch.setattr(database, "_read_once", lose)
    with pytest.raises(UnreachableError, match=r"^server closed the connection unexpectedly$"):
        engines.select(engine, COUNT, {})


def test_a_server_whose_disk_is_full_is_asked_once(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fail(_: object, sql: str, *__: object) -> None:
        asked.append(sql)
        raise psycopg.errors.DiskFull("could not write: No space left on device")

    monkeypatch.setattr(database, "_read_once", fail)
    with pytest.raises(UnreachableError, match="No space left"):
        engines.select(copy_store(store_path).open(), COUNT, {})
    assert asked == [COUNT]
