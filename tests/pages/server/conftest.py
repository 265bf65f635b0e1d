"""The launcher, serving the invented rows in a process of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.visitor import Visitor
from tests.e2e.serving import serving, wait_until


@pytest.fixture(scope="session")
def launched(builds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Somebody at the doors of a dashboard that is ready."""
    with serving(builds, tmp_path_factory.mktemp("launched") / "log.txt") as url:
        wait_until(f"{url}/ready")
        yield Visitor(int(url.rsplit(":", 1)[1]))
