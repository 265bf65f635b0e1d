import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from data.schema.models import SCHEMA_VERSION
from etl import pipeline
from etl.load import Rows, load_store
from etl.pipeline import PreparedData
from etl.reporting.errors import warning_rows
from etl.reporting.progress import Progress, ignore_progress
from etl.verify.checks import BrokenStoreError, verify_store
from tests.conftest import CURATED


@pytest.fixture
def prepared() -> Iterator[PreparedData]:
    with pipeline.prepare(CURATED) as found:
        yield found


def _load(path: Path, prepared: PreparedData, progress: Progress = ignore_progress) -> bytes:
    own: dict[str, Rows] = {"build": prepared.files, "warnings": warning_rows(prepared.warnings)}
    load_store(path, prepared.staged.path, prepared.staged.rows, own, progress)
    return path.read_bytes()


def test_rows_in_another_order_give_the_same_bytes(prepared: PreparedData, tmp_path: Path) -> None:
    first = _load(tmp_path / "a.sqlite", prepared)
    for table in prepared.staged.rows:
        prepared.staged.connection.execute(f"UPDATE {table} SET line = -line")  # noqa: S608
    assert _load(tmp_path / "b.sqlite", prepared) == first


def test_the_file_stands_alone_and_says_its_version(prepared: PreparedData, tmp_path: Path) -> None:
    _load(tmp_path / "a.sqlite", prepared)
    assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite"]
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM sqlite_stat1").fetchone() > (0,)
        states = connection.execute("SELECT DISTINCT release, released_on FROM build").fetchall()
        assert states == [("test.1", "2026-11-20")]


def test_every_row_is_counted_to_the_progress(prepared: PreparedData, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    _load(tmp_path / "a.sqlite", prepared, lambda *step: told.append(step))
    stage, done, total = [step for step in told if step[0] == "load"][-1]
    assert (stage, done) == ("load", total)


def test_a_broken_rule_here_is_our_bug_and_raises(prepared: PreparedData, tmp_path: Path) -> None:
    prepared.staged.connection.execute("UPDATE events SET title = NULL WHERE line = 2")
    with pytest.raises(IntegrityError, match="NOT NULL"):
        _load(tmp_path / "a.sqlite", prepared)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE claims SET confidence = 'rumour' WHERE line = 2", "claims: 1 rows that a CHECK refuses"),
        ("UPDATE organisations SET source_id = 'nowhere' WHERE line = 2", "foreign_key_check"),
    ],
)
def test_what_loading_does_not_ask_is_our_bug_and_is_found_before_it_is_served(
    change: str, words: str, prepared: PreparedData, tmp_path: Path
) -> None:
    prepared.staged.connection.execute(change)
    _load(tmp_path / "a.sqlite", prepared)
    with pytest.raises(BrokenStoreError, match=words):
        verify_store(tmp_path / "a.sqlite", {}, prepared.expected, ignore_progress)
