import pytest

from etl import identity
from etl.identity import build_id, files_of
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
    found = files_of(CURATED)
    assert len(found) == 27
    assert {len(digest) for digest in found.values()} == {64}
    assert "expectations.toml" in found
