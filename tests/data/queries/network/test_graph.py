from datetime import date

import pytest

from data.filters import Filters
from data.queries.network import shared_events
from data.queries.network.graph import (
    count_drawn,
    find_extents,
    list_links,
    list_links_with_events,
    list_nodes,
    list_parts,
)
from data.queries.network.shared_events import Settings
from tests.data.queries.conftest import Ask

MARCH_3, MARCH_4 = date(2021, 3, 3), date(2021, 3, 4)
MARCH, END = (date(2021, 3, 1), date(2021, 3, 31)), date(2022, 12, 31)


def test_organisations_count_each_event_once_busiest_first(ask: Ask) -> None:
    """ALPHA organises the round table by two sources, which is one event."""
    assert ask(list_nodes(Settings(Filters())), "id", "events", "first", "last") == [
        ("beta", 4, MARCH_3, END),
        ("alpha", 3, MARCH[0], END),
        ("gamma-uz", 2, *MARCH),
        ("delta", 1, None, None),
    ]


def test_a_node_says_what_it_is_and_where_it_stands(ask: Ask) -> None:
    [node] = ask(list_nodes(Settings(Filters(kinds=("meeting",)))))
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
    whole = {row[0]: row[1:] for row in ask(list_nodes(Settings(Filters())), "id", "x", "y")}
    part = ask(list_nodes(Settings(Filters(kinds=("operation",)), together=True)), "id", "x", "y")
    assert part == [("beta", *whole["beta"])]


def test_pairs_share_distinct_events_strongest_first(ask: Ask) -> None:
    columns = ("a_id", "a", "b_id", "b", "shared", "first", "last", "event_ids")
    assert ask(list_links_with_events(Settings(Filters())), *columns) == [
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
    assert ask(list_nodes(Settings(Filters(), together=True)), "id", "events") == [
        ("alpha", 2),
        ("beta", 2),
        ("delta", 1),
        ("gamma-uz", 1),
    ]
    assert ask(list_links(Settings(Filters(), together=True)), "a_id", "b_id", "shared") == [
        ("alpha", "gamma-uz", 1)
    ]


def test_together_sets_roles_aside(ask: Ask) -> None:
    assert ask(list_links(Settings(Filters(roles=("partner",)), together=True)), "shared") == [1]


def test_organisations_are_a_focus_not_a_limit(ask: Ask) -> None:
    """Roles narrow the parts; the organisations, any or all of them, narrow nothing."""
    for filters in (
        Filters(organisations=("delta",)),
        Filters(organisations=("alpha", "delta"), match_all=True),
    ):
        assert ask(list_nodes(Settings(filters)), "id") == ["beta", "alpha", "gamma-uz", "delta"]
        assert ask(list_links(Settings(filters)), "shared") == [2, 2, 1]


def test_a_focus_leaves_its_partners_and_the_lines_among_them(ask: Ask) -> None:
    """DELTA meets nobody; the others all meet each other. One that has no event leaves nothing."""
    for focus, nodes, lines in (
        ("gamma-uz", ["beta", "alpha", "gamma-uz"], [2, 2, 1]),
        ("delta", ["delta"], []),
        ("nobody", [], []),
    ):
        settings = Settings(Filters(), focus=focus)
        assert ask(list_nodes(settings), "id") == nodes
        assert ask(list_links(settings), "shared") == lines
        assert ask(count_drawn(settings)) == [
            {"organisations": len(nodes), "pairs": len(lines), "unseen": 0, "isolated": 0}
        ]


def test_a_focus_is_drawn_whatever_the_least_number_of_its_events(ask: Ask) -> None:
    assert ask(list_nodes(Settings(Filters(), least=3, focus="gamma-uz")), "id") == [
        "beta",
        "alpha",
        "gamma-uz",
    ]


def test_a_minimum_leaves_out_who_has_no_line_but_for_the_chosen(ask: Ask) -> None:
    """BETA and GAMMA-UZ share one event, DELTA none."""
    assert ask(list_nodes(Settings(Filters(), least_shared=2)), "id") == ["beta", "alpha", "gamma-uz"]
    assert ask(list_nodes(Settings(Filters(), least_shared=3)), "id") == []
    chosen = Settings(Filters(organisations=("delta",)), least_shared=3)
    assert ask(list_nodes(chosen), "id") == ["delta"]
    assert ask(count_drawn(chosen), "isolated") == [3]


def test_roles_narrow_the_parts_that_count(ask: Ask) -> None:
    filters = Filters(roles=("organiser", "participant"))
    assert ask(list_nodes(Settings(filters)), "id", "events") == [
        ("beta", 3),
        ("alpha", 2),
        ("delta", 1),
        ("gamma-uz", 1),
    ]
    assert ask(list_links(Settings(filters)), "a_id", "b_id", "shared") == [
        ("alpha", "beta", 1),
        ("alpha", "gamma-uz", 1),
    ]


def test_other_filters_choose_the_events(ask: Ask) -> None:
    filters = Filters(countries=("UZB",), since=date(2021, 3, 4))
    assert ask(list_nodes(Settings(filters)), "id", "events") == [("alpha", 2), ("gamma-uz", 2), ("beta", 1)]
    assert ask(list_links(Settings(Filters(words="zzz")))) == []
    assert ask(list_nodes(Settings(Filters(words="zzz")))) == []


def test_under_a_range_of_dates_events_are_parted_into_certain_and_possible(ask: Ask) -> None:
    filters = Filters(since=date(2021, 3, 4), until=date(2022, 1, 31))
    assert ask(list_nodes(Settings(filters)), "id", "events", "certainly", "possibly") == [
        ("alpha", 3, 1, 2),
        ("beta", 3, 1, 2),
        ("gamma-uz", 2, 1, 1),
        ("delta", 1, 0, 1),
    ]
    assert ask(list_links(Settings(filters)), "a_id", "b_id", "shared", "certainly", "possibly") == [
        ("alpha", "beta", 2, 1, 1),
        ("alpha", "gamma-uz", 2, 1, 1),
        ("beta", "gamma-uz", 1, 1, 0),
    ]
    assert "certainly" not in ask(list_nodes(Settings(Filters())))[0]


def test_the_parts_of_organisations_come_with_their_sources(ask: Ask) -> None:
    events = (
        "2020-before-decision",
        "2022-06-beta-office",
        "2022-betaburg-exercise",
        "undated-delta-meeting",
    )
    rows = ask(list_parts(("beta", "delta"), events), "event_id", "organisation_id", "role", "source_id")
    assert rows == [
        ("2020-before-decision", "beta", "invited", "beta-2022-page"),
        ("2022-06-beta-office", "beta", "organiser", "beta-2022-page"),
        ("2022-betaburg-exercise", "beta", "organiser", "beta-2022-page"),
        ("undated-delta-meeting", "delta", "organiser", "alpha-2021-report"),
    ]


def test_the_settings_are_a_matter_of_the_query(ask: Ask) -> None:
    """Three organisations have two events or more, and two pairs share two or more."""
    few = Settings(Filters(), least=2, least_shared=2)
    assert ask(list_nodes(few), "id") == ["beta", "alpha", "gamma-uz"]
    assert ask(list_links(few), "a_id", "b_id", "shared") == [("alpha", "beta", 2), ("alpha", "gamma-uz", 2)]
    assert ask(count_drawn(few)) == [{"organisations": 3, "pairs": 2, "unseen": 0, "isolated": 0}]


def test_the_focus_is_drawn_whatever_its_events_and_what_it_lacks_is_counted(ask: Ask) -> None:
    """GAMMA-UZ has two events, fewer than three, and both of its partners; one of them shares one event."""
    focused = Settings(Filters(organisations=("gamma-uz",)), least=3, least_shared=2)
    assert ask(list_nodes(focused), "id") == ["beta", "alpha", "gamma-uz"]
    assert ask(count_drawn(focused)) == [{"organisations": 3, "pairs": 2, "unseen": 1, "isolated": 0}]


def test_of_too_many_the_busiest_and_the_strongest_are_drawn(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, most in {"MOST_NODES": 3, "MOST_LINES": 2, "STRONGEST": 1}.items():
        monkeypatch.setattr(shared_events, name, most)
    whole = Settings(Filters(), least=0)  # a question of its own: pictures are kept
    assert ask(list_nodes(whole), "id") == ["beta", "alpha", "gamma-uz"]
    assert len(ask(list_links(whole))) == 1
    assert ask(count_drawn(whole)) == [{"organisations": 4, "pairs": 3, "unseen": 0, "isolated": 0}]


def test_the_corners_hold_every_place_that_may_be_drawn(ask: Ask) -> None:
    places = {row[0]: row[1:] for row in ask(list_nodes(Settings(Filters())), "id", "x", "y")}
    low, high = ask(find_extents(2, ("delta",)), "x", "y")
    assert low == (min(x for x, _ in places.values()), min(y for _, y in places.values()))
    assert high == (max(x for x, _ in places.values()), max(y for _, y in places.values()))
    assert ask(find_extents(9, ("beta",)), "x", "y") == [places["beta"], places["beta"]]
