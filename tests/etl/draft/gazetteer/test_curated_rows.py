from pathlib import Path

import pytest

from etl.draft.gazetteer import curated_rows
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.reporting.errors import BadData, UsageError
from tests.conftest import CURATED
from tests.etl.folder import Folder


def test_rows_are_read_as_text() -> None:
    record = curated_rows.read_curated(CURATED)
    assert record.by_id("organisations")["gamma-uz"]["country_id"] == "UZB"
    assert record.rows("no such table") == []


def test_rows_of_some_sources_are_left_out() -> None:
    record = curated_rows.read_curated(CURATED).without_sources(frozenset(["beta-2022-page"]))
    assert "beta" not in record.by_id("organisations")
    assert "delta" in record.by_id("organisations")


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such folder of data"):
        curated_rows.read_curated(tmp_path / "absent")


def test_files_that_a_build_refuses_are_refused(folder: Folder) -> None:
    folder.write("themes.csv", b"id,name\x00")
    (folder.path / "people.csv").unlink()
    with pytest.raises(BadData, match="is missing from the data folder") as refused:
        curated_rows.read_curated(folder.path)
    assert {fault.file for fault in refused.value.faults} == {"people.csv", "themes.csv"}


def test_the_source_of_a_text() -> None:
    record = CuratedRows({"sources": [{"id": "a", "sha256": ""}, {"id": "b", "sha256": "f"}]})
    assert (record.find_source("f"), record.find_source("e")) == ("b", "")
