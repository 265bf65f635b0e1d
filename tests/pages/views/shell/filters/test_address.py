from datetime import date

import pytest

from data.filters import Filters
from pages.views.shell.filters.address import (
    LONGEST,
    MOST_STALE,
    _escape_value,
    list_changes,
    parameters,
    parse_filters,
)

CHOICES = {
    "org": ["alpha", "beta"],
    "role": ["organiser", "host"],
    "country": ["UZB", "KAZ"],
    "kind": ["training"],
    "theme": ["drugs"],
    "person": ["alfov"],
    "instrument": ["plan"],
    "pair": ["KAZ-UZB"],
    "form": ["study tour"],
    "publisher": ["МИД & co"],
    "status": ["done", "not_found"],
}
EVERYTHING = Filters(
    organisations=("beta", "alpha"),
    match_all=True,
    roles=("host",),
    since=date(2021, 1, 1),
    until=date(2021, 12, 31),
    countries=("UZB", "KAZ"),
    kinds=("training",),
    themes=("drugs",),
    words="Мирзиёев & co",
    people=("alfov",),
    instruments=("plan",),
    borders=("KAZ-UZB",),
    forms=("study tour",),
    publishers=("МИД & co",),
    follow_ups=("not_found", "done"),
)


def test_filters_become_parameters_and_back() -> None:
    written = parameters(EVERYTHING)
    assert written == {
        "org": ["beta", "alpha"],
        "role": ["host"],
        "country": ["UZB", "KAZ"],
        "kind": ["training"],
        "theme": ["drugs"],
        "person": ["alfov"],
        "instrument": ["plan"],
        "pair": ["KAZ-UZB"],
        "form": ["study tour"],
        "publisher": ["МИД & co"],
        "status": ["not_found", "done"],
        "match": ["all"],
        "from": ["2021-01-01"],
        "to": ["2021-12-31"],
        "q": ["Мирзиёев & co"],
    }
    assert parse_filters(written, CHOICES) == (EVERYTHING, [])


def test_what_is_empty_is_not_in_the_address() -> None:
    assert parameters(Filters()) == {}
    assert parse_filters({}, CHOICES) == (Filters(), [])
    assert parse_filters({"org": [], "from": [], "q": []}, CHOICES) == (Filters(), [])


@pytest.mark.parametrize(
    ("asked", "filters", "stale"),
    [
        ({"org": ["gone"]}, Filters(), ["org “gone”"]),
        ({"org": ["gone", "alpha"]}, Filters(organisations=("alpha",)), ["org “gone”"]),
        ({"org": ["alpha", "alpha"]}, Filters(organisations=("alpha",)), []),
        ({"org": ["ALPHA"]}, Filters(), ["org “ALPHA”"]),
        ({"org": [""]}, Filters(), ["org “”"]),
        ({"country": ["UZB' OR '1'='1"]}, Filters(), ["country “UZB' OR '1'='1”"]),
        (
            {"kind": ["party"], "theme": ["drugs", "x"]},
            Filters(themes=("drugs",)),
            ["kind “party”", "theme “x”"],
        ),
        ({"role": ["organiser"]}, Filters(), ["role “organiser” without an organisation"]),
        ({"match": ["foo"]}, Filters(), ["match “foo”"]),
        ({"q": ["_"]}, Filters(), ["q “_”"]),
        ({"match": ["any"]}, Filters(), []),
        ({"match": ["all", "all"]}, Filters(), []),
        ({"from": ["2021-02-30"]}, Filters(), ["from “2021-02-30”"]),
        ({"from": ["soon"], "to": ["2021-01-01"]}, Filters(until=date(2021, 1, 1)), ["from “soon”"]),
        ({"to": ["9999-99-99", "2021-01-01"]}, Filters(), ["to “9999-99-99”", "to “2021-01-01”"]),
        (
            {"to": ["2021-01-01", "2022-01-01"]},
            Filters(until=date(2021, 1, 1)),
            ["to “2022-01-01”"],
        ),
        ({"from": ["9999-12-31"]}, Filters(), ["from “9999-12-31”"]),
        ({"from": ["0001-01-01"]}, Filters(), ["from “0001-01-01”"]),
        ({"from": ["20210303"]}, Filters(), ["from “20210303”"]),
        ({"from": ["2021-W01-1"]}, Filters(), ["from “2021-W01-1”"]),
        ({"from": ["2021"]}, Filters(), ["from “2021”"]),
        ({"unknown": ["x"], "event": ["y"]}, Filters(), []),
    ],
)
def test_stale_values_are_left_out_and_named(
    asked: dict[str, list[str]], filters: Filters, stale: list[str]
) -> None:
    assert parse_filters(asked, CHOICES) == (filters, stale)


def test_dates_the_wrong_way_round_are_turned() -> None:
    filters, stale = parse_filters({"from": ["2022-01-01"], "to": ["2021-01-01"]}, CHOICES)
    assert (filters.since, filters.until, stale) == (date(2021, 1, 1), date(2022, 1, 1), [])
    assert list_changes({"from": ["2022-01-01"], "to": ["2021-01-01"]}) == [
        "The link asked for dates from 2022-01-01 to 2021-01-01; they were taken the other way round."
    ]
    assert list_changes({"from": ["2021-01-01"], "to": ["2022-01-01"], "q": ["x" * 200]}) == []


def test_a_search_is_cut_at_the_length_of_its_field() -> None:
    assert parse_filters({"q": ["x" * 500]}, CHOICES)[0].words == "x" * 200
    assert parse_filters({"q": ["alpha", "beta"]}, CHOICES)[0].words == "alpha beta"
    assert parse_filters({"q": ["al\x1bpha\u202e"]}, CHOICES)[0].words == "al pha"
    assert list_changes({"q": ["x" * 201]}) == [
        "The link asked for a longer search; its first 200 characters were taken."
    ]


def test_what_an_address_asks_for_is_told_whole_or_cut_where_it_says_so() -> None:
    assert _escape_value("w" * LONGEST) == "w" * LONGEST
    assert _escape_value("w" * (LONGEST + 1)) == "w" * LONGEST + "…"
    assert _escape_value("a*b") == r"a\*b"


def test_what_a_notice_repeats_of_an_address_is_bounded() -> None:
    _, stale = parse_filters({"org": [f"{number}{'x' * 100_000}" for number in range(900)]}, CHOICES)
    assert (len(stale), stale[-1]) == (MOST_STALE + 1, "880 more")
    assert {len(words) for words in stale[:-1]} == {LONGEST + len("org “…”")}
