import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from etl import pipeline
from etl.reporting.errors import BadData
from etl.reporting.progress import ignore_progress
from etl.verify import expectations
from etl.verify.checks import BrokenStoreError, verify_store
from tests.conftest import CURATED
from tests.etl.folder import Folder

FAULTS = [
    (
        "expectations.toml",
        "events = 6",
        "events = 7",
        ["events.csv: holds 6 rows; expectations.toml asks for at least 7"],
    ),
    (
        "expectations.toml",
        "TJK-UZB = 2",
        "KAZ-UZB = 2",
        [
            "border_liaison_offices.csv: counted_2021: 0 offices are counted for November 2021;"
            " expectations.toml asks for 2 (found 'KAZ-UZB')",
            "border_liaison_offices.csv: counted_2021: 2 offices are counted for November 2021;"
            " expectations.toml asks for 0 (found 'TJK-UZB')",
        ],
    ),
    (
        "expectations.toml",
        "TJK-UZB = 2",
        "TKJ-UZB = 2",
        [
            "border_liaison_offices.csv: counted_2021: 2 offices are counted for November 2021;"
            " expectations.toml asks for 0 (found 'TJK-UZB')",
            "expectations.toml: offices_november_2021.TKJ-UZB: is no border of borders.csv; the nearest is"
            " 'TJK-UZB'",
        ],
    ),
    (
        "expectations.toml",
        "total = 3",
        "total = 19",
        [
            "border_liaison_offices.csv: counted_2021: 3 offices are counted for November 2021;"
            " expectations.toml asks for 19 (found 'total')"
        ],
    ),
    (
        "office_counts.csv",
        "operational,2,exact",
        "operational,4,exact",
        [
            "office_counts.csv: explanation: it counts 4 offices and border_liaison_offices.csv holds 2:"
            " give an explanation (found 'alpha-2021-11-tjk-uzb')"
        ],
    ),
    (
        "office_counts.csv",
        "operational,3,exact",
        "operational,4,at_least",
        [
            "office_counts.csv: explanation: it counts at least 4 offices and border_liaison_offices.csv"
            " holds 3: give an explanation (found 'alpha-2021-11-all')"
        ],
    ),
    (
        "office_counts.csv",
        "2022-07,Beta also counts posts that nobody names.",
        "2022-07,",
        [
            "office_counts.csv: explanation: it counts over 10 offices and border_liaison_offices.csv"
            " holds 3: give an explanation (found 'beta-2022-all')"
        ],
    ),
    (
        "office_counts.csv",
        "establishing,,not_stated",
        "establishing,2,about",
        [
            "office_counts.csv: explanation: it counts about 2 offices and border_liaison_offices.csv"
            " holds 1: give an explanation (found 'beta-2022-kaz-uzb')"
        ],
    ),
    (
        "claims.csv",
        "events,undated-delta-meeting,form,expert meeting",
        "organisations,delta,name,DELTA",
        ["events.csv: id: no row of claims.csv is about this event (found 'undated-delta-meeting')"],
    ),
]


def _faults(folder: Folder) -> list[str]:
    with pytest.raises(BadData) as refused:
        pipeline.check(folder.path)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(("file", "old", "new", "faults"), FAULTS, ids=[case[3][0][:60] for case in FAULTS])
def test_what_does_not_hold_of_the_whole_is_named(
    file: str, old: str, new: str, faults: list[str], folder: Folder
) -> None:
    folder.edit(file, old, new)
    assert _faults(folder) == faults


@pytest.mark.parametrize(
    ("bound", "number"), [("exact", 2), ("at_least", 1), ("up_to", 3), ("over", 1), ("about", 2)]
)
def test_a_count_that_agrees_needs_no_explanation(bound: str, number: int, folder: Folder) -> None:
    folder.edit("office_counts.csv", "operational,2,exact", f"operational,{number},{bound}")
    assert pipeline.check(folder.path).counts["office_counts"] == 4


def test_offices_open_later_do_not_count_earlier(folder: Folder) -> None:
    folder.edit("office_counts.csv", "operational,2,exact,2021-11,", "operational,1,exact,2019,")
    assert pipeline.check(folder.path).path is None


def _damaged(store_path: Path, tmp_path: Path, sql: str) -> Path:
    path = tmp_path / "store.sqlite"
    path.write_bytes(store_path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    return path


def test_rows_that_were_lost_are_our_bug(store_path: Path, tmp_path: Path) -> None:
    path = _damaged(store_path, tmp_path, "DELETE FROM agenda_items")
    with pytest.raises(BrokenStoreError, match="agenda_items: 3 rows in, 0 rows out"):
        verify_store(path, {"agenda_items": 3}, expectations.read_expectations(CURATED), ignore_progress)


def test_a_reference_to_nothing_is_our_bug(store_path: Path, tmp_path: Path) -> None:
    path = _damaged(store_path, tmp_path, "DELETE FROM themes")
    with pytest.raises(BrokenStoreError, match="foreign_key_check"):
        verify_store(path, {}, expectations.read_expectations(CURATED), ignore_progress)


def test_a_damaged_index_is_found(store_path: Path, tmp_path: Path) -> None:
    sql = (
        "PRAGMA writable_schema = ON;"
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_events_kind ON events (mode)'"
        " WHERE name = 'ix_events_kind'"
    )
    path = _damaged(store_path, tmp_path, sql)
    with pytest.raises(BrokenStoreError, match="integrity_check"):
        verify_store(path, {}, expectations.read_expectations(CURATED), ignore_progress)


def test_a_table_without_an_expected_number_may_be_of_any_size(store_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    expected = replace(expectations.read_expectations(CURATED), rows={})
    verify_store(store_path, {}, expected, lambda *step: told.append(step))
    assert told[-1] == ("verify", 5, 5)
