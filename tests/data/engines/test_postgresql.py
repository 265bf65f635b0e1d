"""PostgreSQL answers as SQLite does: questions that the oracle does not know, and every file to the byte.

What the oracle knows is asked of it in `tests/data/queries/test_oracle.py`.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, literal, select

from data import engines
from data.engines import postgresql
from data.engines.statements import bind_values
from data.extracts import datasets, export
from data.extracts.formats import list_formats
from data.extracts.request import Request
from data.filters import Filters, Subject
from data.links import THINGS
from data.queries import comparison, facets, overview, quality, recheck, tables
from data.queries.disagreements import lists
from data.queries.events import card, cities, held
from data.queries.events import list as events
from data.queries.network import graph
from data.queries.offices import list as offices
from data.queries.offices import openings
from data.queries.offices import statements as office_statements
from data.queries.recommendations import follow_ups
from data.queries.search import hits, texts
from data.queries.sources import claims, rows
from data.queries.things import ends, index, partners, roles, thing
from data.schema import models
from data.store import LostBuildError
from tests.data.engines.test_statements import NAMED
from tests.postgresql import copy_store

DAYS = (None, date(2010, 1, 1), date(2021, 11, 30), date(2024, 5, 5))
FILTERS = (
    Filters(),
    Filters(words="border"),
    Filters(since=date(2019, 1, 1), until=date(2022, 6, 30)),
    Filters(countries=("TJK",)),
    Filters(subject=Subject("countries", "TJK")),
)
CARD = (
    *(card.list_organisations, card.list_speakers, card.list_places, card.list_instruments),
    *(card.list_sources, card.list_agenda, card.list_statements, card.list_themes),
)


@pytest.fixture(scope="module")
def database(store_path: Path) -> Engine:
    """The store of the invented rows as a schema."""
    return copy_store(store_path).open()


@pytest.fixture(scope="module")
def ids(engine: Engine) -> dict[str, tuple[str, ...]]:
    """By table the ids of its rows."""
    names = ("events", "recommendations", "statements", *THINGS)
    return {name: _ids(engine, name) for name in names}


def _ids(engine: Engine, name: str) -> tuple[str, ...]:
    return tuple(row["id"] for row in engines.read_records(engine, tables.list_rows(name, Filters())))


def _about_things(ids: dict[str, tuple[str, ...]]) -> Iterator[Any]:
    for table in roles.ROLES:
        yield from (index.list_things(table, words, 0, 500) for words in ("", "a", "alpha o"))
        for id_ in ids[table][:6]:
            subject = Subject(table, id_)
            yield from (thing.find_thing(subject), thing.list_aliases(subject))
            for filters in (Filters(subject=subject), Filters(subject=subject, since=date(2021, 1, 1))):
                yield roles.count_by_year(filters)
                yield from (partners.list_partners(filters, 0, 9), partners.list_people(filters, 0, 9))
                yield partners.list_held_offices(filters, ids["people"])
                yield offices.list_offices(filters)
    yield from (index.count_things(words) for words in ("", "a"))


def _about_the_record(ids: dict[str, tuple[str, ...]]) -> Iterator[Any]:
    yield from (quality.list_warnings(), overview.find_release(), claims.list_names())
    yield from (rows.count_sources_by_month(), rows.list_originators(), offices.list_borders())
    yield from (openings.list_coordination_centres(), rows.list_sources_by_id(ids["sources"]))
    yield from map(facets.list_others, facets.OTHERS)
    yield from map(facets.list_spellings, facets.SPELLED)
    for name in models.tables():
        yield from (tables.list_rows(name, Filters()), tables.list_rows(name, Filters(), 3, 2, is_own=True))
        yield tables.list_rows(name, Filters(), 3, 2)
        yield recheck.list_claims(name)
    for name, own in ids.items():
        yield claims.list_claims(name, own)
    for source in ids["sources"]:
        yield from (claims.list_claims_of_source(source), rows.count_rows_by_table(source))


def _about_events(ids: dict[str, tuple[str, ...]]) -> Iterator[Any]:
    for event in ids["events"]:
        yield from (ask(event) for ask in CARD)
        yield openings.list_offices_of_event(event)
    speakers = tuple(f"{event}/{person}" for event in ids["events"] for person in ids["people"])
    yield from (lists.list_organisers(ids["events"]), lists.list_speaker_modes(speakers))
    yield graph.list_parts(ids["organisations"], ids["events"])
    yield follow_ups.list_follow_ups(ids["recommendations"])
    yield from (ends.list_themes(name, ids[name]) for name in ("recommendations", "statements"))


def _about_searches(ids: dict[str, tuple[str, ...]]) -> Iterator[Any]:
    for words in ("", "a", "alpha", "border o"):
        yield from (hits.count_hits(words), hits.list_notes(words, 0, 99))
        for table in texts.OWN:
            yield from (texts.list_texts(table, ids[table]), texts.list_linked(table, ids[table], words))


def _about_comparisons(ids: dict[str, tuple[str, ...]]) -> Iterator[Any]:
    for filters in FILTERS:
        yield from (comparison.count_years(filters, 2005, 2026), comparison.list_numbers(filters))
        yield from (held.list_rows(filters), held.list_rows(filters, is_own=True))
        yield from (cities.list_cities(filters), cities.count_unplaced(filters))
        yield from (events.list_neighbours(filters, event) for event in ids["events"])
    yield events.list_events_by_number((0, 2, 4))
    yield events.list_events(Filters(since=date(2021, 1, 1)), 1, 3, is_own=True)


def _in_no_order(ids: dict[str, tuple[str, ...]]) -> Iterator[Any]:
    for table in roles.ROLES:
        for id_ in ids[table][:6]:
            filters = Filters(subject=Subject(table, id_))
            yield from (thing.find_bounds(filters), roles.list_roles(filters, ids["events"]))
    yield from (ends.list_ends(name, ids[name]) for name in ("recommendations", "statements"))
    for filters in FILTERS:
        yield from (facets.count_values(filters, field) for field in ("", "kinds", "organisations", "themes"))


def _about_offices(ids: dict[str, tuple[str, ...]]) -> Iterator[Any]:
    for known in DAYS:
        yield from (offices.list_offices(filters, known) for filters in FILTERS)
        yield offices.list_office_counts(known)
        for office in ids["border_liaison_offices"]:
            yield office_statements.list_office_claims(office, known)
    yield from map(openings.list_openings, ids["border_liaison_offices"])


@pytest.mark.parametrize(
    "about",
    [
        *(_about_things, _about_the_record, _about_events, _about_offices),
        *(_about_searches, _about_comparisons, _in_no_order),
    ],
)
def test_a_question_has_one_answer(
    about: Any, engine: Engine, database: Engine, ids: dict[str, tuple[str, ...]]
) -> None:
    asked = list(about(ids))
    assert len(asked) > 30
    for question in asked:
        ours, theirs = (engines.answer(each, question) for each in (engine, database))
        assert list(theirs.names) == list(ours.names)
        order = sorted if about is _in_no_order else list
        assert order(map(_plain, theirs.records())) == order(map(_plain, ours.records()))


def _plain(row: dict[str, Any]) -> str:
    """The row; what is true is 1 to SQLite, and equal to it for Python."""
    return repr([int(value) if isinstance(value, bool) else value for value in row.values()])


@pytest.mark.parametrize("filters", [FILTERS[0], FILTERS[2]])
def test_every_file_has_the_same_bytes(filters: Filters, engine: Engine, database: Engine) -> None:
    release = export.find_release(engine)
    assert export.find_release(database) == release
    for name, dataset in datasets.DATASETS.items():
        forms = list_formats(dataset)
        for form in (
            forms if filters.is_empty and name in ("events", "record", "store", "network") else forms[:1]
        ):
            asked = Request(name, filters, release)
            ours, theirs = (export.make_file(asked, form.name, each) for each in (engine, database))
            assert theirs == ours, f"{name} as {form.name}"


def test_the_last_day_of_a_month_is_the_same(engine: Engine, database: Engine) -> None:
    for month in ("1900-02", "2000-02", "2023-02", "2024-02", "2024-04", "2024-12"):
        asked = select(office_statements.last_day_sql(literal(month)).label("day"))
        assert engines.answer(database, asked).rows == engines.answer(engine, asked).rows


def test_text_is_no_sql_and_no_json_and_may_hold_what_postgresql_does_not(database: Engine) -> None:
    hostile = ("'); DROP TABLE countries; --", '"]', "\0", "é", "%s", "100 %(x)s", "\\")
    assert engines.read_records(database, bind_values(NAMED, ids=hostile)) == []
    sql = "SELECT 5 % 3 AS rest, :text AS text, id FROM countries WHERE id <> :text ORDER BY id LIMIT 1"
    for text in hostile[:2] + hostile[3:]:
        [row] = engines.select(database, sql, {"text": text}).rows
        assert row[:2] == (2, text)
    assert len(engines.select(database, sql, {"text": "\0"}).rows) == 1


def test_a_reader_writes_nothing(database: Engine) -> None:
    with pytest.raises(Exception, match="read-only transaction"):
        engines.select(database, "DELETE FROM events", {})


def test_sums_are_numbers_of_python(database: Engine) -> None:
    sql = "SELECT sum(number), sum(number * 1.5), sum(amount) FROM read_names LEFT JOIN read_numbers ON 1 = 0"
    [(whole, broken, nothing)] = engines.select(database, sql, {}).rows
    assert (type(whole), type(broken), nothing) == (int, float, None)


def test_an_engine_on_a_file_is_refused(engine: Engine) -> None:
    with pytest.raises(TypeError, match="is in no database"):
        postgresql.fetch(engine, "SELECT 1", {})


def test_what_is_not_there_is_a_lost_build(database: Engine) -> None:
    with pytest.raises(LostBuildError, match="no_such_table"):
        engines.select(database, "SELECT * FROM no_such_table", {})
