"""Questions asked of the finished file; all must hold before it is published. Changes nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import CheckConstraint, Connection, RowMapping, Table, func, literal, select, text

from data.schema.models import Row
from data.schema.vocabulary import CountBound, OfficeCounted, OfficeStatus
from data.store import open_read_only
from data.values.dates import last_day
from data.values.number_words import format_count
from etl.reporting.errors import Fault, Findings
from etl.reporting.messages import suggest_nearest
from etl.reporting.progress import Progress
from etl.staging.tables import file_name
from etl.verify.expectations import FILE, OFFICES, TOTAL, Expectations

COUNTED_IN = "2021-11"
"""The month for which `counted_2021` says which offices there were."""


class BrokenStoreError(RuntimeError):
    """The file is not what was written to it: a fault of this code or of the disk, never of the data."""


class Office(NamedTuple):
    border_id: str
    status: str
    counted_2021: str
    earliest: date | None


def verify_store(path: Path, wanted: Mapping[str, int], expected: Expectations, progress: Progress) -> None:
    """Raise BadData unless the store holds `wanted` rows by table and all that is expected of it."""
    findings = Findings()
    checks = (_rows, _offices, _office_counts, _claims)
    progress("verify", 0, len(checks) + 1)
    engine = open_read_only(path)
    try:
        with engine.connect() as connection:
            _file(connection, wanted)
            for done, check in enumerate(checks, start=1):
                findings.faults += check(connection, expected)
                progress("verify", done + 1, len(checks) + 1)
    finally:
        engine.dispose()
    findings.refuse_if_any()


def _file(connection: Connection, wanted: Mapping[str, int]) -> None:
    if (found := connection.execute(text("PRAGMA integrity_check")).scalar()) != "ok":
        raise BrokenStoreError(f"integrity_check: {found}")
    if lost := connection.execute(text("PRAGMA foreign_key_check")).all():
        raise BrokenStoreError(f"foreign_key_check: {lost[0]}")
    for table in Row.metadata.sorted_tables:
        if refused := connection.execute(text(_count_refused(table))).scalar():
            raise BrokenStoreError(f"{table.name}: {refused} rows that a CHECK refuses")
    for name, number in wanted.items():
        if _count(connection, name) != number:
            raise BrokenStoreError(f"{name}: {number} rows in, {_count(connection, name)} rows out")


def _count_refused(table: Table) -> str:
    """How many rows break a CHECK: SQLite looks at none in a file that it may not write."""
    rules = [f"({rule.sqltext})" for rule in table.constraints if isinstance(rule, CheckConstraint)]
    return f"SELECT count(*) FROM {table.name} WHERE NOT ({' AND '.join(rules) or 1})"  # noqa: S608 - our own


def _count(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(Row.metadata.tables[name])).scalar_one()


def _rows(connection: Connection, expected: Expectations) -> Iterator[Fault]:
    for name, least in expected.rows.items():
        number = _count(connection, name)
        if number < least:
            yield Fault(
                file_name(name), None, None, None, f"holds {number} rows; {FILE} asks for at least {least}"
            )


def _offices(connection: Connection, expected: Expectations) -> Iterator[Fault]:
    counted = [office for office in _all_offices(connection) if office.counted_2021 != OfficeCounted.NO]
    found = Counter(office.border_id for office in counted)
    borders = connection.execute(select(Row.metadata.tables["borders"].c.id)).scalars().all()
    strange = sorted({*expected.offices} - {*borders, TOTAL})
    for border in strange:
        yield Fault(
            FILE,
            None,
            f"{OFFICES}.{border}",
            None,
            f"is no border of borders.csv{suggest_nearest(border, borders)}",
        )
    for border in sorted({*found, *expected.offices} - {TOTAL, *strange}):
        yield from _compare_offices(border, found[border], expected.offices.get(border, 0))
    yield from _compare_offices(TOTAL, len(counted), expected.offices[TOTAL])


def _compare_offices(border: str, found: int, wanted: int) -> Iterator[Fault]:
    if found != wanted:
        problem = f"{found} offices are counted for November 2021; {FILE} asks for {wanted}"
        yield Fault(file_name("border_liaison_offices"), None, "counted_2021", border, problem)


def _office_counts(connection: Connection, _: Expectations) -> Iterator[Fault]:
    offices = _all_offices(connection)
    counts = Row.metadata.tables["office_counts"]
    comparable = counts.c.is_total | counts.c.border_id.is_not(None)
    unexplained = counts.c.number.is_not(None) & counts.c.explanation.is_(None)
    query = select(counts).where(comparable & unexplained).order_by(counts.c.id)
    for row in connection.execute(query).mappings():
        number = sum(_is_meant(office, row) for office in offices)
        if not _agrees(number, row):
            problem = (
                f"it counts {format_count(dict(row))} offices and border_liaison_offices.csv holds {number}: "
                "give an explanation"
            )
            yield Fault(file_name("office_counts"), None, "explanation", row["id"], problem)


def _all_offices(connection: Connection) -> list[Office]:
    offices = Row.metadata.tables["border_liaison_offices"]
    found = connection.execute(select(*(offices.c[column] for column in Office._fields)))
    return [Office(*row) for row in found]


def _is_meant(office: Office, count: RowMapping) -> bool:
    """True for an office that a count is about: its border, its status, known by its date."""
    if not count["is_total"] and office.border_id != count["border_id"]:
        return False
    if count["status"] != OfficeStatus.OPERATIONAL:
        return office.status == str(count["status"])
    if count["as_of"].startswith(COUNTED_IN):
        return office.counted_2021 != OfficeCounted.NO
    is_open = office.earliest is None or office.earliest <= last_day(count["as_of"])
    return office.status == OfficeStatus.OPERATIONAL and is_open


def _agrees(number: int, count: Mapping[Any, Any]) -> bool:
    match count["bound"]:
        case CountBound.OVER:
            return number > int(count["number"])
        case CountBound.AT_LEAST:
            return number >= int(count["number"])
        case CountBound.UP_TO:
            return number <= int(count["number"])
        case _:
            return number == int(count["number"])


def _claims(connection: Connection, _: Expectations) -> Iterator[Fault]:
    events, claims = Row.metadata.tables["events"], Row.metadata.tables["claims"]
    claimed = select(literal(1)).where(claims.c.table == "events", claims.c.subject == events.c.id).exists()
    for event in connection.execute(select(events.c.id).where(~claimed).order_by(events.c.id)).scalars():
        yield Fault(file_name("events"), None, "id", event, "no row of claims.csv is about this event")
