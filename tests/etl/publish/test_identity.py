import subprocess
import sys
from pathlib import Path

import pytest

from data.store import ROOT
from etl.publish import identity
from etl.publish.identity import build_id, hash_files
from tests.conftest import CURATED


def test_the_id_is_of_files_release_and_code_and_of_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.csv": "1", "b.csv": "2"}
    first = build_id(files, "r1")
    assert len(first) == 12
    assert build_id(dict(reversed(files.items())), "r1") == first
    assert build_id(files, "r2") != first
    assert build_id(files | {"b.csv": "3"}, "r1") != first
    monkeypatch.setattr(identity, "SCHEMA_VERSION", 99)
    assert build_id(files, "r1") != first


def test_every_input_file_is_hashed() -> None:
    found = hash_files(CURATED)
    assert len(found) == 27
    assert {len(digest) for digest in found.values()} == {64}
    assert "expectations.toml" in found


def test_all_code_that_a_build_runs_is_in_its_id() -> None:
    files = "[m.__file__ for m in sys.modules.values() if m.__name__.startswith(('data', 'etl'))]"
    program = f"import sys, etl.pipeline; print(*filter(None, {files}))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    used = {
        path for path in map(Path, run.stdout.split()) if path.is_relative_to(ROOT) and path.stat().st_size
    }
    assert len(used) > 40
    used -= {*(ROOT / "data" / "drafts").iterdir()}  # they refuse a build after a cut merge, and change none
    assert used - {path for pattern in identity.CODE for path in ROOT.glob(pattern)} == set()


def test_rooms_that_no_build_runs_are_not_in_its_id() -> None:
    hashed = {path.relative_to(ROOT).parts for pattern in identity.CODE for path in ROOT.glob(pattern)}
    rooms = {path.name for path in (ROOT / "etl").iterdir() if (path / "__init__.py").is_file()}
    assert {parts[1] for parts in hashed if parts[0] == "etl" and len(parts) > 2} == set(identity.ETL_ROOMS)
    assert rooms - set(identity.ETL_ROOMS) == {"anchors", "commands", "draft", "releases"}
    assert not {"brief", "pictures", "citations"} & {parts[1] for parts in hashed}
