"""The launcher, serving the invented rows in a process of its own."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bench.visitor import Visitor
from tests.e2e.serving import running, wait_until

NAME = "chegara.example.org"


class Served(NamedTuple):
    """A dashboard that is ready: who is at its doors, its process and its log."""

    visitor: Visitor
    process: int
    log: Path

    @property
    def port(self) -> int:
        return self.visitor.port

    def memory(self) -> int:
        """MB in memory now."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8")
        return int(status.split("VmRSS:")[1].split()[0]) // 1024


@pytest.fixture(scope="session")
def served(builds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Shared by all tests of the server, hostile ones too; it lives to the end, its log holds no trace."""
    log = tmp_path_factory.mktemp("launched") / "log.txt"
    names = {"STREAMLIT_SERVER_ALLOWED_HOSTS": f"localhost 127.0.0.1 {NAME}"}
    with running(builds, log, settings=names) as (url, process):
        wait_until(f"{url}/ready")
        yield Served(Visitor(int(url.rsplit(":", 1)[1])), process, log)
        wait_until(f"{url}/ready", patience=5)
    text = log.read_text(encoding="utf-8")
    assert "Traceback" not in text, f"something from outside left a trace: see {log}"
    assert not re.search(r"[^\n\x20-\x7e…]", text), f"a character of an outsider is in {log}"
    assert max(map(len, text.splitlines())) < 700


@pytest.fixture(scope="session")
def launched(served: Served) -> Visitor:
    """Somebody at the doors of a dashboard that is ready, and whose public name is `NAME`."""
    return served.visitor
