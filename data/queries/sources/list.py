"""Sources that bear on what matches: their numbers, their list, and what was read of each publisher."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters
from data.queries import subjects
from data.queries.events.list import Ask
from data.queries.matching import EVERYTHING, Matching, match_events, search_bounds, word_numbers
from data.queries.names import PUBLISHERS, find_names
from data.schema.models import Source
from data.values.text import search_terms

OWN = ", ".join(f"s.{name}" for name in Source.model_fields)
RESTING = ("speakers", "recommendations", "statements", "office_counts")
"""Tables whose rows on a source the extract counts, beside events and claims."""


def count_sources(filters: Filters, hashes: tuple[str, ...] = ()) -> Ask:
    """One row: `sources`, `publishers`, `originators`; read `whole`, `mirrored`, with a document (`hashed`).

    `claims` is how many they make, `at_hand` how many have one of the `hashes`, `first` and `last` the years
    of publication, 0 where none is stated.
    """

    def answer(engine: Engine) -> Answer:
        found = _match(engine, filters)
        sql = f"""{_head(found, filters)}
SELECT count(*) AS sources, count(DISTINCT publisher) AS publishers,
  count(DISTINCT originator) AS originators, coalesce(sum(is_whole), 0) AS whole,
  coalesce(sum(is_mirrored), 0) AS mirrored, coalesce(sum(is_hashed), 0) AS hashed,
  coalesce(sum(claims), 0) AS claims, min(published_on), max(published_on) FROM own"""
        names, [(*counts, first, last)] = found.count(sql)
        years = [int(day[:4]) if day else 0 for day in (first, last)]
        at_hand = _count_at_hand(found, filters, hashes) if hashes else 0
        return Answer([*names[:7], "at_hand", "first", "last"], [(*map(int, counts), at_hand, *years)])

    return answer


def _count_at_hand(found: Matching, filters: Filters, hashes: tuple[str, ...]) -> int:
    named = {f"hash{place}": each for place, each in enumerate(hashes)}
    listed = ", ".join(f":{name}" for name in named)
    sql = f"""{_head(found, filters)}
SELECT count(*) FROM own JOIN sources s ON s.id = own.id WHERE s.sha256 IN ({listed})"""
    return int(found.select(sql, **named).rows[0][0])


def list_sources(filters: Filters, first: int = 0, most: int = EVERYTHING) -> Ask:
    """At most `most` sources from the one at `first` on, newest first: own columns, `events`, `claims`."""

    def answer(engine: Engine) -> Answer:
        shown = "SELECT * FROM own ORDER BY place LIMIT :most OFFSET :first"
        return _rows(_match(engine, filters), filters, shown, first=first, most=most)

    return answer


def find_source(filters: Filters, source: str) -> Ask:
    """The row of one source as in `list_sources`; none where it does not match."""

    def answer(engine: Engine) -> Answer:
        return _rows(_match(engine, filters), filters, "SELECT * FROM own WHERE id = :id", id=source)

    return answer


def list_sources_with_rows(filters: Filters, first: int = 0, most: int = EVERYTHING) -> Ask:
    """The same sources, with how many rows of each sort rest on each: for files."""

    def answer(engine: Engine) -> Answer:
        counts = [f"(SELECT count(*) FROM {name} x WHERE x.source_id = s.id) AS {name}" for name in RESTING]
        more = f"shown.events, {', '.join(counts)}, shown.claims"
        shown = "SELECT * FROM own ORDER BY place LIMIT :most OFFSET :first"
        return _rows(_match(engine, filters), filters, shown, more, first=first, most=most)

    return answer


def _rows(
    found: Matching, filters: Filters, shown: str, more: str = "shown.events, shown.claims", **values: Any
) -> Answer:
    sql = f"""{_head(found, filters, is_paged=True)}, shown AS ({shown})
SELECT {OWN}, {more} FROM shown JOIN sources s ON s.id = shown.id ORDER BY shown.place"""
    return found.select(sql, **values)


def list_publishers(filters: Filters) -> Ask:
    """What was read of each publisher: `sources`, how many `whole`, `originators`, last reading.

    Most sources first; `first`, `last` and `read_on` as stated, None where they are not.
    """

    def answer(engine: Engine) -> Answer:
        found = _match(engine, filters)
        sql = f"""{_head(found, filters)},
counted AS (SELECT publisher AS number, count(*) AS sources, count(DISTINCT originator) AS originators,
  sum(is_whole) AS whole, min(published_on) AS first, max(published_on) AS last, max(read_on) AS read_on
  FROM own GROUP BY 1)
SELECT p.publisher, c.sources, c.originators, c.whole, c.first, c.last, c.read_on
FROM counted c JOIN read_publishers p ON p.number = c.number ORDER BY c.sources DESC, p.publisher"""
        return found.count(sql)

    return answer


def _match(engine: Engine, filters: Filters) -> Matching:
    """The events, by whomever they are reported: of sources the publisher is their own."""
    found = match_events(engine, replace(filters, publishers=()))
    _, values = search_bounds(filters.words)
    names = find_names(engine, PUBLISHERS, filters.publishers)
    own = {f"own{place}": name.number for place, name in enumerate(names)}
    return replace(found, values=found.values | values | own)


def _head(found: Matching, filters: Filters, *, is_paged: bool = False) -> str:
    """`own` after `found`: sources that bear on what matches; a search finds their own words too.

    For a page, where dates and kinds alone narrow the events, each source is searched for one, newest first.
    """
    own = ", ".join(f":own{place}" for place in range(len(filters.publishers)))
    published = f" AND publisher IN ({own})" if own else ""
    filters = replace(filters, publishers=())
    if filters.is_empty:
        return f"{found.head()}, own AS (SELECT * FROM read_sources WHERE 1 = 1{published})"
    bearing = "source IN (SELECT r.source FROM found f JOIN read_reports r ON r.n = f.n)"
    if is_paged and not found.is_linked:
        reports = "read_reports r JOIN found f ON f.n = r.n WHERE r.source = s.source"
        bearing = f"EXISTS (SELECT 1 FROM {reports})"
    if filters.subject:
        bearing = f"({bearing} OR {subjects.match_source(filters.subject)})"
    if search_terms(filters.words) and replace(filters, words="").is_empty:
        bounds, _ = search_bounds(filters.words)
        worded = " AND ".join(f"source IN ({word_numbers('sources', each)})" for each in bounds)
        bearing = f"({bearing} OR ({worded}))"
    return f"{found.head()}, own AS (SELECT * FROM read_sources s WHERE {bearing}{published})"
