from pathlib import Path

import pytest

from etl import pipeline
from tests.etl.folder import Folder


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two builds, the newer of which calls a theme otherwise."""
    builds = tmp_path / "builds"
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    folder = Folder(tmp_path / "curated")
    pipeline.build(folder.path, builds)
    folder.edit("themes.csv", "Drugs,", "Medicines,")
    pipeline.build(folder.path, builds)
    return builds
