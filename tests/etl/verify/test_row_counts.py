from pathlib import Path

import pytest

from etl import pipeline
from etl.pipeline import Terms
from etl.reporting.errors import BadData, Findings
from etl.verify import row_counts
from tests.conftest import CURATED
from tests.etl.folder import Folder

LOST = (
    "themes.csv: holds 7 rows, the build served before holds 9: under 80 %; "
    "if that is meant, build with --accept-counts REASON"
)


@pytest.mark.parametrize(
    ("before", "now", "faults", "warnings"),
    [
        (9, 7, [LOST], []),
        (10, 8, [], []),
        (10, 20, [], []),
        (10, 21, [], ["themes.csv: holds 21 rows, the build served before holds 10: over twice as many"]),
        (0, 0, [], []),
    ],
)
def test_a_fifth_may_be_lost_and_a_file_may_double(
    before: int, now: int, faults: list[str], warnings: list[str]
) -> None:
    findings = Findings()
    row_counts.compare_counts({"themes.csv": before}, {"themes.csv": now}, None, findings)
    assert [str(fault) for fault in findings.faults] == faults
    assert [str(fault) for fault in findings.warnings] == warnings


def test_a_loss_with_a_reason_warns() -> None:
    findings = Findings()
    row_counts.compare_counts({"themes.csv": 9}, {"themes.csv": 7}, "merged two", findings)
    words = "themes.csv: holds 7 rows, the build served before holds 9; accepted: merged two"
    assert ([str(fault) for fault in findings.warnings], findings.faults) == ([words], [])


def test_a_file_that_was_not_there_before_is_not_compared() -> None:
    findings = Findings()
    row_counts.compare_counts({}, {"themes.csv": 7}, None, findings)
    assert findings == Findings()


def test_what_is_served_is_counted(builds: Path, tmp_path: Path) -> None:
    assert row_counts.read_served_counts(builds)["events.csv"] == 6
    assert row_counts.read_served_counts(tmp_path) == row_counts.read_served_counts(None) == {}


def test_a_damaged_build_is_not_compared(folder: Folder, tmp_path: Path) -> None:
    path = pipeline.build(folder.path, tmp_path / "builds").path
    assert path is not None
    path.write_bytes(b"rubbish" * 1000)
    assert row_counts.read_served_counts(tmp_path / "builds") == {}


def test_a_build_that_is_there_already_is_counted_too(folder: Folder, tmp_path: Path) -> None:
    builds = tmp_path / "builds"
    small = pipeline.build(folder.path, builds)
    folder.add("themes.csv", "a,A,x", "b,B,x", "c,C,x", "d,D,x")
    grown = pipeline.build(folder.path, builds)
    words = "themes.csv: holds 7 rows, the build served before holds 3: over twice as many"
    assert [str(fault) for fault in grown.warnings] == [words]
    assert pipeline.build(folder.path, builds).warnings == grown.warnings
    with pytest.raises(BadData, match=r"holds 3 rows, the build served before holds 7: under 80 %"):
        pipeline.build(CURATED, builds)
    assert row_counts.read_served_counts(builds)["themes.csv"] == 7
    again = pipeline.build(CURATED, builds, terms=Terms(reason="taken back"))
    assert (again.path, again.is_new) == (small.path, False)
    assert [fault.problem.split("; ")[-1] for fault in again.warnings] == ["accepted: taken back"]
