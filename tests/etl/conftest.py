from pathlib import Path

import pytest

from tests.etl.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A copy of the invented data."""
    return Folder(tmp_path / "curated")
