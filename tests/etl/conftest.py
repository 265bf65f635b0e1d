from pathlib import Path

import pytest

from tests.etl.desk import desk as desk
from tests.etl.desk import draw as draw
from tests.etl.desk import reader as reader
from tests.etl.false_drafter import drafter_address as drafter_address
from tests.etl.false_drafter import false_drafter as false_drafter
from tests.etl.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A copy of the invented data."""
    return Folder(tmp_path / "curated")
