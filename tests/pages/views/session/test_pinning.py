"""Which build the pages show: the newest, the last good one with a notice, or none."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.schema.models import SCHEMA_VERSION
from etl import pipeline
from tests.reader import run

PAGES = ("timeline", "network", "offices", "recommendations", "evidence", "extracts", "about", "overview")


def _opened() -> AppTest:
    return run(AppTest.from_file(store.ROOT / "app.py", default_timeout=30))


def _themes(app: AppTest) -> list[str]:
    """What tells the builds apart."""
    names = [label.partition(" (")[0] for label in app.multiselect("f_theme").options]
    return [name for name in names if name in ("Drugs", "Medicines")]


def _newest(builds: Path) -> Path:
    found = store.current_build(builds)
    assert found is not None
    return found


def _cut(builds: Path) -> None:
    path = _newest(builds)
    path.write_bytes(path.read_bytes()[:100_000])


def _remove(builds: Path) -> None:
    _newest(builds).unlink()


def _other_version(builds: Path) -> None:
    """A build of another schema, published as it is."""
    path = _newest(builds)
    lines = (builds / "current").read_text().splitlines()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    (builds / "current").write_text("\n".join([path.name, *lines[1:]]))


def _change_unseen(builds: Path) -> None:
    """Change a byte in place and put size, number and time of the file back as they were."""
    path = _newest(builds)
    before = path.stat()
    with path.open("r+b") as file:
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes([last[0] ^ 1]))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert [after.st_size, after.st_ino, after.st_mtime_ns] == [
        before.st_size,
        before.st_ino,
        before.st_mtime_ns,
    ]


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (_change_unseen, "its file is damaged"),
        (_cut, "its file is damaged"),
        (_remove, "its file is missing"),
        (_other_version, "it was made for another version of this program"),
    ],
)
def test_the_last_good_build_is_shown_with_a_notice(
    harm: Callable[[Path], None], why: str, two: Path
) -> None:
    app = _opened()
    assert (_themes(app), len(app.warning)) == (["Medicines"], 0)
    harm(two)
    run(app)
    assert _themes(app) == ["Drugs"]
    [notice] = app.warning
    old = next(path for path in store.list_finished(two) if path != store.current_build(two))
    assert notice.value.startswith(
        f"The newest build of the record cannot be shown: {why}. You are looking at"
    )
    assert f"build {store.build_id(old)} of release test" in notice.value
    assert str(two) not in notice.value


def test_the_notice_stands_on_every_page_until_a_new_build(two: Path, tmp_path: Path) -> None:
    _cut(two)
    app = _opened()
    for name in PAGES:
        run(app.switch_page(f"pages/{name}.py"))
        assert len(app.warning) == 1, name
    assert pipeline.build(tmp_path / "curated", two).is_new
    run(app)
    assert (_themes(app), len(app.warning)) == (["Medicines"], 0)


@pytest.mark.parametrize("pointer", ["store-nothing", None])
def test_without_a_pointer_the_newest_file_is_shown_with_a_notice(pointer: str | None, two: Path) -> None:
    newest = _newest(two)
    (two / "current").unlink()
    if pointer is not None:
        (two / "current").write_text(pointer)
    app = _opened()
    [notice] = app.warning
    assert "cannot be shown: the file that names it is missing or damaged." in notice.value
    assert f"build {store.build_id(newest)}" in notice.value
    assert _themes(app) == ["Medicines"]


def test_where_no_build_is_good_the_page_says_what_to_run(two: Path) -> None:
    for path in store.list_finished(two):
        path.write_text("rubbish")
    app = _opened()
    [error] = app.error
    assert error.value.startswith(
        "No build of the record can be shown. What is wrong with the newest: its file is damaged."
    )
    assert [code.value for code in app.code] == ["python -m etl"]
    assert len(app.title) == 0


def test_a_new_build_is_shown_at_the_next_run(two: Path, tmp_path: Path) -> None:
    app = _opened()
    shutil.copytree(tmp_path / "curated", tmp_path / "next")
    themes = tmp_path / "next" / "themes.csv"
    themes.write_text(themes.read_text().replace("Medicines,", "Drugs,"))
    assert not pipeline.build(tmp_path / "next", two).is_new
    run(app)
    assert _themes(app) == ["Drugs"]
