"""Lists of what sources tell differently: rows of their own, found in the build."""

import sqlite3
from contextlib import closing
from pathlib import Path

from data import store
from etl import pipeline
from tests.etl.folder import Folder

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


def _matters(builds: Path) -> list[tuple[str, str, str]]:
    path = store.current(builds)
    assert path
    with closing(sqlite3.connect(path)) as connection:
        query = 'SELECT "table", subject, field FROM read_differing ORDER BY number'
        return connection.execute(query).fetchall()


def test_disputed_fields_come_before_lists_and_ways_of_speaking(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "curated")
    folder.add("event_organisations.csv", f"{ROUNDTABLE},beta,organiser,alpha-2021-repost,,")
    folder.add("speakers.csv", f"{ROUNDTABLE},alfov-anna,speaker,beta-2022-page,,alpha,,written,")
    pipeline.build(folder.path, tmp_path / "builds")
    assert _matters(tmp_path / "builds") == [
        ("events", ROUNDTABLE, "participants"),
        ("events", ROUNDTABLE, "start_on"),
        ("speakers", f"{ROUNDTABLE}/alfov-anna", "mode"),
        ("event_organisations", ROUNDTABLE, "organisers"),
    ]


def test_sources_that_agree_are_no_matter(builds: Path) -> None:
    assert [field for _, _, field in _matters(builds)] == ["participants", "start_on"]
