import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from data.models import SCHEMA_VERSION
from etl import network, pipeline
from etl.errors import warning_rows
from etl.load import Rows, load, put_in_order
from etl.pipeline import Prepared
from etl.progress import silent
from tests.conftest import CURATED


@pytest.fixture
def prepared() -> Prepared:
    return pipeline.prepare(CURATED)


def _rows(prepared: Prepared) -> dict[str, Rows]:
    put_in_order(prepared.tables)
    return {
        **{name: table.rows for name, table in prepared.tables.items()},
        "build": prepared.files,
        "organisation_positions": network.positions(prepared.tables),
        "warnings": warning_rows(prepared.warnings),
    }


def _load(path: Path, prepared: Prepared) -> bytes:
    load(path, _rows(prepared), silent)
    return path.read_bytes()


def test_rows_in_another_order_give_the_same_bytes(prepared: Prepared, tmp_path: Path) -> None:
    first = _load(tmp_path / "a.sqlite", prepared)
    for table in prepared.tables.values():
        table.rows.reverse()
    assert _load(tmp_path / "b.sqlite", prepared) == first


def test_the_file_stands_alone_and_says_its_version(prepared: Prepared, tmp_path: Path) -> None:
    _load(tmp_path / "a.sqlite", prepared)
    assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite"]
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM sqlite_stat1").fetchone() > (0,)
        states = connection.execute("SELECT DISTINCT release, released_on FROM build").fetchall()
        assert states == [("test.1", "2026-11-20")]


def test_every_row_is_counted_to_the_progress(prepared: Prepared, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    load(tmp_path / "a.sqlite", _rows(prepared), lambda *step: told.append(step))
    stage, done, total = [step for step in told if step[0] == "load"][-1]
    assert (stage, done) == ("load", total)


def test_a_broken_reference_here_is_our_bug_and_raises(prepared: Prepared, tmp_path: Path) -> None:
    prepared.tables["events"].rows[0]["source_id"] = "nowhere"
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        _load(tmp_path / "a.sqlite", prepared)
