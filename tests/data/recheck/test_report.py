import csv
import io
import json

import pytest

from data.recheck import report
from data.recheck.comparison import Finding, Group, Result

FINDINGS = (
    Finding(Group.CORRECTED, "a", "One", 2, "mode", None, "=online", "Alpha states it."),
    Finding(
        Group.DISPUTED, "a", "One", 2, "mode", None, "x (Alpha) | y (Beta)", "None of them is preferred."
    ),
    Finding(Group.UNCHANGED, "b", "Two", 3),
    Finding(Group.WITHDRAWN, "c", "", 4, why="Release 2027.1: row removed."),
    Finding(Group.NEW, "n", "New"),
)
COUNTS = dict.fromkeys(Group, 0) | {Group.CORRECTED: 1, Group.UNCHANGED: 1, Group.WITHDRAWN: 1, Group.NEW: 1}
RESULT = Result(
    "x.csv", "Events", "events", ("id",), 3, FINDINGS, ("colour",), ("mode", "form"), True, COUNTS
)


def test_the_summary_counts_each_earlier_row_once() -> None:
    assert report.summarise(RESULT) == (
        "Events, 3 rows: 1 unchanged, 1 corrected, 1 withdrawn; 1 new row matches the same filter."
    )


def test_lines_name_file_line_column_and_why() -> None:
    assert report.list_lines(RESULT) == [
        "x.csv:2: a: corrected: mode: nothing -> '=online'. Alpha states it.",
        "x.csv:2: a: newly disputed: mode: x (Alpha) | y (Beta). None of them is preferred.",
        "x.csv:4: c: withdrawn. Release 2027.1: row removed.",
        "x.csv: n: new.",
    ]
    assert report.list_notes(RESULT) == [
        "Columns that this record does not have, not compared: colour.",
        "Columns that the file does not have: mode, form.",
    ]


def test_the_result_as_csv_is_safe_and_whole() -> None:
    rows = list(csv.DictReader(io.StringIO(report.format_csv([RESULT]).decode("utf-8-sig"))))
    assert [(row["group"], row["key"], row["line"], row["now"]) for row in rows] == [
        ("corrected", "a", "2", "'=online"),
        ("newly disputed", "a", "2", "x (Alpha) | y (Beta)"),
        ("unchanged", "b", "3", ""),
        ("withdrawn", "c", "4", ""),
        ("new", "n", "", ""),
    ]


@pytest.mark.parametrize("results", [[RESULT], [RESULT, RESULT]])
def test_the_result_as_json_says_the_same(results: list[Result]) -> None:
    found = json.loads(report.format_json(results))
    assert [each["summary"] for each in found] == [report.summarise(RESULT)] * len(results)
    assert found[0]["counts"]["withdrawn"] == 1
    assert found[0]["findings"][3]["why"] == "Release 2027.1: row removed."


def test_without_findings_the_files_are_empty_tables() -> None:
    assert len(report.make_frame([])) == 0
    assert report.format_csv([]).decode("utf-8-sig").strip() == ",".join(
        f'"{name}"' for name in report.COLUMNS
    )
