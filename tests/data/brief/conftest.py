"""Briefs of the invented rows."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from data.brief.context import Context
from data.brief.request import Length, Request


@pytest.fixture
def context(engine: Engine) -> Callable[..., Context]:
    """What a part works with; every sentence unless another length is asked for."""
    return lambda **asked: Context(engine, Request(**{"length": Length.WHOLE} | asked))
