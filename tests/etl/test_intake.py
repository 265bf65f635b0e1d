from pathlib import Path

from etl.intake import stage_files
from etl.read.csv_files import read_folder
from etl.read.text_files import LARGEST_FILE
from etl.reporting.errors import Findings
from etl.reporting.progress import ignore_progress
from etl.staging.database import open_staging
from tests.etl.folder import Folder


def test_every_row_is_staged_and_told_to_the_progress(folder: Folder, tmp_path: Path) -> None:
    findings, told = Findings(), []
    with open_staging(tmp_path / "rows") as found:
        sheets = read_folder(folder.path, findings, ignore_progress, LARGEST_FILE)
        stage_files(sheets, found, findings, lambda *step: told.append(step))
        assert found.rows["claims"] == 11
        assert found.whole == set(sheets)
    assert findings.faults == []
    assert told[0][:2] == ("validate", 0)
    assert told[-1][1] == told[-1][2] >= sum(found.rows.values())


def test_a_table_with_a_row_out_of_form_is_not_whole(folder: Folder, tmp_path: Path) -> None:
    folder.add("themes.csv", "x")
    findings = Findings()
    with open_staging(tmp_path / "rows") as found:
        stage_files(
            read_folder(folder.path, findings, ignore_progress, LARGEST_FILE),
            found,
            findings,
            ignore_progress,
        )
        assert "themes" not in found.whole
        assert found.rows["themes"] == 3
