import sqlite3
from contextlib import closing
from pathlib import Path

from etl import pipeline
from etl.gathered import Parts, numbers
from tests.etl.folder import Folder


def test_rows_are_taken_event_by_event_and_those_between_are_passed_over() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (event TEXT, value INTEGER)")
        connection.executemany("INSERT INTO t VALUES (?, ?)", [("a", 1), ("b", 2), ("b", 3), ("d", 4)])
        parts = Parts(connection, "SELECT event, value FROM t ORDER BY 1, 2")
        assert parts.of("a") == (("a", 1),)
        assert parts.of("c") == ()
        assert parts.of("d") == (("d", 4),)
        assert parts.of("e") == ()


def test_events_are_numbered_by_date_the_undated_last(store_path: Path) -> None:
    with closing(sqlite3.connect(store_path)) as connection:
        ids = [id_ for (id_,) in connection.execute("SELECT id FROM events ORDER BY id")]
        assert dict(zip(ids, numbers(connection), strict=True)) == {
            "2021-03-alphaville-course": 0,
            "2021-03-03-alphaville-roundtable": 1,
            "2022-betaburg-exercise": 2,
            "2022-06-beta-office": 3,
            "2020-before-decision": 4,
            "undated-delta-meeting": 5,
        }


def test_a_name_that_holds_the_separator_stays_one_part_of_a_list(folder: Folder) -> None:
    folder.edit("places.csv", "Alphaville", "Alpha; ville")
    path = pipeline.build(folder.path, folder.path.parent / "builds").path
    assert path is not None
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT places FROM read_events WHERE places LIKE 'Alpha%'").fetchall()
        names = connection.execute("SELECT name FROM places WHERE id = 'alphaville'").fetchall()
    assert {places.split("; ")[0] for (places,) in found} == {"Alpha, ville"}
    assert names == [("Alpha; ville",)]
