import csv
import sys
from pathlib import Path

import pytest

from etl.read.csv_files import read_batches, read_folder
from etl.read.text_files import LARGEST_FILE, inspect_file
from etl.reporting.errors import Findings
from etl.reporting.progress import ignore_progress
from etl.staging.tables import Batch, Sheet
from tests.conftest import CURATED
from tests.etl.folder import Folder

LONG = "x" * 80
REFUSED = [
    ("id;name;scope\na;b;c\n", ["themes.csv:1: the columns are separated by semicolons: save with commas"]),
    ("id\tname\tscope\n", ["themes.csv:1: the columns are separated by tabs: save with commas"]),
    (
        "drugs,Drugs,All.\n",
        ["themes.csv:1: the line of column names is missing; it holds: id, name, scope"],
    ),
    ("id,name,scope\n", ["themes.csv: holds no rows, only the line of column names"]),
    (
        "id,nam\u200be,scope\na,b,c\n",
        ["themes.csv:1: namU+200Be: this column is not known; the nearest is 'name'"],
    ),
    (
        "id,name,name,\na,b,c,d\n",
        [
            "themes.csv:1: column 4 has no name",
            "themes.csv:1: name: this column is there twice",
            "themes.csv:1: scope: this column is missing",
        ],
    ),
    (f"id,name,scope{',c' * 200}\n", ["themes.csv:1: has more than 200 columns"]),
    (
        "id,name,scope\na,b\nc,d,e,f\n",
        [
            "themes.csv:2: the row has 2 cells, the header has 3",
            "themes.csv:3: the row has 4 cells, the header has 3",
        ],
    ),
    ('id,name,scope\na,"b,c\nd,e,f\n', ["themes.csv:2: a quote is opened here and never closed"]),
    (
        'id,name,scope\na,"b"x,c\n',
        ["themes.csv:2: text follows a closing quote, or an earlier quote is not closed"],
    ),
    (
        'id,name,scope\na,"b\n\nb",c\nc,d\x00,e\n',
        ["themes.csv:5: name: holds the control character U+0000 (found 'dU+0000')"],
    ),
    (
        "id,name,scope\na,b\u202ec,d\n",
        [
            "themes.csv:2: name: holds the direction override U+202E RIGHT-TO-LEFT OVERRIDE"
            " (found 'bU+202Ec')",
        ],
    ),
    (
        f"id,name,scope\na,{'x' * 20_001},c\n",
        [f"themes.csv:2: name: the cell is longer than 20000 characters (found '{LONG}…')"],
    ),
    (
        f"id,name,scope\na,{'x' * 200_000},c\n",
        [f"themes.csv:2: name: the cell is longer than 20000 characters (found '{LONG}…')"],
    ),
    (
        f'id,name,scope\na,"{"x" * 200_000},c\n',
        ["themes.csv:2: a cell is longer than 20000 characters, or a quote is not closed"],
    ),
]


@pytest.mark.parametrize(("content", "faults"), REFUSED, ids=[faults[0][:50] for _, faults in REFUSED])
def test_a_table_out_of_form_is_refused(content: str, faults: list[str], folder: Folder) -> None:
    folder.write("themes.csv", content)
    assert folder.faults() == faults


@pytest.mark.parametrize(
    "content",
    [
        b'\xef\xbb\xbf"id","name","scope"\r\n"a","b","c"',
        b"scope,name,id\nc,b,a\n\n\n,,\n",
        b"id,name,scope\r\n a , b ,c\n",
    ],
)
def test_the_same_table_in_other_dress_is_the_same(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "themes.csv"
    path.write_bytes(content)
    (batch,) = _read(path)
    assert [dict(zip(batch.columns, row, strict=True)) for row in batch.rows] == [
        {"id": "a", "name": "b", "scope": "c"}
    ]
    assert batch.lines == [2]


def _read(path: Path) -> list[Batch]:
    return list(read_batches(Sheet("themes", path, inspect_file(path)), Findings()))


def test_values_are_kept_as_typed(tmp_path: Path) -> None:
    path = tmp_path / "themes.csv"
    path.write_text("id,name,scope\na,NA,=1+1\nb,007,TRUE\nc,,Null\n", encoding="utf-8")
    (batch,) = _read(path)
    assert batch.rows == [("a", "NA", "=1+1"), ("b", "007", "TRUE"), ("c", None, "Null")]


def test_an_unknown_column_warns_and_is_left_out(folder: Folder) -> None:
    lines = (folder.path / "themes.csv").read_text(encoding="utf-8").splitlines()
    folder.write("themes.csv", "\n".join([f"{lines[0]},colour", *(f"{line},red" for line in lines[1:])]))
    assert folder.warnings() == ["themes.csv:1: colour: this column is not known and was left out"]


def test_files_beside_the_tables_are_passed_over(folder: Folder) -> None:
    for name in (".~lock.events.csv#", "events.csv~", "~$events.csv", ".events.csv"):
        folder.write(name, "rubbish")
    assert folder.warnings() == []
    folder.write("event.csv", "rubbish")
    assert folder.warnings() == [
        "event.csv: is no table's file and was not read; the nearest is 'events.csv'"
    ]


def test_what_refers_to_a_table_that_was_not_read_whole_is_not_judged(folder: Folder) -> None:
    folder.edit("organisations.csv", "BETA,Beta Organisation,", "BETA,Beta, Organisation,")
    assert folder.faults() == ["organisations.csv:3: the row has 13 cells, the header has 12"]


def test_every_file_is_told_to_the_progress() -> None:
    told: list[tuple[str, int, int]] = []
    sheets = read_folder(CURATED, Findings(), lambda *step: told.append(step), LARGEST_FILE)
    assert told[0] == ("read", 0, len(sheets))
    assert told[-1] == ("read", len(sheets), len(sheets))
    assert read_folder(CURATED, Findings(), ignore_progress, LARGEST_FILE).keys() == sheets.keys()


def test_rows_come_in_batches_with_the_lines_on_which_they_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.read.csv_files.BATCH", 2)
    path = tmp_path / "themes.csv"
    path.write_text('id,name,scope\na,"b\nb",c\n\nd,e,f\ng,h,i\n', encoding="utf-8")
    assert [(batch.lines, len(batch.rows)) for batch in _read(path)] == [([2], 1), ([5, 6], 2)]


def test_a_library_that_lets_cells_be_longer_changes_nothing(folder: Folder) -> None:
    before = csv.field_size_limit(sys.maxsize)
    try:
        folder.write("themes.csv", f'id,name,scope\na,"{"x" * 200_000}')
        assert folder.faults() == [
            "themes.csv:2: a cell is longer than 20000 characters, or a quote is not closed"
        ]
    finally:
        csv.field_size_limit(before)
