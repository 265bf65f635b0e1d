import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data import store
from etl import pipeline
from etl.mart import duckdb_copy
from etl.publish import publication
from etl.reporting.progress import ignore_progress
from tests.conftest import CURATED
from tests.etl.folder import Folder


def test_every_table_is_copied_row_for_row(store_path: Path, tmp_path: Path) -> None:
    duckdb_copy.write_copy(store_path, tmp_path / "copy.duckdb", ignore_progress)
    with (
        closing(sqlite3.connect(store_path)) as source,
        duckdb.connect(str(tmp_path / "copy.duckdb"), read_only=True) as target,
    ):
        for table, order in duckdb_copy.ORDERS.items():
            query = f"SELECT * FROM {table} ORDER BY {order}"  # noqa: S608
            rows = target.execute(query).fetchall()
            assert rows == source.execute(query).fetchall(), table


def test_a_large_build_is_published_with_its_copy_and_a_small_one_without(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds = tmp_path / "builds"
    monkeypatch.setattr(duckdb_copy, "LEAST", 6)
    pipeline.build(folder.path, builds)
    [first] = store.list_pointed(builds)
    assert first.copy_sha256 == store.file_digest(store.copy_path(first.path))
    monkeypatch.setattr(duckdb_copy, "LEAST", 7)
    folder.edit("themes.csv", "Drugs,", "Medicines,")
    pipeline.build(folder.path, builds)
    newest, older = store.list_pointed(builds)
    assert (newest.copy_sha256, older.copy_sha256) == (None, first.copy_sha256)
    assert [path.name for path in builds.glob(f"*{store.COPY}")] == [store.copy_path(first.path).name]


def test_a_build_whose_copy_is_damaged_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duckdb_copy, "LEAST", 1)
    path = pipeline.build(CURATED, tmp_path).path
    assert path is not None
    assert not pipeline.build(CURATED, tmp_path).is_new
    store.copy_path(path).write_bytes(b"nothing")
    assert pipeline.build(CURATED, tmp_path).is_new
    [build] = store.list_pointed(tmp_path)
    assert store.find_copy_damage(build) is None


def test_copies_without_their_build_are_swept(tmp_path: Path) -> None:
    (tmp_path / "store-0123.duckdb").write_bytes(b"left over")
    (tmp_path / f"store-4567.duckdb{publication.DRAFT}").write_bytes(b"left over")
    publication.remove_leftovers(tmp_path)
    assert list(tmp_path.glob("*.duckdb*")) == []


def test_a_disk_that_takes_nothing_is_the_machines_trouble(store_path: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="copy"):
        duckdb_copy.write_copy(store_path, tmp_path / "nowhere" / "copy.duckdb", ignore_progress)
