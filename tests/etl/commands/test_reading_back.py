"""The commands that read back: import-extract, recheck, release."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.extracts import making
from data.extracts.asked import Asked
from data.filters import Filters
from etl.__main__ import main
from tests.conftest import CURATED
from tests.data.earlier.later import later
from tests.etl.folder import Folder

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def package(engine: Engine, tmp_path: Path) -> Path:
    """The invented record as a data package."""
    path = tmp_path / "record.zip"
    path.write_bytes(making.made(Asked("record", Filters(), making.release(engine)), "zip", engine))
    return path


def test_an_import_is_written_and_compared(package: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    command = ["import-extract", str(package), "-o", str(out), "--compare", "--data", str(CURATED)]
    assert main(command) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == "103 rows equal to the record; 0 differences"
    assert "record.zip/data/build.csv: is no curated table's and was left out" in said.err
    assert len(list(out.glob("*.csv"))) == 24


def test_differences_are_listed_and_end_with_3(package: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = later(tmp_path / "later").path
    assert main(["import-extract", str(package), "--compare", "--data", str(folder)]) == 3
    said = capsys.readouterr()
    assert "events.csv:2: start_on: the record holds '2021-04' (found '2021-03')" in said.err
    assert main(["import-extract", str(package), "--compare", "--data", str(folder), "--format", "json"]) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["rows"]["events"] == 6
    assert {difference["file"] for difference in found["compared"]["differences"]} == {
        "claims.csv",
        "events.csv",
    }


def test_an_import_goes_somewhere(package: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["import-extract", str(package)]) == 2
    assert "say where the rows go (-o FOLDER), or --compare them" in capsys.readouterr().err
    (tmp_path / "bad.csv").write_bytes(b"id;name\n1;2\n")
    assert main(["import-extract", str(tmp_path / "bad.csv"), "-o", str(tmp_path / "out")]) == 3
    assert capsys.readouterr().err.splitlines() == [
        "bad.csv:1: the columns are separated by semicolons: save with commas",
        "1 fault in 1 file",
        "No file was written.",
    ]
    assert not (tmp_path / "out").exists()


def test_a_recheck_tells_what_became_of_the_rows(package: Path, tmp_path: Path, capsys: Capture) -> None:
    builds = tmp_path / "builds"
    assert main(["recheck", str(package), "--store", str(builds)]) == 4
    assert main(["build", "--data", str(later(tmp_path / "later").path), "--store", str(builds)]) == 0
    capsys.readouterr()
    assert main(["recheck", str(package), "--store", str(builds)]) == 0
    said = capsys.readouterr()
    assert (
        "Events, 6 rows: 5 unchanged, 1 corrected, 0 withdrawn; of those that stand, 1 newly disputed; "
        "1 new row matches the same filter." in said.out
    )
    assert "record.zip/data/warnings.csv: is no table or list of the record and was left out" in said.err
    assert main(["recheck", str(package), "--store", str(builds), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[5]["counts"]["corrected"] == 1


def test_a_recheck_of_no_extract_is_refused(store_path: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "x.csv").write_bytes(b"a,b\n1,2\n")
    assert main(["recheck", str(tmp_path / "x.csv"), "--store", str(store_path.parent)]) == 3
    assert capsys.readouterr().err.splitlines() == [
        "x.csv:1: is no table or list of this record, by name or columns: keep the name of the file",
        "1 fault in 1 file",
        "Nothing was checked.",
    ]


def test_a_release_is_written_once(folder: Folder, tmp_path: Path, capsys: Capture) -> None:
    folder.edit("expectations.toml", '"test.1"', '"2026.9.1"')
    command = ["release", "--data", str(folder.path), "-o", str(tmp_path / "out")]
    assert main(command) == 0
    last = "Release 2026.9.1 with 11 claims, the first: there is nothing to compare with"
    assert capsys.readouterr().out.splitlines()[-1] == last
    assert main(command) == 0
    assert (
        capsys.readouterr().out.splitlines()[-1] == f"{last}; it was written already, with the same content"
    )
    folder.edit("events.csv", "Beta office opens", "Gamma office opens")
    assert main(command) == 3
    assert "was written already with other content" in (err := capsys.readouterr().err)
    assert err.splitlines()[-1] == "No release was written."
    folder.edit("expectations.toml", '"2026.9.1"', '"2026.10.1"')
    assert main([*command, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["since"], found["changes_of_claims"], found["changes_of_rows"]) == (
        "release 2026.9.1",
        0,
        1,
    )
