"""The list of events under the filters, and how many there are."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.queries.days import to_date
from data.queries.matching import EVERYTHING, Matching, match_column, match_events
from data.schema.mart import ANY_DAY
from data.schema.models import Event

Ask = Callable[[Engine], Answer]
"""A question that a store answers."""
LAST_OR_LEFT = ("source_id", "begins_by", "ends_from")
OWN = (*(name for name in Event.model_fields if name not in LAST_OR_LEFT), "source_id")
"""The columns of `events` that its list shows: two bounds of vague dates are for filters alone."""
GATHERED = (
    *("places", "countries", "country_ids", "organisers", "organiser_ids", "participants", "family"),
    *("speakers", "themes", "is_disputed"),
)
ABOUT_SOURCES = ("source_anchor", "source_count", "originator_count", "source_ids")
DESCRIBED = """s.publisher AS source_publisher, coalesce(s.title, s.about) AS source_title,
  s.published_on AS source_published_on, s.url AS source_url"""
CITED = f"s.id AS source_id, {DESCRIBED}"
"""The columns that cite the source joined as `s`: id, publisher, title or our words, date, url."""
FIRST = "CASE WHEN e.begins_from = 0 THEN e.ends_by ELSE e.begins_from END"
LAST = "CASE WHEN e.ends_by = 9999999 THEN e.begins_from ELSE e.ends_by END"
"""First and last day of an event; where nothing bounds one end, it is taken from the other."""


def list_events(filters: Filters, first: int = 0, most: int = EVERYTHING, *, is_own: bool = False) -> Ask:
    """The events that match, oldest first: at most `most` from `first` on.

    By the first possible day of each, else by its last; those without either come last.
    Under a range of dates those that are certainly in it come before those that possibly are.

    One row an event: its own columns, the names of places, countries, organisers, participants, speakers and
    themes joined by `; `, the family of its lead organiser, words of its principal source (`source_anchor`),
    counts of sources and originators, `is_disputed` where other values contradict preferred ones, and, under
    a range of dates, `date_match`. `is_own`: its own columns and `date_match` alone.
    """

    def answer(engine: Engine) -> Answer:
        found, shown, order = (
            match_events(engine, filters),
            list_shown(filters),
            _oldest_first(filters, "shown"),
        )
        return _rows(found, filters, shown, order, is_own=is_own, first=first, most=most)

    return answer


def list_shown(filters: Filters) -> str:
    """The query for the events of a page of the list, from `found`: `first` and `most` are its parameters."""
    order = _oldest_first(filters, "found")
    return f"SELECT n, certain FROM found ORDER BY {order} LIMIT :most OFFSET :first"


def _oldest_first(filters: Filters, table: str) -> str:
    """The order of the list."""
    return f"{table}.certain DESC, {table}.n" if filters.has_dates else f"{table}.n"


def find_event(filters: Filters, event_id: str) -> Ask:
    """The row of one event as in `list_events`; none where it does not match."""

    def answer(engine: Engine) -> Answer:
        shown = "SELECT f.n, f.certain FROM read_event_texts i JOIN found f ON f.n = i.n WHERE i.id = :id"
        return _rows(match_events(engine, filters), filters, shown, "r.n", id=event_id)

    return answer


def list_neighbours(filters: Filters, event_id: str) -> Ask:
    """The events that match before and after one by date: each `turn` (`previous`, `next`) that there is.

    Their ids, titles and the columns of their dates.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()}, own AS (SELECT n FROM read_event_texts WHERE id = :id),
ends AS (SELECT 'previous' AS turn, max(n) AS n FROM found WHERE n < (SELECT n FROM own)
  UNION ALL SELECT 'next', min(n) FROM found WHERE n > (SELECT n FROM own))
SELECT x.turn, o.id, o.title, o.start_on, o.end_on, o.date_precision, o.date_as_stated
FROM ends x JOIN read_event_texts r ON r.n = x.n JOIN events o ON o.id = r.id ORDER BY r.n"""
        return found.select(sql, id=event_id)

    return answer


def list_newest_events(filters: Filters, most: int, first: int = 0) -> Ask:
    """At most `most` from `first` on as in `list_events`, newest first: by last day, else first."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        shown = "SELECT * FROM found ORDER BY newest DESC, rank LIMIT :most OFFSET :first"
        order = "shown.newest DESC, shown.rank"
        return _rows(found, filters, shown, order, "e.newest", "e.rank", first=first, most=most)

    return answer


def list_events_by_number(numbers: tuple[int, ...]) -> Ask:
    """The events with these numbers `n` as in `list_events`, newest first."""

    def answer(engine: Engine) -> Answer:
        named: dict[str, Any] = {f"n{place}": number for place, number in enumerate(numbers)}
        listed = ", ".join(f":{name}" for name in named) or "-1"
        shown = f"SELECT * FROM found WHERE n IN ({listed})"
        found, order = match_events(engine, Filters()), "shown.newest DESC, shown.rank"
        return _rows(found, Filters(), shown, order, "e.newest", "e.rank", **named)

    return answer


def _rows(
    found: Matching,
    filters: Filters,
    shown: str,
    order: str,
    *columns: str,
    is_own: bool = False,
    **values: Any,
) -> Answer:
    """The rows of the events that the query `shown` chooses, in this order."""
    own, match = ", ".join(f"o.{name}" for name in OWN), match_column(filters, "shown")
    gathered, about = (", ".join(f"r.{name}" for name in names) for names in (GATHERED, ABOUT_SOURCES))
    others = "" if is_own else f", {gathered}, {DESCRIBED}, {about}"
    sources = "" if is_own else "JOIN sources s ON s.id = o.source_id"
    sql = f"""{found.head(*columns)}, shown AS ({shown})
SELECT {own}{match}{others}
FROM shown JOIN read_event_texts r ON r.n = shown.n JOIN events o ON o.id = r.id
{sources} ORDER BY {order}"""
    return found.select(sql, **values)


def count_events(filters: Filters) -> Ask:
    """One row: how many `events` match, `certainly` and `possibly` in the range, how many `undated`.

    `first` and `last` are the days that bound those certainly in the range; None where no day is known.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head(f"{FIRST} AS first_day", f"{LAST} AS last_day")}
SELECT count(*), count(*) FILTER (WHERE certain), count(*) FILTER (WHERE first_day = {ANY_DAY}),
  min(first_day) FILTER (WHERE certain), max(last_day) FILTER (WHERE certain) FROM found"""
        [(events, certain, undated, first, last)] = found.count(sql).rows
        names = ["events", CERTAINLY, POSSIBLY, "undated", "first", "last"]
        return Answer(names, [(events, certain, events - certain, undated, to_date(first), to_date(last))])

    return answer


def count_in_range(filters: Filters) -> Ask:
    """One row: how many events that match are `certainly` and how many `possibly` in the range of dates."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()}
SELECT count(*) FILTER (WHERE certain) AS certainly, count(*) FILTER (WHERE NOT certain) AS possibly
FROM found"""
        return found.count(sql)

    return answer


def find_bounds() -> Ask:
    """One row: the `first` and `last` day on which anything in the record may have happened."""

    def answer(engine: Engine) -> Answer:
        sql = f"SELECT min({FIRST}), max({LAST}) FROM read_events e"
        [days] = engines.select(engine, sql, {}).rows
        return Answer(["first", "last"], [tuple(map(to_date, days))])

    return answer
