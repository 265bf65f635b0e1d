"""Two app servers on a database and its replica: what programs get while one part after another is killed."""

import itertools
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from sqlalchemy import make_url

from data import store
from etl.publish import schemas
from pages.server.api.application import make_application
from pages.server.api.pacing import Pacing
from tests.e2e.serving import running
from tests.pages.server.api.conftest import Program
from tests.postgresql import Primary, Replica, Server, find_programs, prefer_replica, run_server

NUMBERS = itertools.count()


class Parts(NamedTuple):
    """Whom the test may kill; the other app server is this process."""

    primary: Server
    replica: Server
    address: str
    process: int


@pytest.fixture
def parts(store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parts]:
    programs = find_programs()
    assert programs
    with ExitStack() as stack:
        primary = stack.enter_context(run_server(programs, Primary))
        where = make_url(primary.create_database("cluster"))
        schemas.publish_file(where, store_path, store.build_id(store_path), "test", lambda *_: None)
        replica = stack.enter_context(run_server(programs, partial(Replica, primary=primary)))
        monkeypatch.setenv("CHEGARA_STORE_READ", prefer_replica(replica, primary, "cluster"))
        started = stack.enter_context(running(tmp_path, tmp_path / "log.txt"))
        yield Parts(primary, replica, *started)


def new_path() -> str:
    """All events, by an address for which no answer is kept."""
    return f"/api/v1/data/events?from={date(1900, 1, 1) + timedelta(next(NUMBERS))}"


def list_rows(answer: httpx.Response) -> list[Any]:
    """Without the address of a row, which is that of the server and of the request."""
    return [{**row, "record_url": None} for row in answer.json().get("rows", [])]


class Caller(threading.Thread):
    """Asks one app server after another until one answers, as the proxy of `docs/deploy` does."""

    def __init__(self, addresses: Sequence[str], expected: list[Any]) -> None:
        super().__init__()
        self._addresses, self._expected = addresses, expected
        self._client = httpx.Client(timeout=60)
        self._here = Program(make_application(Pacing()))
        self.answers: list[tuple[int, bool]] = []
        """Each status, and whether the rows are those that are due."""
        self.is_over = False

    def run(self) -> None:
        while not self.is_over:
            answer = self._ask(new_path())
            self.answers.append((answer.status_code, list_rows(answer) == self._expected))
            time.sleep(0.1)

    def _ask(self, path: str) -> httpx.Response:
        for address in self._addresses:
            try:
                return self._client.get(f"{address}{path}")
            except httpx.TransportError:
                continue
        return self._here.ask(path)


def test_programs_get_every_row_whichever_part_is_killed(parts: Parts) -> None:
    expected = list_rows(Program(make_application(Pacing())).ask(new_path()))
    callers = [Caller([parts.address], expected), Caller([], expected)]
    for caller in callers:
        caller.start()

    def wait() -> None:
        """Until each has asked anew, and has an answer."""
        due = [len(caller.answers) + 2 for caller in callers]
        while any(len(each.answers) < least for each, least in zip(callers, due, strict=True)):
            assert all(each.is_alive() for each in callers)
            time.sleep(0.02)

    try:
        wait()
        os.kill(parts.process, signal.SIGKILL)
        wait()
        parts.replica.kill()
        wait()
        parts.replica.start()
        wait()
        parts.primary.kill()
        wait()
    finally:
        for caller in callers:
            caller.is_over = True
            caller.join(60)
    assert len(expected) > 3
    assert {answer for caller in callers for answer in caller.answers} == {(200, True)}
