"""Extracts of the invented record."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Asked, Settings
from data.filters import Filters

Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def make(engine: Engine) -> Make:
    """The bytes of a data set in a format, whole or under filters and settings."""
    release = export.release(engine)

    def made(dataset: str, form: str, filters: Filters | None = None, settings: Settings = ()) -> bytes:
        return export.made(Asked(dataset, filters or Filters(), release, settings), form, engine)

    return made
