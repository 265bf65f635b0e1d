import json
from pathlib import Path

import pytest

from etl.commands.command_line import main
from tests.data.recheck.later_record import later

Capture = pytest.CaptureFixture[str]


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
