import os
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from data import store
from data.models import Event, Source, Theme


def test_the_folder_is_a_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(tmp_path))
    assert store.folder() == tmp_path
    monkeypatch.delenv("CHEGARA_STORE")
    assert store.folder() == store.ROOT / "data" / "build"


@pytest.mark.parametrize("pointer", [None, "", "store-gone.sqlite", "../store-a.sqlite/"])
def test_without_a_good_pointer_no_build_is_current(pointer: str | None, tmp_path: Path) -> None:
    if pointer is not None:
        (tmp_path / "current").write_text(pointer)
    assert store.current(tmp_path) is None


def test_the_pointer_names_the_current_build(tmp_path: Path) -> None:
    (tmp_path / "store-a.sqlite").touch()
    (tmp_path / "current").write_text("store-a.sqlite\n")
    path = store.current(tmp_path)
    assert path == tmp_path / "store-a.sqlite"
    assert store.build_id(path) == "a"
    assert store.file_name("a") == path.name


def test_finished_builds_come_last_published_first(tmp_path: Path) -> None:
    for second, name in enumerate("bca"):
        path = tmp_path / store.file_name(name)
        path.touch()
        os.utime(path, (second, second))
    (tmp_path / "store-d.sqlite.building").touch()
    assert [store.build_id(path) for path in store.finished(tmp_path)] == ["a", "c", "b"]


def test_a_frame_has_the_names_and_rows_of_the_query(engine: Engine) -> None:
    frame = store.frame(engine, select(col(Theme.id), col(Theme.name)).order_by(col(Theme.id)))
    assert frame.to_dict("list") == {
        "id": ["border-management", "drugs", "early-warning"],
        "name": ["Border management", "Drugs", "Early warning"],
    }


def test_what_is_not_stated_is_none_in_a_frame(engine: Engine) -> None:
    """NaN would be true in an `if`, and printed."""
    query = select(col(Event.id), col(Event.end_on), col(Event.latest), col(Event.note)).order_by(
        col(Event.id)
    )
    assert store.frame(engine, query).to_numpy().tolist()[3:] == [
        ["2022-06-beta-office", "2022-06", date(2022, 6, 30), "Two bounds."],
        ["2022-betaburg-exercise", None, date(2022, 12, 31), None],
        ["undated-delta-meeting", None, None, None],
    ]


def test_a_frame_without_rows_keeps_its_columns(engine: Engine) -> None:
    frame = store.frame(engine, select(col(Event.id), col(Event.latest)).where(col(Event.id) == "none"))
    assert list(frame.columns) == ["id", "latest"]
    assert frame.empty


def test_a_finished_build_cannot_be_written(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("DELETE FROM themes"))


def test_a_missing_build_is_not_made(tmp_path: Path) -> None:
    engine = store.open_read_only(tmp_path / "100% none?.sqlite")
    with pytest.raises(OperationalError):
        engine.connect()
    engine.dispose()
    assert [*tmp_path.iterdir()] == []


def test_a_build_is_opened_strictly(tmp_path: Path) -> None:
    engine = store.open_for_build(tmp_path / "a.sqlite")
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()


def test_records_are_rows_by_column_with_none_where_nothing_is_stated(engine: Engine) -> None:
    found = store.records(engine, select(col(Source.id), col(Source.url)).order_by(col(Source.id)).limit(2))
    assert found == [
        {"id": "alpha-2021-report", "url": "https://alpha.example/report"},
        {"id": "alpha-2021-repost", "url": None},
    ]
