from pathlib import Path
from typing import Any

from etl.resolve import disagreements
from etl.staging import tables
from etl.staging.database import open_staging
from etl.staging.tables import Table
from tests.etl.folder import Folder

EVENT = {"id": "e", "mode": "online", "start_on": "2021-03-03"}
CLAIM = {"source_id": "s", "table": "events", "subject": "e", "field": "start_on", "rank": "normal"}


def _checked(tmp_path: Path, *claims: dict[str, Any]) -> tuple[list[str], list[int]]:
    """The faults of these claims on one event, and the lines of those in dispute."""
    disputed: list[int] = []
    with open_staging(tmp_path / "rows") as found:
        found.add(Table("events", [2], {column: [cell] for column, cell in EVENT.items()}))
        found.whole.add("events")
        rows = [{**CLAIM, **claim} for claim in claims]
        cells = {column: [row.get(column) for row in rows] for column in tables.input_columns("claims")}
        found.add(Table("claims", [*range(2, len(rows) + 2)], cells))
        return [str(fault) for fault in disagreements.check_claims(found, disputed)], sorted(disputed)


def test_dates_that_cannot_both_be_true_are_in_dispute(tmp_path: Path) -> None:
    dates = ("2021-03-03", "2021-03", "2021-03-04", "2021-03-04")
    assert _checked(tmp_path, *({"value": value} for value in dates)) == ([], [2, 4, 5])


def test_a_value_alone_is_what_the_row_holds(tmp_path: Path) -> None:
    faults, disputed = _checked(tmp_path, {"value": "2021-04"}, {"field": "mode", "value": "online"})
    assert faults == [
        "claims.csv:2: value: nothing contradicts it, but the row in events.csv holds '2021-03-03'"
        " (found '2021-04')"
    ]
    assert disputed == []


def test_a_claim_on_no_row_names_the_nearest(tmp_path: Path) -> None:
    faults, _ = _checked(tmp_path, {"subject": "ee", "value": "2021"})
    assert faults == [
        "claims.csv:2: subject: events.csv holds no row with this id; the nearest is 'e' (found 'ee')"
    ]


def test_one_value_is_preferred(tmp_path: Path) -> None:
    preferred = ({"value": value, "rank": "preferred"} for value in ("2021-03-03", "2021-03"))
    assert _checked(tmp_path, *preferred)[0] == [
        "claims.csv:3: rank: another value is preferred on line 2 (found 'preferred')"
    ]


def test_a_value_that_is_at_fault_already_is_not_looked_up(folder: Folder) -> None:
    folder.edit("claims.csv", "gamma-crossing,status,operational,", "gamma-crossing,border_id,TJKUZB,")
    assert folder.faults() == [
        "claims.csv:10: value: a border is two country codes joined by a hyphen, such as TJK-UZB"
        " (found 'TJKUZB')"
    ]
