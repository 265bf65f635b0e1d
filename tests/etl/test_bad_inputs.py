"""Rows 1 to 19 and 38 of the bad inputs of RELIABILITY.md §5: what a file may be. Ids are rows."""

import os
import time
from collections.abc import Callable

import pytest

from etl import pipeline
from etl.pipeline import Terms
from etl.reporting.errors import BadData
from tests.etl.folder import Folder

Damage = Callable[[Folder], object]
HEAD = "id,name,scope\n"
ROWS = "border-management,Border management,x\ndrugs,Drugs,y\nearly-warning,Early warning,z\n"
QUOTED = "".join('"' + line.replace(",", '","') + '"\n' for line in (HEAD + ROWS).splitlines())
MARK = "a merge conflict is left in the file: keep one side and remove the marks"


def themes(content: str | bytes) -> Damage:
    return lambda folder: folder.write("themes.csv", content)


SAME = [
    ("1-bom", themes(b"\xef\xbb\xbf" + (HEAD + ROWS).encode())),
    ("1-crlf", themes((HEAD + ROWS).replace("\n", "\r\n"))),
    ("1-mixed-line-ends", themes((HEAD + ROWS).replace("\n", "\r\n", 2))),
    ("1-all-quoted", themes(QUOTED)),
    ("1-no-last-line-end", themes((HEAD + ROWS).rstrip())),
    ("1-blank-lines", themes(f"{HEAD}{ROWS}\n\n \n")),
    (
        "13-columns",
        themes(
            "scope,id,name\nx,border-management,Border management\ny,drugs,Drugs\n"
            "z,early-warning,Early warning\n"
        ),
    ),
    ("13-rows", themes(HEAD + "".join(reversed(ROWS.splitlines(keepends=True))))),
    ("18-lock", lambda folder: folder.write(".~lock.themes.csv#", "x")),
    ("18-backup", lambda folder: folder.write("themes.csv~", "x")),
    ("18-other", lambda folder: folder.write("themes.csv.bak", "x")),
]
REFUSED = [
    ("2-utf16", themes((HEAD + ROWS).encode("utf-16")), ["themes.csv: is UTF-16: save as CSV UTF-8"]),
    ("2-no-bom", themes((HEAD + ROWS).encode("utf-16-le")), ["themes.csv: is UTF-16: save as CSV UTF-8"]),
    (
        "3-1251",
        themes(HEAD.encode() + "a,Клин,x\n".encode("cp1251")),
        ["themes.csv:2: byte 0xCA is not UTF-8 (Windows-1251 or Latin-1?): save as CSV UTF-8"],
    ),
    (
        "3-latin",
        themes(f"{HEAD}{ROWS}".encode() + b"a,caf\xe9,x\n"),
        ["themes.csv:5: byte 0xE9 is not UTF-8 (Windows-1251 or Latin-1?): save as CSV UTF-8"],
    ),
    (
        "4-nul",
        themes(f"{HEAD}a,b\0,c\n{ROWS}"),
        ["themes.csv:2: name: holds the control character U+0000 (found 'bU+0000')"],
    ),
    (
        "4-control",
        themes(f"{HEAD}{ROWS}a,b,c\x1b[2K\n"),
        ["themes.csv:5: scope: holds the control character U+001B (found 'cU+001B[2K')"],
    ),
    ("6-cut", themes(f"{HEAD}a,К".encode()[:-1]), ["themes.csv:2: is cut off inside a character"]),
    (
        "7-unclosed",
        themes(f'{HEAD}a,"b,c\n{ROWS}'),
        ["themes.csv:2: a quote is opened here and never closed"],
    ),
    (
        "7-swallowing",
        themes(f'{HEAD}a,"b,c\n{ROWS}d,"e",f\n'),
        ["themes.csv:2: text follows a closing quote, or an earlier quote is not closed"],
    ),
    (
        "7-text-after",
        themes(f'{HEAD}a,"b"x,c\n{ROWS}'),
        ["themes.csv:2: text follows a closing quote, or an earlier quote is not closed"],
    ),
    ("8-short", themes(f"{HEAD}a,b\n{ROWS}"), ["themes.csv:2: the row has 2 cells, the header has 3"]),
    ("8-long", themes(f"{HEAD}{ROWS}a,b,c,d\n"), ["themes.csv:5: the row has 4 cells, the header has 3"]),
    (
        "9-semicolons",
        themes((HEAD + ROWS).replace(",", ";")),
        ["themes.csv:1: the columns are separated by semicolons: save with commas"],
    ),
    (
        "9-tabs",
        themes((HEAD + ROWS).replace(",", "\t")),
        ["themes.csv:1: the columns are separated by tabs: save with commas"],
    ),
    (
        "10-no-header",
        themes(ROWS),
        ["themes.csv:1: the line of column names is missing; it holds: id, name, scope"],
    ),
    (
        "10-blank",
        themes("id,,scope\na,b,c\n"),
        ["themes.csv:1: column 2 has no name", "themes.csv:1: name: this column is missing"],
    ),
    (
        "10-doubled",
        themes("id,name,scope,name\na,b,c,d\n"),
        ["themes.csv:1: name: this column is there twice"],
    ),
    (
        "10-unseen",
        themes("id,na\u200bme,scope\na,b,c\n"),
        ["themes.csv:1: naU+200Bme: this column is not known; the nearest is 'name'"],
    ),
    ("11-missing", themes("id,scope\na,b\n"), ["themes.csv:1: name: this column is missing"]),
    (
        "11-misspelt",
        themes("id,nmae,scope\na,b,c\n"),
        ["themes.csv:1: nmae: this column is not known; the nearest is 'name'"],
    ),
    (
        "14-missing",
        lambda folder: (folder.path / "themes.csv").unlink(),
        ["themes.csv: is missing from the data folder"],
    ),
    ("14-empty", themes(""), ["themes.csv: is empty"]),
    ("14-header-only", themes(HEAD), ["themes.csv: holds no rows, only the line of column names"]),
    (
        "16-workbook",
        themes(b"PK\x03\x04\x14"),
        ["themes.csv: is a workbook or zip file: save the sheet as CSV UTF-8"],
    ),
    ("16-html", themes("<html><table>"), ["themes.csv: is an HTML or XML page, not a CSV file"]),
    (
        "17-merge",
        themes(f"{HEAD}<<<<<<< ours\na,b,c\n=======\nd,e,f\n>>>>>>> theirs\n{ROWS}"),
        [f"themes.csv:2: {MARK} (found '<<<<<<< ours')", f"themes.csv:6: {MARK} (found '>>>>>>> theirs')"],
    ),
    (
        "69-header-again",
        themes(f"{HEAD}{ROWS}{HEAD}"),
        ["themes.csv:5: the line of column names stands here again"],
    ),
    (
        "69-header-again-wide",
        themes(f"{HEAD}{ROWS} id, name ,scope"),
        ["themes.csv:5: the line of column names stands here again"],
    ),
    (
        "19-lines",
        themes(f'{HEAD}a,"b\r\n\nb",c\n{ROWS}D,E,F\n'),
        ["themes.csv:8: id: an id is small letters and digits in words joined by hyphens (found 'D')"],
    ),
]
WARNED = [
    (
        "5-replaced",
        "d\ufffdlta",
        "holds U+FFFD REPLACEMENT CHARACTER: letters were lost before the text came here",
    ),
    ("5-mojibake", "dÃ©lta", "looks as if it was once read in the wrong encoding"),
    ("5-mojibake-cyrillic", "Ð”ÐµÐ»ÑŒÑ‚Ð°", "looks as if it was once read in the wrong encoding"),
]


@pytest.mark.parametrize("damage", [case[1] for case in SAME], ids=[case[0] for case in SAME])
def test_another_dress_is_the_same_data(damage: Damage, folder: Folder) -> None:
    folder.write("themes.csv", HEAD + ROWS)
    rows = sorted(folder.table("themes").rows, key=str)
    damage(folder)
    assert sorted(folder.table("themes").rows, key=str) == rows
    assert folder.warnings() == []


@pytest.mark.parametrize(
    ("damage", "faults"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_file_out_of_form_is_refused(damage: Damage, faults: list[str], folder: Folder) -> None:
    damage(folder)
    assert folder.faults() == faults


def test_row_69_rows_of_commas_alone_are_left_out_with_a_warning(folder: Folder) -> None:
    folder.write("themes.csv", f"{HEAD}{ROWS}")
    rows = folder.table("themes").rows
    folder.write("themes.csv", f"{HEAD},,\n{ROWS}\n, ,\n,,\n")
    assert folder.table("themes").rows == rows
    words = "themes.csv:2: the row holds commas alone and was left out; so do 2 more"
    assert folder.warnings() == [words]


@pytest.mark.parametrize(("text", "problem"), [case[1:] for case in WARNED], ids=[case[0] for case in WARNED])
def test_text_that_was_broken_before_warns(text: str, problem: str, folder: Folder) -> None:
    folder.edit("events.csv", "Meeting of delta", text)
    assert f"events.csv:6: title: {problem} (found '{text}')" in folder.warnings()


def test_row_12_an_extra_column_warns_and_strictly_refuses(folder: Folder) -> None:
    folder.write("themes.csv", "\n".join(f"{line},red" for line in (HEAD + ROWS).splitlines()))
    words = "themes.csv:1: red: this column is not known and was left out"
    assert folder.warnings() == [words]
    with (
        pytest.raises(BadData) as refused,
        pipeline.prepare(folder.path, terms=Terms(is_strict=True)),
    ):
        pass
    assert [str(warning) for warning in refused.value.warnings] == [words]


def test_row_15_half_a_table_is_refused_against_the_build_that_is_served(folder: Folder) -> None:
    builds = folder.path.parent / "builds"
    pipeline.build(folder.path, builds)
    folder.write("themes.csv", HEAD + ROWS.rsplit("early", 1)[0])
    with pytest.raises(BadData) as refused:
        pipeline.build(folder.path, builds)
    assert any(
        str(fault).startswith("themes.csv: holds 2 rows, the build served before holds 3: under 80 %")
        for fault in refused.value.faults
    )


def test_row_16_a_folder_and_a_pipe_are_refused_at_once(folder: Folder) -> None:
    for name in ("themes.csv", "people.csv"):
        (folder.path / name).unlink()
    (folder.path / "themes.csv").mkdir()
    os.mkfifo(folder.path / "people.csv")
    start = time.monotonic()
    assert folder.faults() == ["people.csv: is not a plain file", "themes.csv: is a folder, not a file"]
    assert time.monotonic() - start < 5


def test_row_17_a_file_of_nothing_but_marks_takes_time_in_proportion(folder: Folder) -> None:
    folder.write("themes.csv", "<<<<<<< \n" * 100_000)
    start = time.monotonic()
    assert len(folder.faults()) == 100_000
    assert time.monotonic() - start < 10


def test_row_38_thirty_faults_in_five_files_come_at_once_and_sorted(folder: Folder) -> None:
    files = ("themes", "people", "countries", "aliases", "events")
    for file in files:
        folder.add(f"{file}.csv", *("x" for _ in range(6)))
    faults = folder.faults()
    places = [(fault.split(":")[0], int(fault.split(":")[1])) for fault in faults]
    assert len(faults) == 30
    assert places == sorted(places)
    assert {file for file, _ in places} == {f"{file}.csv" for file in files}
