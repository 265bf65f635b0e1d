"""The filters as SQL conditions, in this one place for pages, files, the command line and the re-check.

A head is `WITH RECURSIVE found AS (…)`: one row an event (`n`), recommendation or statement (`place`) that
matches, with `certain`: whether it is certainly in the range of dates. Dates match when they possibly do.
In it `e` is a row of `read_events` and `t` one of `read_recommendations` or `read_statements`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.queries import subjects
from data.queries.names import PUBLISHERS, Name, count_all_events, find_names
from data.schema.mart import role_bits
from data.values.text import search_terms

LAST = "~"
"""Comes after every character that a folded word may hold."""
EVENTS, RECOMMENDATIONS, STATEMENTS = "read_events", "read_recommendations", "read_statements"
EVERYTHING = 2**31 - 1
"""Rows: more than a list has."""
LINKED = ("countries", "themes", "people", "instruments", "borders")
"""Fields of filters that are tables of `read_names`, beside organisations."""
OF_EVENT = ("since", "until", "countries", "kinds", "forms", "borders", "follow_ups")
"""Fields that recommendations and statements match by their event."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The rows of `table` that match: conditions, and values of their parameters."""

    engine: Engine
    table: str
    conditions: tuple[str, ...]
    certain: str
    values: dict[str, Any]
    events: int
    """About how many events may match at most: by it an engine is chosen."""
    is_linked: bool = False
    """Whether names or words narrow the events."""

    def head(self, *columns: str) -> str:
        """The head with these columns, each as `e.kind` or `t.family`."""
        is_events = self.table == EVENTS
        rows = f"{EVENTS} e" if is_events else f"{self.table} t LEFT JOIN {EVENTS} e ON e.n = t.n"
        named = ", ".join(("e.n" if is_events else "t.place", f"{self.certain} AS certain", *columns))
        return f"WITH RECURSIVE found AS (SELECT {named} FROM {rows}{where_clause(self.conditions)})"

    def count(self, sql: str, **values: Any) -> Answer:
        """Counts over what matches, from the mart alone."""
        return engines.count(self.engine, sql, self._with(values), self.events)

    def select(self, sql: str, **values: Any) -> Answer:
        """Rows of a list."""
        return engines.select(self.engine, sql, self._with(values))

    def _with(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values of the filters and of a question; ValueError where both use one name."""
        if both := values.keys() & self.values.keys():
            raise ValueError(f"{', '.join(sorted(both))} are names of values of filters")
        return self.values | values


def where_clause(conditions: tuple[str, ...]) -> str:
    """The conditions as a clause; nothing where there are none."""
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def match_events(engine: Engine, filters: Filters) -> Matching:
    """The events that match."""
    dated, certain, values = _dates(filters)
    conditions = list(dated)
    for column, wanted in (("kind", filters.kinds), ("form", filters.forms)):
        if wanted:
            conditions.append(f"e.{column} IN ({_parameters(column, wanted, values)})")
    linked = [*_link_conditions(engine, filters, values), *_report_conditions(engine, filters, values)]
    if filters.subject:
        linked.append((subjects.match_event(filters.subject), 0))  # public tables too: no copy has them
        values["subject"] = filters.subject.id
    worded = list(_word_conditions(filters.words, values))
    conditions += [*(condition for condition, _ in linked), *worded]
    events = min([count_all_events(engine), *(size for _, size in linked)])
    return Matching(engine, EVENTS, tuple(conditions), certain, values, events, bool(linked or worded))


def match_recommendations(engine: Engine, filters: Filters) -> Matching:
    """Organisations match as the one that asks or is asked; what came of it is the row's own."""
    found = _match_said(
        engine, replace(filters, follow_ups=()), RECOMMENDATIONS, ("t.organisation", "t.addressee")
    )
    if not filters.follow_ups:
        return found
    states = _parameters("state", filters.follow_ups, found.values)
    return replace(found, conditions=(*found.conditions, f"t.follow_up_state IN ({states})"))


def match_statements(engine: Engine, filters: Filters) -> Matching:
    """Organisations match as the one that speaks."""
    return _match_said(engine, filters, STATEMENTS, ("t.organisation",))


def _match_said(engine: Engine, filters: Filters, table: str, ends: tuple[str, ...]) -> Matching:
    """Person, instrument, publisher, themes and words are the row's own; all else is of its event.

    What has no event may lie in any range of dates.
    """
    of_event = replace(Filters(), **{name: getattr(filters, name) for name in OF_EVENT})
    own = match_events(engine, of_event)
    values, conditions, sizes = own.values, [], [own.events]
    if own.conditions:
        undated = "t.n = -1 OR " if replace(of_event, since=None, until=None).is_empty else ""
        conditions.append(f"({undated}({' AND '.join(own.conditions)}))")
    for names in _groups(filters, find_names(engine, "organisations", filters.organisations)):
        numbers = _parameters("body", [name.number for name in names], values)
        conditions.append("(" + " OR ".join(f"{end} IN ({numbers})" for end in ends) + ")")
        sizes.append(sum(name.events for name in names))
    conditions += _own_conditions(engine, filters, table, values)
    if filters.subject:
        conditions.append(subjects.match_said(table.removeprefix("read_"), filters.subject))
        values["subject"] = filters.subject.id
        sizes.append(0)
    for bounds in _terms(filters.words, values):
        conditions.append(f"t.place IN ({word_numbers(table.removeprefix('read_'), bounds)})")
    certain = f"(t.n >= 0 AND {own.certain})" if filters.has_dates else own.certain
    return Matching(engine, table, tuple(conditions), certain, values, min(sizes))


def _own_conditions(engine: Engine, filters: Filters, table: str, values: dict[str, Any]) -> Iterator[str]:
    """The conditions on what a recommendation or statement is itself linked with."""
    for column, named_in, ids in (
        ("person", "people", filters.people),
        ("instrument", "instruments", filters.instruments),
        ("publisher", PUBLISHERS, filters.publishers),
        ("theme", "themes", filters.themes),
    ):
        if not ids:
            continue
        numbers = [name.number for name in find_names(engine, named_in, ids)]
        wanted = f"IN ({_parameters(column, numbers, values)})"
        if column == "theme":
            yield f"t.place IN (SELECT place FROM {table.removesuffix('s')}_themes WHERE theme {wanted})"
        else:
            yield f"t.{column} {wanted}"


def word_numbers(table: str, bounds: str) -> str:
    """The query for the numbers of rows that have a word within `bounds`."""
    return f"""SELECT number FROM read_words WHERE "table" = '{table}' AND {bounds}"""


def match_column(filters: Filters, row: str = "found") -> str:
    """The column `date_match` after others under a range of dates; nothing where none is on."""
    if not filters.has_dates:
        return ""
    return f", CASE WHEN {row}.certain THEN '{CERTAINLY}' ELSE '{POSSIBLY}' END AS date_match"


def _dates(filters: Filters) -> tuple[list[str], str, dict[str, Any]]:
    """Conditions for possibly and for certainly in the range, and the days."""
    possible, certain = [], []
    values: dict[str, Any] = {}
    if filters.until:
        possible.append("e.begins_from <= :until")
        certain.append("e.begins_by <= :until")
        values["until"] = filters.until.toordinal()
    if filters.since:
        possible.append("e.ends_by >= :since")
        certain.append("e.ends_from >= :since")
        values["since"] = filters.since.toordinal()
    return possible, f"({' AND '.join(certain)})" if certain else "(1 = 1)", values


def _link_conditions(engine: Engine, filters: Filters, values: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """A condition for each name that an event must be linked with, and the most events that meet it."""
    organisations = find_names(engine, "organisations", filters.organisations)
    groups = [("body", names, " AND (roles & :roles) <> 0") for names in _groups(filters, organisations)]
    for table in LINKED:
        ids = getattr(filters, table)
        groups += [(table, find_names(engine, table, ids), "")] if ids else []
    if organisations:
        values["roles"] = role_bits(filters.roles)
    for name, names, role in groups:
        numbers = _parameters(name, [each.number for each in names], values)
        facts = f"SELECT n FROM read_facts WHERE number IN ({numbers}){role}"
        yield f"e.n IN ({facts})", sum(each.events for each in names)


def _report_conditions(engine: Engine, filters: Filters, values: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """The same for who reports the event, and what came of the recommendations made at it."""
    if filters.publishers:
        names = find_names(engine, PUBLISHERS, filters.publishers)
        numbers = _parameters("publisher", [name.number for name in names], values)
        reported = f"SELECT n FROM read_published WHERE publisher IN ({numbers})"
        yield f"e.n IN ({reported})", sum(name.events for name in names)
    if filters.follow_ups:
        states = _parameters("state", filters.follow_ups, values)
        followed = f"SELECT n FROM read_recommendations WHERE follow_up_state IN ({states})"
        yield f"e.n IN ({followed})", count_all_events(engine)


def _groups(filters: Filters, organisations: list[Name]) -> list[list[Name]]:
    """The organisations of which any must have a part: all in one group, or each in its own."""
    if filters.match_all:
        return [[one] for one in organisations]
    return [organisations] if organisations else []


def _word_conditions(words: str, values: dict[str, Any]) -> Iterator[str]:
    """A title, or a name of who or what is linked with the event, has a word that begins so."""
    for bounds in _terms(words, values):
        facts = f"SELECT n FROM read_facts WHERE number IN ({word_numbers('names', bounds)})"
        yield f"e.n IN ({word_numbers('events', bounds)} UNION ALL {facts})"


def _terms(words: str, values: dict[str, Any]) -> Iterator[str]:
    """The bounds of each word of the search."""
    for place, term in enumerate(dict.fromkeys(search_terms(words))):
        values |= {f"word{place}": term, f"last{place}": f"{term}{LAST}"}
        yield f"word >= :word{place} AND word < :last{place}"


def search_bounds(words: str) -> tuple[list[str], dict[str, Any]]:
    """The bounds of each word of a search, and their values."""
    values: dict[str, Any] = {}
    return list(_terms(words, values)), values


def _parameters(name: str, items: Any, values: dict[str, Any]) -> str:
    """Parameters for the items, which are put into `values`, as a list."""
    first = len(values)
    named = {f"{name}{place}": item for place, item in enumerate(items, start=first)}
    values |= named
    return ", ".join(f":{each}" for each in named)
