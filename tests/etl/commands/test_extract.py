import hashlib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request
from data.extracts.writers import workbook
from data.filters import Filters, Subject
from etl.commands.command_line import main

FILTERS = Filters(organisations=("alpha",), since=date(2021, 3, 3), until=date(2021, 3, 4))
OPTIONS = ["--organisation", "alpha", "--from", "2021-03-03", "--to", "2021-03-04"]


@pytest.mark.parametrize("form", ["csv", "xlsx", "zip"])
def test_the_bytes_are_those_of_the_page(form: str, builds: Path, engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "out"
    store = ["--store", str(builds)]
    assert main(["extract", *store, "--table", "events", *OPTIONS, "--format", form, "-o", str(file)]) == 0
    asked = Request("events", FILTERS, export.find_release(engine))
    assert file.read_bytes() == export.make_file(asked, form, engine)


@pytest.mark.parametrize("of", ["organisation/alpha", "organisations/alpha"])
def test_a_thing_gives_the_download_of_its_page(
    of: str, builds: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    options = ["--table", "profile", "--of", of, "--format", "xlsx", "--from", "2021-03-03"]
    assert main(["extract", "--store", str(builds), *options]) == 0
    filters = Filters(since=date(2021, 3, 3), subject=Subject("organisations", "alpha"))
    asked = Request("profile", filters, export.find_release(engine))
    [file] = tmp_path.iterdir()
    assert file.name == export.name_file(asked, "xlsx")
    assert file.read_bytes() == export.make_file(asked, "xlsx", engine)


def test_without_a_file_the_name_says_what_it_holds(
    builds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["extract", "--store", str(builds), "--table", "offices", "--view", "known=2019-01-01"]) == 0
    [file] = tmp_path.iterdir()
    assert file.name.startswith("chegara_offices_known-2019-01-01_all_")
    assert hashlib.sha256(file.read_bytes()).hexdigest() in capsys.readouterr().err


def test_a_dash_is_stdout_and_nothing_else_stands_there(
    builds: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["extract", "--store", str(builds), "--table", "themes", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b'\xef\xbb\xbf"id","name"')


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--organisation", "alfa"], "--organisation alfa: not known; the nearest is alpha"),
        (["--table", "event"], "--table event: not known; the nearest is events"),
        (["--table", "events+speaker"], "--table speaker: not known; the nearest is speakers"),
        (["--format", "xls"], "--format xls: not known; the nearest is xlsx"),
        (["--country", "uzb"], "--country uzb: not known; the nearest is UZB"),
        (
            ["--from", "2021-02-30"],
            "--from 2021-02-30: no such day in the calendar: day is out of range for month",
        ),
        (["--from", "2022-01-01", "--to", "2021-01-01"], "--from 2022-01-01 is after --to 2021-01-01"),
        (["--role", "host"], "--role narrows the part of organisations: give an --organisation with it"),
        (["--search", "!?"], "--search !?: there is no letter or digit to look for"),
        (["--view", "known=x"], "--view known=x: not a setting of events; it has: none"),
        (["--table", "network", "--format", "gexf", "--view", "min=x"], "--view min=x: not a whole number"),
        (["--table", "offices", "--view", "known=x"], "--view known x: a day is written YYYY-MM-DD"),
        (
            ["--of", "organisation/alfa"],
            "--of organisation/alfa: the record holds no organisation with this id",
        ),
        (
            ["--of", "person/alfov"],
            "--of person/alfov: the record holds no person with this id; the nearest is ",
        ),
        (["--of", "person"], "--of person: the record holds no person with this id"),
        (["--of", "meeting/x"], "--of meeting: not known; "),
        (
            ["--table", "comparison", "--format", "xlsx", "--view", "of=source"],
            "--view of source: not known; the nearest is",
        ),
        (["--table", "search-results"], "--table search-results: it answers to --search, and to no other"),
        (
            ["--table", "search-results", "--search", "alpha", "--view", "of=source"],
            "--view of source: not known; the nearest is sources",
        ),
        (["--theme", "zzzzzzzzzz"], "--theme zzzzzzzzzz: not known; known are "),
    ],
)
def test_what_is_not_known_is_named_with_the_nearest(
    options: list[str], said: str, builds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "--store", str(builds), *options, "-o", "-"]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(said)
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def test_where_there_is_no_build_it_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "--store", str(tmp_path), "-o", "-"]) == 4
    assert "make one with `python -m etl build`" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(builds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "--store", str(builds), "-o", "/no/such/folder/file"]) == 4
    assert capsys.readouterr().err.startswith("/no/such/folder/file: No such file")


def test_more_rows_than_a_sheet_holds_are_wrong_usage(
    builds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    out = str(tmp_path / "out")
    assert main(["extract", "--store", str(builds), "--table", "events", "--format", "xlsx", "-o", out]) == 2
    assert capsys.readouterr().err == ("--format xlsx: events has more than 1 rows; take CSV or Parquet\n")
    assert not Path(out).exists()
