"""What each row must keep by itself beyond its cells: claims (in `claims`), borders, offices, ranges."""

from collections.abc import Callable, Iterator

from data.values.dates import first_day, last_day
from etl.reporting.errors import Fault
from etl.staging.tables import Table
from etl.validate import claims


def check_rows(table: Table) -> Iterator[Fault]:
    """The faults of rows by themselves."""
    if rule := RULES.get(table.name):
        yield from rule(table)


def _borders(borders: Table) -> Iterator[Fault]:
    for index, row in enumerate(borders.rows):
        if row["id"] is None or borders.is_broken(index, "id"):
            continue
        first, second = row["id"].split("-")
        if first == second:
            yield borders.fault(index, "id", "names the same country twice")
        elif first > second:
            right = f"{second}-{first}"
            yield borders.fault(index, "id", f"the two countries stand in alphabetical order: {right}")
        else:
            for part, column in ((first, "country_a_id"), (second, "country_b_id")):
                if row[column] not in (None, part) and not borders.is_broken(index, column):
                    yield borders.fault(index, column, f"is not the country in the id, {part}")


def _offices(offices: Table) -> Iterator[Fault]:
    for index, row in enumerate(offices.rows):
        country, border = row["country_id"], row["border_id"]
        is_known = country and border and not offices.is_broken(index, "border_id")
        if is_known and country not in border.split("-"):
            yield offices.fault(index, "country_id", f"is no side of its border {border}")
        if (row["latitude"] is None) != (row["longitude"] is None):
            yield offices.fault(index, "longitude", "latitude and longitude are given together or not at all")


def _instruments(instruments: Table) -> Iterator[Fault]:
    for index, row in enumerate(instruments.rows):
        start, end = row["start_on"], row["end_on"]
        broken = instruments.is_broken(index, "start_on") or instruments.is_broken(index, "end_on")
        if start and end and not broken and first_day(start) > last_day(end):
            yield instruments.fault(index, "end_on", f"lies before start_on {start}")


RULES: dict[str, Callable[[Table], Iterator[Fault]]] = {
    "claims": claims.check_claims,
    "borders": _borders,
    "border_liaison_offices": _offices,
    "instruments": _instruments,
}
