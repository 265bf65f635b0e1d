from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.extracts import making
from data.extracts.asked import Asked
from data.filters import Filters


@pytest.fixture
def package(engine: Engine, tmp_path: Path) -> Path:
    """The invented record as a data package."""
    path = tmp_path / "record.zip"
    path.write_bytes(making.made(Asked("record", Filters(), making.release(engine)), "zip", engine))
    return path
