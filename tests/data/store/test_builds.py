import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from data import engines, store
from data.filters import Filters
from data.queries.events.list import count_events
from data.schema.models import SCHEMA_VERSION
from data.store import Build
from etl import pipeline
from tests.conftest import CURATED


def test_the_folder_is_a_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(tmp_path))
    assert store.folder() == tmp_path
    monkeypatch.delenv("CHEGARA_STORE")
    assert store.folder() == store.ROOT / "data" / "build"


@pytest.mark.parametrize(
    "pointer",
    [None, "", "store-gone.sqlite", "../store-a.sqlite", "store-a.sqlite 12ab", "\0\0", "store-a.sqlite\n?"],
)
def test_without_a_good_pointer_no_build_is_current(pointer: str | None, tmp_path: Path) -> None:
    (tmp_path / "store-a.sqlite").touch()
    if pointer is not None:
        (tmp_path / "current").write_text(pointer)
    assert store.current_build(tmp_path) is None


def test_the_pointer_names_the_current_build(tmp_path: Path) -> None:
    (tmp_path / "store-a.sqlite").touch()
    (tmp_path / "current").write_text("store-a.sqlite\n")
    path = store.current_build(tmp_path)
    assert path == tmp_path / "store-a.sqlite"
    assert store.build_id(path) == "a"
    assert store.build_file_name("a") == path.name


def test_finished_builds_come_last_published_first(tmp_path: Path) -> None:
    for second, name in enumerate("bca"):
        path = tmp_path / store.build_file_name(name)
        path.touch()
        os.utime(path, (second, second))
    (tmp_path / "store-d.sqlite.building").touch()
    assert [store.build_id(path) for path in store.list_finished(tmp_path)] == ["a", "c", "b"]


def test_builds_are_served_as_the_pointer_lists_them_then_the_newest(tmp_path: Path) -> None:
    for second, name in enumerate("abcd"):
        path = tmp_path / store.build_file_name(name)
        path.touch()
        os.utime(path, (second, second))
    digest = "0" * 64
    (tmp_path / "current").write_text(f"store-b.sqlite {digest}\nstore-x.sqlite {digest}\n")
    assert [(store.build_id(build.path), build.sha256) for build in store.list_builds(tmp_path)] == [
        ("b", digest),
        ("x", digest),
        ("d", None),
        ("c", None),
        ("a", None),
    ]
    assert list(store.list_builds(tmp_path / "nowhere")) == []


def test_a_folder_by_the_name_of_a_build_or_pointer_is_neither(tmp_path: Path) -> None:
    for name in ("store-a.sqlite", "current"):
        (tmp_path / name).mkdir()
    assert list(store.list_builds(tmp_path)) == []
    assert store.find_damage(Build(tmp_path / "store-a.sqlite", None)) == "its file cannot be read"


@pytest.fixture
def copied(store_path: Path, tmp_path: Path) -> Path:
    """A build that a test may damage."""
    return Path(shutil.copy(store_path, tmp_path))


@pytest.mark.parametrize("is_recorded", [True, False])
@pytest.mark.parametrize("kept", [0, 50, 4096, 100_000], ids="first {} bytes".format)
def test_a_file_cut_short_is_damaged(kept: int, is_recorded: bool, copied: Path) -> None:
    build = Build(copied, hashlib.sha256(copied.read_bytes()).hexdigest() if is_recorded else None)
    assert store.find_fault(build) is None
    copied.write_bytes(copied.read_bytes()[:kept])
    assert store.find_fault(build) == "its file is damaged"


def test_a_changed_byte_is_noticed_by_the_recorded_digest(copied: Path) -> None:
    content = copied.read_bytes()
    at = content.index(b"Two bounds.")
    copied.write_bytes(content[:at] + b"t" + content[at + 1 :])
    assert store.find_fault(Build(copied, None)) is None
    assert store.find_fault(Build(copied, hashlib.sha256(content).hexdigest())) == "its file is damaged"


def test_text_in_place_of_a_build_is_damage(copied: Path) -> None:
    copied.write_text("rubbish " * 1000)
    assert store.find_fault(Build(copied, None)) == "its file is damaged"


def test_a_build_that_is_gone_is_missing(tmp_path: Path) -> None:
    build = Build(tmp_path / "store-a.sqlite", "0" * 64)
    assert store.find_fault(build) == "its file is missing"
    assert store.file_stamp(build.path) == (0, 0, 0, 0)


def test_a_build_of_another_schema_is_whole_and_not_served(copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    build = Build(copied, None)
    assert store.find_damage(build) is None
    assert store.find_fault(build) == "it was made for another version of this program"


def test_the_stamp_follows_the_file(copied: Path) -> None:
    before = store.file_stamp(copied)
    assert store.file_stamp(copied) == before
    copied.write_bytes(copied.read_bytes()[:-1])
    assert store.file_stamp(copied) != before


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


ODD_NAMES = (
    *("a#b", "a?b=c&d", "50%20off", 'a\'b "c"', "a;b,c"),
    *("file:x", "[a]*{b}", "Йод é", "a\\b", ":memory:"),
)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_folder_of_builds_may_have_any_name(name: str, tmp_path: Path) -> None:
    place = tmp_path / name
    place.mkdir()
    report = pipeline.build(CURATED, place / "builds")
    assert report.path
    assert report.path == store.current_build(place / "builds")
    again = pipeline.build(CURATED, place / "builds")
    assert (again.path, again.is_new) == (report.path, False)
    assert store.find_damage(Build(report.path, None)) is None
    engine = store.open_read_only(report.path)
    assert store.engine_path(engine) == report.path
    assert engines.read_records(engine, count_events(Filters()))[0]["events"] == 6
    engine.dispose()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert {path.name for path in (place / "builds").iterdir()} == {"current", "lock", report.path.name}
