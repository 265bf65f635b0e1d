import json
from pathlib import Path

import pytest

from etl.commands.command_line import main
from tests.conftest import CURATED
from tests.data.recheck.later_record import later

Capture = pytest.CaptureFixture[str]


def test_an_import_is_written_and_compared(package: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    command = ["import-extract", str(package), "-o", str(out), "--compare", "--data", str(CURATED)]
    assert main(command) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == "106 rows equal to the record; 0 differences"
    assert "record.zip/data/build.csv: is no curated table's and was left out" in said.err
    assert len(list(out.glob("*.csv"))) == 26


def test_differences_are_listed_and_end_with_3(package: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = later(tmp_path / "later").path
    assert main(["import-extract", str(package), "--compare", "--data", str(folder)]) == 3
    said = capsys.readouterr()
    assert "events.csv:3: start_on: the record holds '2021-04' (found '2021-03')" in said.err
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


def test_without_a_comparison_only_rows_and_files_are_told(
    package: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["import-extract", str(package), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2 * 26
    assert said[-1].startswith(str(tmp_path / "out"))
