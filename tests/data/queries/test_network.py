from datetime import date

from data.filters import Filters
from data.queries.network import links, nodes, parts
from tests.data.queries.conftest import Ask

MARCH_3, MARCH_4 = date(2021, 3, 3), date(2021, 3, 4)
MARCH, END = (date(2021, 3, 1), date(2021, 3, 31)), date(2022, 12, 31)


def test_organisations_count_each_event_once_busiest_first(ask: Ask) -> None:
    """ALPHA organises the round table by two sources, which is one event."""
    assert ask(nodes(Filters()), "id", "events", "first", "last") == [
        ("beta", 4, MARCH_3, END),
        ("alpha", 3, MARCH[0], END),
        ("gamma-uz", 2, *MARCH),
        ("delta", 1, None, None),
    ]


def test_a_node_says_what_it_is_and_where_it_stands(ask: Ask) -> None:
    [node] = ask(nodes(Filters(kinds=("meeting",))))
    assert -1 <= node.pop("x") <= 1
    assert -1 <= node.pop("y") <= 1
    assert (
        node.items()
        >= {
            "id": "delta",
            "name": "DELTA",
            "full_name": "Delta Institute",
            "kind": "think_tank",
            "family": "other",
            "country": None,
            "events": 1,
            "first": None,
            "last": None,
            "source_id": "alpha-2021-report",
            "source_url": "https://alpha.example/report",
        }.items()
    )


def test_places_in_the_picture_do_not_depend_on_filters(ask: Ask) -> None:
    whole = {row[0]: row[1:] for row in ask(nodes(Filters()), "id", "x", "y")}
    part = ask(nodes(Filters(kinds=("operation",)), together=True), "id", "x", "y")
    assert part == [("beta", *whole["beta"])]


def test_pairs_share_distinct_events_strongest_first(ask: Ask) -> None:
    columns = ("a_id", "a", "b_id", "b", "shared", "first", "last", "event_ids")
    assert ask(links(Filters()), *columns) == [
        (
            "alpha",
            "ALPHA",
            "beta",
            "BETA",
            2,
            MARCH_3,
            END,
            "2021-03-03-alphaville-roundtable; 2022-betaburg-exercise",
        ),
        (
            "alpha",
            "ALPHA",
            "gamma-uz",
            "GAMMA-UZ",
            2,
            *MARCH,
            "2021-03-03-alphaville-roundtable; 2021-03-alphaville-course",
        ),
        ("beta", "BETA", "gamma-uz", "GAMMA-UZ", 1, MARCH_3, MARCH_4, "2021-03-03-alphaville-roundtable"),
    ]


def test_together_counts_organisers_and_hosts_alone(ask: Ask) -> None:
    assert ask(nodes(Filters(), together=True), "id", "events") == [
        ("alpha", 2),
        ("beta", 2),
        ("delta", 1),
        ("gamma-uz", 1),
    ]
    assert ask(links(Filters(), together=True), "a_id", "b_id", "shared") == [("alpha", "gamma-uz", 1)]


def test_together_sets_roles_aside(ask: Ask) -> None:
    assert ask(links(Filters(roles=("partner",)), together=True), "shared") == [1]


def test_organisations_are_a_focus_not_a_limit(ask: Ask) -> None:
    """Roles narrow the parts; the organisations, any or all of them, narrow nothing."""
    for filters in (
        Filters(organisations=("delta",)),
        Filters(organisations=("alpha", "delta"), match_all=True),
    ):
        assert ask(nodes(filters), "id") == ["beta", "alpha", "gamma-uz", "delta"]
        assert ask(links(filters), "shared") == [2, 2, 1]


def test_roles_narrow_the_parts_that_count(ask: Ask) -> None:
    filters = Filters(roles=("organiser", "participant"))
    assert ask(nodes(filters), "id", "events") == [("beta", 3), ("alpha", 2), ("delta", 1), ("gamma-uz", 1)]
    assert ask(links(filters), "a_id", "b_id", "shared") == [
        ("alpha", "beta", 1),
        ("alpha", "gamma-uz", 1),
    ]


def test_other_filters_choose_the_events(ask: Ask) -> None:
    filters = Filters(countries=("UZB",), since=date(2021, 3, 4))
    assert ask(nodes(filters), "id", "events") == [("alpha", 2), ("gamma-uz", 2), ("beta", 1)]
    assert ask(links(Filters(words="zzz"))) == []
    assert ask(nodes(Filters(words="zzz"))) == []


def test_under_a_range_of_dates_events_are_parted_into_certain_and_possible(ask: Ask) -> None:
    filters = Filters(since=date(2021, 3, 4), until=date(2022, 1, 31))
    assert ask(nodes(filters), "id", "events", "certainly", "possibly") == [
        ("alpha", 3, 1, 2),
        ("beta", 3, 1, 2),
        ("gamma-uz", 2, 1, 1),
        ("delta", 1, 0, 1),
    ]
    assert ask(links(filters), "a_id", "b_id", "shared", "certainly", "possibly") == [
        ("alpha", "beta", 2, 1, 1),
        ("alpha", "gamma-uz", 2, 1, 1),
        ("beta", "gamma-uz", 1, 1, 0),
    ]
    assert "certainly" not in ask(nodes(Filters()))[0]


def test_the_parts_of_organisations_come_with_their_sources(ask: Ask) -> None:
    rows = ask(parts(("beta", "delta")), "event_id", "organisation_id", "role", "source_id")
    assert rows == [
        ("2020-before-decision", "beta", "invited", "beta-2022-page"),
        ("2021-03-03-alphaville-roundtable", "beta", "participant", "alpha-2021-report"),
        ("2022-06-beta-office", "beta", "organiser", "beta-2022-page"),
        ("2022-betaburg-exercise", "beta", "organiser", "beta-2022-page"),
        ("undated-delta-meeting", "delta", "organiser", "alpha-2021-report"),
    ]
