from pathlib import Path

import pytest

from etl.draft.gazetteer import curated_rows
from etl.reporting.errors import UsageError
from tests.conftest import CURATED


def test_rows_are_read_as_text() -> None:
    record = curated_rows.read(CURATED)
    assert record.by_id("organisations")["gamma-uz"]["country_id"] == "UZB"
    assert record.rows("no such table") == []


def test_rows_of_some_sources_are_left_out() -> None:
    record = curated_rows.read(CURATED).without_sources(frozenset(["beta-2022-page"]))
    assert "beta" not in record.by_id("organisations")
    assert "delta" in record.by_id("organisations")


def test_no_folder_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such folder of data"):
        curated_rows.read(tmp_path / "absent")
    assert curated_rows.read(tmp_path).rows("events") == []
