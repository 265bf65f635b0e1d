from datetime import date
from pathlib import Path
from typing import Any

from etl.staging.database import key_sql, open_staging
from etl.staging.tables import Table


def test_rows_come_back_typed_in_the_order_of_their_lines(tmp_path: Path) -> None:
    events = Table("events", lines=[9, 3])
    events.cells = {
        "id": ["b", "a"],
        "is_date_inferred": [True, "maybe"],
        "earliest": ["2021-03-04", None],
    }
    events.broken = {(1, "is_date_inferred")}
    with open_staging(tmp_path / "rows") as found:
        found.add(events)
        (table,) = found.read("events")
        assert table.lines == [3, 9]
        assert [(row["id"], row["is_date_inferred"], row["earliest"]) for row in table.rows] == [
            ("a", "maybe", None),
            ("b", True, date(2021, 3, 4)),
        ]
        assert found.is_broken("events", 3, "is_date_inferred")
        assert found.rows == {"events": 2}


def test_values_come_back_as_they_are_and_blanks_as_blanks(tmp_path: Path) -> None:
    claims = Table("claims", lines=[2, 3, 4])
    given: dict[str, list[Any]] = {
        "subject": ["a", None, "b"],
        "paragraph": [None, 0, 7],
        "amount": [0.0, None, 1.0],
        "is_inferred": [False, True, None],
        "anchor": [None, None, None],
        "rank": ["normal", "normal", "normal"],
    }
    claims.cells = dict(given)
    with open_staging(tmp_path / "rows") as found:
        found.add(claims)
        (table,) = found.read("claims")
    assert {column: table.cells[column] for column in given} == given
    assert [type(cell) for cell in table.cells["amount"]] == [float, type(None), float]
    assert set(table.cells["reason"]) == {None}


def test_a_row_is_found_by_its_key_as_claims_write_it(tmp_path: Path) -> None:
    links = Table("event_themes", lines=[2, 3])
    links.cells = {"event_id": ["a", "a"], "theme_id": ["b", None]}
    with open_staging(tmp_path / "rows") as found:
        found.add(links)
        assert found.holds("event_themes", "a/b")
        assert not found.holds("event_themes", "a")
        assert found.keys("event_themes", 5) == ["a/b"]
    assert key_sql("event_themes", "t.") == 't."event_id" || \'/\' || t."theme_id"'


def test_claims_find_their_rows_by_an_index(tmp_path: Path) -> None:
    with open_staging(tmp_path / "rows") as found:
        found.index("speakers")
        query = f"SELECT 1 FROM claims c LEFT JOIN speakers t ON {key_sql('speakers', 't.')} = c.subject"  # noqa: S608
        plan = [row[-1] for row in found.connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert plan == ["SCAN c", "SEARCH t USING INDEX key_of_speakers (<expr>=?) LEFT-JOIN"]
