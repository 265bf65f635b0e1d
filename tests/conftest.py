"""Fixtures for all tests: a tiny store of invented rows, built once by the real pipeline."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from data import store
from etl import pipeline

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
LONGEST = "tests/e2e/test_hostile.py"
CURATED = Path(__file__).parent / "fixtures" / "curated"


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of builds (what `CHEGARA_STORE` names) that serves the invented rows."""
    folder = tmp_path_factory.mktemp("builds")
    pipeline.build(CURATED, folder)
    return folder


@pytest.fixture(scope="session")
def store_path(builds: Path) -> Path:
    """The finished store of the invented rows."""
    path = store.current_build(builds)
    assert path is not None
    return path


@pytest.fixture(scope="session")
def engine(store_path: Path) -> Iterator[Engine]:
    """The store of the invented rows, opened as the dashboard opens it."""
    opened = store.open_read_only(store_path)
    yield opened
    opened.dispose()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright's event loop, once started, runs in this thread to the end.

    Of them the longest is first, so that no process is left alone with it.
    """
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, LONGEST not in item.nodeid))
