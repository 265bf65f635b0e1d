"""Sources that bear on what matches: the list, its counts, and their publishers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from data.filters import Filters, Subject
from data.schema.vocabulary import Extent
from data.values.text import search_terms
from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import (
    Record,
    Row,
    event_sources,
    has_words,
    match_events,
    words_in,
)

COUNTED = ("speakers", "recommendations", "statements", "office_counts", "claims")


def bearing_sources(record: Record, filters: Filters) -> list[Row]:
    """Those that report a matching event or name a part in it; words alone find a source by its own too.

    Under a publisher, those of its own: by whom else the events are reported does not count.
    """
    if filters.publishers:
        found = bearing_sources(record, replace(filters, publishers=()))
        return [source for source in found if source["publisher"] in filters.publishers]
    if filters.is_empty:
        return record.tables["sources"]
    bearing, terms = set(), search_terms(filters.words)
    for id_ in match_events(record, filters):
        bearing |= event_sources(record, record.row("events", id_))
        bearing |= {row["source_id"] for row in record.rows("event_organisations", "event_id", id_)}
    is_search = terms and replace(filters, words="").is_empty
    return [
        source
        for source in record.tables["sources"]
        if source["id"] in bearing
        or (filters.subject and source["id"] in _stating(record, filters.subject))
        or (is_search and has_words(words_in(source["title"], source["about"], source["publisher"]), terms))
    ]


@cache
def _stating(record: Record, subject: Subject) -> set[str]:
    """Those that state the row of the subject, or claim anything of it; of a source itself."""
    claims = record.rows("claims", "subject", subject.id)
    stating = {row["source_id"] for row in claims if row["table"] == subject.table}
    row = record.row(subject.table, subject.id)
    return stating | {subject.id if subject.table == "sources" else row.get("source_id", "")}


def list_sources(record: Record, case: Case) -> list[Row]:
    """Newest first, undated ones last, then by id; with how many rows of each sort rest on each."""
    reported = reported_events(record)
    rows = [
        {
            **source,
            "events": len(reported[source["id"]]),
            **{table: len(record.rows(table, "source_id", source["id"])) for table in COUNTED},
        }
        for source in bearing_sources(record, case.filters)
    ]
    rows = sorted(rows, key=lambda row: row["id"])
    return sorted(rows, key=lambda row: row["published_on"] or "", reverse=True)


def source_page(record: Record, case: Case) -> list[Row]:
    return _as_on_page(list_sources(record, case)[case.first : case.first + case.most])


def one_source(record: Record, case: Case) -> list[Row]:
    return _as_on_page(row for row in list_sources(record, case) if row["id"] == case.source)


def _as_on_page(rows: Iterable[Row]) -> list[Row]:
    return [{key: row[key] for key in row if key not in COUNTED[:-1]} for row in rows]


@cache
def reported_events(record: Record) -> dict[str, set[str]]:
    """By source the events that it reports, whatever the filters."""
    found = defaultdict(set)
    for event in record.events:
        for source in event_sources(record, event):
            found[source].add(event["id"])
    return found


def count_sources(record: Record, case: Case) -> Row:
    rows = bearing_sources(record, case.filters)
    years = [int(row["published_on"][:4]) for row in rows if row["published_on"]]
    return {
        "sources": len(rows),
        "publishers": len({row["publisher"] for row in rows}),
        "originators": len({row["originator"] for row in rows}),
        "whole": sum(row["extent"] == Extent.WHOLE for row in rows),
        "mirrored": sum(row["read_via_url"] is not None for row in rows),
        "hashed": sum(row["sha256"] is not None for row in rows),
        "claims": sum(len(record.rows("claims", "source_id", row["id"])) for row in rows),
        "at_hand": sum(row["sha256"] in case.hashes for row in rows),
        "first": min(years, default=0),
        "last": max(years, default=0),
    }


def list_source_publishers(record: Record, case: Case) -> list[Row]:
    """What was read of each publisher of these sources, most sources first."""
    rows = [
        {
            "publisher": name,
            "sources": len(own),
            "originators": len({row["originator"] for row in own}),
            "whole": sum(row["extent"] == Extent.WHOLE for row in own),
            **days_read(own),
        }
        for name, own in group_by_publisher(bearing_sources(record, case.filters)).items()
    ]
    return sorted(rows, key=lambda row: (-row["sources"], row["publisher"]))


def group_by_publisher(sources: Iterable[Row]) -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in sources:
        found[row["publisher"]].append(row)
    return found


def days_read(sources: list[Row]) -> Row:
    """First and last publication and last reading, as stated; None where no source states it."""
    published = [row["published_on"] for row in sources if row["published_on"]]
    return {
        "first": min(published, default=None),
        "last": max(published, default=None),
        "read_on": max((row["read_on"] for row in sources if row["read_on"]), default=None),
    }


def citation(record: Record, source_id: str) -> Row:
    """The columns that cite a source."""
    source = record.row("sources", source_id)
    return {
        "source_id": source["id"],
        "source_publisher": source["publisher"],
        "source_title": source["title"] if source["title"] is not None else source["about"],
        "source_published_on": source["published_on"],
        "source_url": source["url"],
    }
