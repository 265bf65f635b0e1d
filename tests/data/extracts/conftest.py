"""Extracts of the invented record."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request, Settings
from data.filters import Filters

Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def make(engine: Engine) -> Make:
    """The bytes of a data set in a format, whole or under filters and settings."""
    release = export.find_release(engine)

    def made(dataset: str, form: str, filters: Filters | None = None, settings: Settings = ()) -> bytes:
        return export.make_file(Request(dataset, filters or Filters(), release, settings), form, engine)

    return made
