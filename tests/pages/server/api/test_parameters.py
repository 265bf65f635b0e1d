"""What a program asks for is bounded before anything is read, and never guessed."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data import engines
from data.filters import Filters, Subject
from data.links import THINGS
from data.queries import tables
from data.queries.events import list as events
from pages.server.api.parameters import FilterQuery, make_filters
from tests.pages.server.api.conftest import BASE, Program

LONG = "x" * 201


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("nosuch=1", "nosuch: there is no such parameter; /api/v1/openapi.json lists them all."),
        ("limit=0", "limit: Input should be greater than or equal to 1."),
        ("limit=1001", "limit: Input should be less than or equal to 1000."),
        ("limit=9e99", "limit: Input should be a valid integer, unable to parse string as an integer."),
        ("from=2021", "from: a day is written YYYY-MM-DD."),
        ("to=2101-01-01", "to: a date lies in the years 1900 to 2100."),
        ("from=2022-01-02&to=2022-01-01", "from: 2022-01-02 is after 2022-01-01, which “to” says."),
        ("match=some", "match: Input should be 'any' or 'all'."),
        ("thing=organisation", "thing: it says of what kind the thing is that “id” names; give both."),
        (f"org={LONG}", "org: String should have at most 200 characters."),
        ("org=", "org: String should have at least 1 character."),
        ("&".join(["org=alpha"] * 101), "org: List should have at most 100 items after validation, not 101."),
        (f"q={LONG}", "q: String should have at most 200 characters."),
        ("q=%20...%00", "q: there is no letter or digit to look for."),
        ("role=host", "role: it narrows the part of organisations; give “org” with it."),
        ("known=2021-01-01", "known: it is no setting of the data set events."),
        ("least=-1", "least: Input should be greater than or equal to 0."),
        ("cursor=x", "cursor: this is none that an answer gave; take it from “next”, or leave it out."),
        ("limit=1&limit=2", "limit: it is given more than once."),
        ("from=2021-01-01&org=alpha&from=2022-01-01", "from: it is given more than once."),
        (f"cursor={LONG}", "cursor: String should have at most 90 characters."),
    ],
)
def test_what_is_not_understood_is_said(query: str, sentence: str, program: Program) -> None:
    assert program.refusal(f"/api/v1/data/events?{query}") == (422, sentence)


def test_the_filters_are_those_of_the_address(engine: Engine) -> None:
    query = FilterQuery.model_validate(
        {
            "org": ["alpha", "beta", "alpha"],
            "match": "all",
            "role": ["host"],
            "from": "2021-03-01",
            "q": " Alpha\u202e ",
        }
    )
    assert make_filters(query, engine) == Filters(
        organisations=("alpha", "beta"),
        match_all=True,
        roles=("host",),
        since=date(2021, 3, 1),
        words="Alpha",
    )
    assert make_filters(FilterQuery(org=["alpha"], match="all"), engine).match_all is False


def test_settings_narrow_the_rows(program: Program) -> None:
    every = program.read("/api/v1/data/offices")["rows"]
    border = every[0]["border_id"]
    kept = program.read(f"/api/v1/data/offices?border={border}")["rows"]
    assert kept == [row for row in every if row["border_id"] == border]
    pairs = program.read("/api/v1/data/network-pairs?least=1&min=2")["rows"]
    assert all(row["shared"] >= 2 for row in pairs)


@pytest.mark.parametrize("table", THINGS)
def test_one_thing_narrows_rows_as_its_page_does(table: str, program: Program, engine: Engine) -> None:
    identity = engines.read_records(engine, tables.list_rows(table, Filters(), 1))[0]["id"]
    filters = Filters(subject=Subject(table, identity))
    page = program.read(f"/api/v1/data/events?thing={THINGS[table]}&id={identity}&limit=1")
    every = engines.read_records(engine, events.list_events(filters))
    assert [row["id"] for row in page["rows"]] == [row["id"] for row in every[:1]]
    assert page["receipt"]["link"] == f"{BASE}/{THINGS[table]}?id={identity}"
    if following := page["next"]:
        assert [row["id"] for row in program.read(following)["rows"]] == [every[1]["id"]]
