from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters


@pytest.fixture
def package(engine: Engine, tmp_path: Path) -> Path:
    """The invented record as a data package."""
    path = tmp_path / "record.zip"
    path.write_bytes(
        export.make_file(Request("record", Filters(), export.find_release(engine)), "zip", engine)
    )
    return path
