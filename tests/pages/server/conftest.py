"""The launcher, serving the invented rows in a process of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.visitor import Visitor
from tests.e2e.serving import serving, wait_until

NAME = "chegara.example.org"


@pytest.fixture(scope="session")
def launched(builds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Somebody at the doors of a dashboard that is ready, and whose public name is `NAME`."""
    log = tmp_path_factory.mktemp("launched") / "log.txt"
    names = {"STREAMLIT_SERVER_ALLOWED_HOSTS": f"localhost 127.0.0.1 {NAME}"}
    with serving(builds, log, settings=names) as url:
        wait_until(f"{url}/ready")
        yield Visitor(int(url.rsplit(":", 1)[1]))
