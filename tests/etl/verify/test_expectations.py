from datetime import date

import pytest

from etl.reporting.errors import BadData
from etl.verify import expectations
from tests.conftest import CURATED
from tests.etl.folder import Folder

GOOD = 'release = "1"\n[offices_november_2021]\ntotal = 0\n'
FAULTS = [
    ("", ["expectations.toml: is empty"]),
    ("release = ", ["expectations.toml: is no TOML: Invalid value (at end of document)"]),
    (
        "a = 1\n",
        [
            "expectations.toml: a: this key is not known",
            "expectations.toml: offices_november_2021: is missing, or has no total",
            "expectations.toml: release: is text of letters, digits, points and hyphens",
        ],
    ),
    (
        GOOD.replace('"1"', "1"),
        ["expectations.toml: release: is text of letters, digits, points and hyphens (found '1')"],
    ),
    (
        f'released_on = "2026-11-26"\n{GOOD}',
        ["expectations.toml: released_on: is a day without quotes: 2026-11-26 (found '2026-11-26')"],
    ),
    (
        f"rows = 1\n{GOOD}",
        ["expectations.toml: rows: is a section: write [rows] (found '1')"],
    ),
    (
        f"{GOOD}[rows]\nevent = 1\nevents = -1\n",
        [
            "expectations.toml: rows.event: is no table; the nearest is 'events'",
            "expectations.toml: rows.events: is a whole number from 0 (found '-1')",
        ],
    ),
    (
        GOOD.replace("= 0", "= true"),
        ["expectations.toml: offices_november_2021.total: is a whole number from 0 (found 'True')"],
    ),
]


@pytest.mark.parametrize(("content", "faults"), FAULTS, ids=[faults[0] for _, faults in FAULTS])
def test_expectations_out_of_form_are_faults(content: str, faults: list[str], folder: Folder) -> None:
    folder.write("expectations.toml", content)
    assert folder.faults() == faults


def test_missing_expectations_are_a_fault(folder: Folder) -> None:
    (folder.path / "expectations.toml").unlink()
    assert folder.faults() == ["expectations.toml: is missing from the data folder"]


def test_expectations_are_read_as_numbers() -> None:
    found = expectations.read_expectations(CURATED)
    assert (found.release, found.released_on) == ("test.1", date(2026, 11, 20))
    assert found.rows == {"events": 6, "organisations": 5}
    assert found.offices == {"AFG-TJK": 1, "TJK-UZB": 2, "total": 3}


def test_a_total_is_asked_for(folder: Folder) -> None:
    folder.edit("expectations.toml", "total = 3\n", "")
    with pytest.raises(BadData, match="has no total"):
        expectations.read_expectations(folder.path)
