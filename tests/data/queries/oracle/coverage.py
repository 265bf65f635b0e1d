"""What was read of each publisher, month by month, and how many events that match these pages report."""

from collections import defaultdict

from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import Record, Row, match_events
from tests.data.queries.oracle.sources import days_read, group_by_publisher, reported_events

REST = ""
"""Stands for all publishers that are not named."""
MONTH = len("YYYY-MM")


def list_read_publishers(record: Record, case: Case) -> list[Row]:
    """All publishers, most pages first: pages, months of publication, and matching events reported."""
    matching, reported = match_events(record, case.filters), reported_events(record)
    rows = []
    for name, own in group_by_publisher(record.tables["sources"]).items():
        months = [month for row in own if (month := _month(row))]
        events = {event for row in own for event in reported[row["id"]]}
        rows.append(
            {
                "publisher": name,
                "pages": len(own),
                "dated": len(months),
                "undated": len(own) - len(months),
                "months": len(set(months)),
                "events": len(events & matching.keys()),
                **days_read(own),
            }
        )
    return sorted(rows, key=lambda row: (-row["pages"], row["publisher"]))


def most_read_publishers(record: Record, case: Case) -> list[Row]:
    rows = list_read_publishers(record, case)[: case.most]
    return [{key: row[key] for key in row if key not in ("events", "undated")} for row in rows]


def count_pages_read(record: Record, _: Case) -> Row:
    sources = record.tables["sources"]
    return {"pages": len(sources) or None, "publishers": len(group_by_publisher(sources))}


def _month(source: Row) -> str | None:
    """Month of publication, where one is stated."""
    day = source["published_on"] or ""
    return day[:MONTH] if len(day) >= MONTH else None


def list_months_read(record: Record, case: Case) -> list[Row]:
    """By publisher and month of publication; those that are not named count together."""
    matching, reported, groups = (
        match_events(record, case.filters),
        reported_events(record),
        defaultdict(list),
    )
    for row in record.tables["sources"]:
        if month := _month(row):
            is_own = case.publishers is None or row["publisher"] in case.publishers
            groups[row["publisher"] if is_own else REST, month].append(row)
    return [
        {
            "publisher": name,
            "month": month,
            "pages": len(rows),
            "read_on": days_read(rows)["read_on"],
            "events": len({event for row in rows for event in reported[row["id"]]} & matching.keys()),
        }
        for (name, month), rows in sorted(groups.items())
    ]
