"""Who asks what of whom: recommendations under the filters, their numbers, and who asks most."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import POSSIBLY, Filters
from data.queries.events.list import CITED, Ask
from data.queries.matching import EVERYTHING, Matching, match_column, match_statements
from data.queries.recommendations.follow_ups import match_addressed
from data.schema.vocabulary import Family, FollowUpState

Names = dict[int, tuple[str, ...]]
"""Columns of a table by name number."""
MOST_ORGANISATIONS, MOST_NAMED = 20, 12
"""Organisations that ask, and names beside each, that are listed."""
OF_EVENT = """e.id AS event_id, e.title AS event, e.start_on AS event_start_on, e.end_on AS event_end_on,
  e.date_precision AS event_date_precision, e.date_as_stated AS event_date_as_stated"""

LATEST = "ORDER BY coalesce(f.start_on, fs.published_on) DESC NULLS LAST, f.source_id"
SINCE = f"""(SELECT f.start_on FROM recommendation_follow_ups f JOIN sources fs ON fs.id = f.source_id
    WHERE f.recommendation_id = t.id AND f.is_direct {LATEST} LIMIT 1)"""
"""Since when what came of it is so, by the latest source that bears on it."""
FOLLOW_UPS = f"""(SELECT group_concat(told, '; ') FROM (
    SELECT CASE WHEN f.is_direct THEN '' ELSE 'same theme only, ' END || replace(f.status, '_', ' ')
      || coalesce(' since ' || f.start_on, '') || ': ' || replace(f.text, '; ', ', ')
      || ' (' || f.source_id || ')' AS told
    FROM recommendation_follow_ups f JOIN sources fs ON fs.id = f.source_id
    WHERE f.recommendation_id = t.id {LATEST.replace("BY", "BY f.is_direct DESC,")}) listed)"""
"""What each source says came of it, as one text."""
FOLLOWED = f"'{FollowUpState.DONE}', '{FollowUpState.UNDER_WAY}'"
QUOTED = "q.id AS quoted_at_event_id, q.title AS quoted_at_event"


def list_recommendations(
    filters: Filters, first: int = 0, most: int = EVERYTHING, addressee: str = ""
) -> Ask:
    """Who asked what of whom, newest event first, in the source's order: at most `most` from `first` on.

    Organisations match as the one that asks or is asked; themes are the recommendation's own. Those that are
    only possibly in a range of dates come last.
    """

    def answer(engine: Engine) -> Answer:
        turn = "NOT certain, place" if filters.has_dates else "place"
        shown = f"SELECT place, certain FROM found ORDER BY {turn} LIMIT :most OFFSET :first"
        return _rows(match_addressed(engine, filters, addressee), filters, shown, first=first, most=most)

    return answer


def find_recommendation(filters: Filters, recommendation: str) -> Ask:
    """The row of one as in `list_recommendations`; none where it does not match."""

    def answer(engine: Engine) -> Answer:
        shown = """SELECT f.place, f.certain FROM read_recommendations i JOIN found f ON f.place = i.place
  WHERE i.id = :id"""
        return _rows(match_addressed(engine, filters, ""), filters, shown, id=recommendation)

    return answer


def _rows(found: Matching, filters: Filters, shown: str, **values: Any) -> Answer:
    sql = f"""{found.head()}, shown AS ({shown})
SELECT t.id, t.position, t.text, p.name AS person, o.name AS organisation,
  o.full_name AS organisation_full_name, o.family, a.addressee_name AS addressee,
  (SELECT group_concat(name, '; ') FROM (
    SELECT h.name FROM themes h JOIN recommendation_themes l ON l.theme_id = h.id
    WHERE l.recommendation_id = t.id ORDER BY h.name) named) AS themes,
  i.name AS instrument, t.follow_up, a.follow_up_state, {SINCE} AS follow_up_since,
  {FOLLOW_UPS} AS follow_ups, {OF_EVENT}, {QUOTED}{match_column(filters, "shown")}, {CITED}
FROM shown JOIN read_recommendations a ON a.place = shown.place JOIN recommendations t ON t.id = a.id
LEFT JOIN people p ON p.id = t.person_id LEFT JOIN organisations o ON o.id = t.organisation_id
LEFT JOIN instruments i ON i.id = t.instrument_id LEFT JOIN events e ON e.id = t.event_id
LEFT JOIN events q ON q.id = t.quoted_at_event_id
JOIN sources s ON s.id = t.source_id ORDER BY NOT shown.certain, shown.place"""
    return found.select(sql, **values)


def count_recommendations(filters: Filters, addressee: str = "") -> Ask:
    """One row: `recommendations`, the `organisations` and `persons` that ask, `addressees` by name.

    Rows that are `named` say whom they ask, those `followed` have a source on follow-up, those `touched` one
    on the same theme only; `certainly` and `possibly` part them under a range. `statements` are the others
    that match.
    """

    def answer(engine: Engine) -> Answer:
        found, said = match_addressed(engine, filters, addressee), match_statements(engine, filters)
        columns = ("t.organisation", "t.person", "t.addressee_name", "t.follow_up_state")
        sql = f"""{found.head(*columns)}
SELECT count(*) AS recommendations,
  count(DISTINCT CASE WHEN organisation >= 0 THEN organisation END) AS organisations,
  count(DISTINCT CASE WHEN person >= 0 THEN person END) AS persons,
  count(DISTINCT addressee_name) AS addressees,
  count(addressee_name) AS named, count(*) FILTER (WHERE follow_up_state IN ({FOLLOWED})) AS followed,
  count(*) FILTER (WHERE follow_up_state = '{FollowUpState.SAME_THEME}') AS touched,
  count(*) FILTER (WHERE certain) AS certainly, count(*) FILTER (WHERE NOT certain) AS possibly
FROM found"""
        names, [row] = found.count(sql)
        [(statements,)] = said.count(f"{said.head()} SELECT count(*) FROM found").rows
        return Answer([*names, "statements"], [(*map(int, row), statements)])

    return answer


def count_by_theme(filters: Filters, addressee: str = "") -> Ask:
    """How many `rows` of each theme and family of who asks, and how many of them are `possibly` in the range.

    A row counts under each of its themes, whatever themes the filters ask for.
    """

    def answer(engine: Engine) -> Answer:
        found = match_addressed(engine, replace(filters, themes=()), addressee)
        sql = f"""{found.head("t.family")}
SELECT l.theme, f.family, count(*), count(*) FILTER (WHERE NOT f.certain)
FROM found f JOIN read_recommendation_themes l ON l.place = f.place GROUP BY 1, 2"""
        rows = found.count(sql).rows
        named = _names(engine, "themes", "id, name", [row[0] for row in rows])
        every = [(*named[theme], *rest) for theme, *rest in rows]
        return Answer(["theme_id", "theme", "family", "rows", POSSIBLY], sorted(every, key=itemgetter(1, 2)))

    return answer


def list_who_asks(filters: Filters, addressee: str = "") -> Ask:
    """The organisations that ask most, at most twenty; `of` is how many ask.

    One row a `name`, `family`, number of `rows` and of those `possibly` in the range; `people` through whom,
    and `whom` it asks with how often each, as texts that name so many at most.
    """

    def answer(engine: Engine) -> Answer:
        found = match_addressed(engine, filters, addressee)
        names = ["name", "family", "number", "rows", POSSIBLY, "of", "people", "whom"]
        rows = _busiest(engine, found)
        if not rows:
            return Answer(names, [])
        asked = {f"asks{place}": row[2] for place, row in enumerate(rows)}
        sql = f"""{found.head("t.organisation", "t.person", "t.addressee_name")}
SELECT organisation, person, addressee_name, count(*), min(place) FROM found
WHERE organisation IN ({", ".join(f":{name}" for name in asked)}) GROUP BY 1, 2, 3"""
        groups = defaultdict(list)
        for organisation, *request in found.count(sql, **asked).rows:
            groups[organisation].append(request)
        numbers = [person for requests in groups.values() for person, *_ in requests]
        people = _names(engine, "people", "name", numbers)
        listed = [(*row, *_between(groups[row[2]], people)) for row in rows]
        return Answer(names, listed)

    return answer


def _busiest(engine: Engine, found: Matching) -> list[Any]:
    """Of those that ask most: name, family, number, requests, those possibly in the range, of how many."""
    sql = f"""{found.head("t.organisation")}
SELECT +organisation, count(*), count(*) FILTER (WHERE NOT certain) FROM found GROUP BY 1"""
    rows = found.count(sql).rows
    named = _names(engine, "organisations", "name, family", [number for number, *_ in rows])
    unstated = ("not stated", str(Family.OTHER))
    every = [(*named.get(number, unstated), number, *counts, len(rows)) for number, *counts in rows]
    return sorted(every, key=lambda row: (-row[3], row[0]))[:MOST_ORGANISATIONS]


def _between(requests: list[Any], names: Names) -> tuple[str, str | None]:
    """Through whom and whom these requests (person, addressee, number, first place) ask, most often first."""
    through: dict[int, int] = {}
    whom: dict[str, tuple[int, int]] = {}
    for person, addressee, number, place in requests:
        through[person] = min(place, through.get(person, place))
        if addressee is not None:
            before, first = whom.get(addressee, (0, place))
            whom[addressee] = before + number, min(first, place)
    stated = [person for person in sorted(through, key=through.__getitem__) if person >= 0]
    people = [names[person][0] for person in stated[:MOST_NAMED]]
    order = sorted(whom, key=lambda name: (-whom[name][0], whom[name][1]))
    texts = [f"{name} ({whom[name][0]})" for name in order[:MOST_NAMED]]
    more = [f"and {len(order) - MOST_NAMED} more"] if len(order) > MOST_NAMED else []
    return ", ".join(people), "; ".join([*texts, *more]) or None


def _names(engine: Engine, table: str, columns: str, numbers: Iterable[int]) -> Names:
    """These columns of the rows of a table with these name numbers."""
    own = ", ".join(f"t.{each}" for each in columns.split(", "))
    values = {f"number{place}": number for place, number in enumerate(dict.fromkeys(numbers))}
    if not values:
        return {}
    sql = f"""SELECT k.number, {own} FROM read_names k JOIN {table} t ON t.id = k.id
WHERE k.number IN ({", ".join(f":{name}" for name in values)})"""
    return {number: tuple(cells) for number, *cells in engines.select(engine, sql, values).rows}
