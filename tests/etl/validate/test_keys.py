from array import array
from pathlib import Path

from etl.staging.database import StagingDatabase, open_staging
from etl.staging.tables import Table
from etl.validate.keys import Numbers, find_repeated, find_shared


def test_only_numbers_that_stand_twice_are_shared() -> None:
    assert find_shared(array("q", [5, 3, 5, 7, 3, 5])) == [0, 1, 2, 4, 5]
    assert find_shared(array("q", [1, 2])) == []
    assert find_shared(array("q")) == []


def test_what_is_repeated_names_the_first_line() -> None:
    rows = [(2, ("a",)), (3, ("b",)), (4, ("a",)), (5, ("a",))]
    assert [*find_repeated(iter(rows))] == [(2, 4, ("a",)), (2, 5, ("a",))]


def _numbers(found: StagingDatabase, *spellings: str | None) -> Numbers:
    table = Table("aliases", lines=[*range(2, len(spellings) + 2)])
    count = len(spellings)
    table.cells = {"table": ["places"] * count, "spelling": list(spellings), "id": ["a"] * count}
    found.add(table)
    numbers = Numbers("aliases")
    numbers.add(table)
    return numbers


def test_keys_stand_once_and_those_alike_but_for_capitals_warn(tmp_path: Path) -> None:
    with open_staging(tmp_path / "rows") as found:
        numbers = _numbers(found, "Клин", "one", "КЛИН", "one", None, None)
        assert [*map(str, numbers.faults(found))] == [
            "aliases.csv:5: table/spelling: stands on line 3 too (found 'places/one')"
        ]
        assert [*map(str, numbers.twins(found))] == [
            "aliases.csv:4: table/spelling: differs from line 2 in capitals only (found 'places/КЛИН')"
        ]


def test_many_repeated_keys_are_looked_at_some_at_a_time(tmp_path: Path) -> None:
    with open_staging(tmp_path / "rows") as found:
        faults = [*_numbers(found, *(f"n{number % 700}" for number in range(1400))).faults(found)]
    assert len(faults) == 700
    assert (faults[0].line, faults[-1].line) == (702, 1401)
