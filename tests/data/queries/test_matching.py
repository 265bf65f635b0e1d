from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from sqlmodel import col

from data import columns, store
from data.filters import CERTAINLY, Filters
from data.models import Event
from data.queries.matching import matching
from data.queries.where import date_match, events_where, numbered_where
from data.readmodel import EVENTS
from data.vocabulary import EventKind, OrganisationRole

WORDS = ("round table", "alpha", "Альфа", "beta treaty", "b", "anna 2021", "zzz", "?", "gamma-uz", "delta")
IDS = ("alpha", "beta", "gamma-uz", "delta", "epsilon", "nobody' OR '1'='1")


def several(*values: str) -> Any:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


days = st.none() | st.dates(date(2020, 6, 1), date(2023, 6, 1))
FILTERS = st.builds(
    Filters,
    organisations=several(*IDS),
    match_all=st.booleans(),
    roles=several(*map(str, OrganisationRole), "guest"),
    since=days,
    until=days,
    countries=several("UZB", "TJK", "KAZ", "AFG", "XXX"),
    kinds=several(*map(str, EventKind), "party"),
    themes=several("drugs", "border-management", "early-warning", "none"),
    words=st.just("") | st.sampled_from(WORDS),
)


def in_sql(engine: Engine, filters: Filters) -> dict[str, bool]:
    query = select(col(Event.id), date_match(filters)).where(events_where(filters))
    with engine.connect() as connection:
        return {id_: match == CERTAINLY for id_, match in connection.execute(query)}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=FILTERS)
def test_arrays_and_sql_find_the_same_events_for_any_filters(engine: Engine, filters: Filters) -> None:
    found, certain = matching(engine, columns.of(engine), filters)
    numbered = store.records(
        engine, select(EVENTS.c.n, EVENTS.c.id).where(*numbered_where(filters)).order_by(EVENTS.c.n)
    )
    assert found.tolist() == [row["n"] for row in numbered]
    wanted = in_sql(engine, filters)
    assert dict(zip((row["id"] for row in numbered), certain.tolist(), strict=True)) == wanted


def test_every_beginning_of_a_word_finds_what_sql_finds(engine: Engine) -> None:
    """Also one that begins two words of one title, and no name."""
    arrays = columns.of(engine)
    beginnings = {word[:end] for word in arrays.words for end in range(1, len(word) + 1)}
    assert len(beginnings) > 50
    for words in sorted(beginnings):
        filters = Filters(words=words)
        numbered = select(EVENTS.c.n).where(*numbered_where(filters)).order_by(EVENTS.c.n)
        found, _ = matching(engine, arrays, filters)
        assert found.tolist() == [row["n"] for row in store.records(engine, numbered)], words


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (Filters(), [0, 1, 2, 3, 4, 5]),
        (Filters(kinds=("decision",)), [4]),
        (Filters(until=date(2020, 12, 31)), [4, 5]),
        (Filters(organisations=("alpha", "beta"), match_all=True), [1, 2]),
        (Filters(organisations=("nobody",)), []),
        (Filters(organisations=("alpha", "nobody")), [0, 1, 2]),
        (Filters(organisations=("alpha", "nobody"), match_all=True), []),
        (Filters(words="anna table"), [1]),
    ],
)
def test_events_are_numbered_in_the_order_of_the_list(
    filters: Filters, numbers: list[int], engine: Engine
) -> None:
    assert matching(engine, columns.of(engine), filters).events.tolist() == numbers


def test_only_the_latest_filters_are_kept(engine: Engine) -> None:
    arrays = columns.of(engine)
    for year in range(1990, 2030):
        matching(engine, arrays, Filters(since=date(year, 1, 1)))
    assert len(arrays.found) == 16
    assert Filters(since=date(2029, 1, 1)) in arrays.found
