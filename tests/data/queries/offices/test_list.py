from datetime import date

import pytest

from data.filters import Filters
from data.queries.offices.list import list_borders, list_office_counts, list_offices
from tests.data.queries.conftest import Ask

GAMMA, OMEGA, PSI, UNNAMED = "gamma-crossing", "omega-post", "psi-post", "unnamed-afg-tjk"
ALL = [UNNAMED, PSI, GAMMA, OMEGA]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ALL),
        (Filters(countries=("UZB",)), [PSI, GAMMA, OMEGA]),
        (Filters(countries=("AFG", "KAZ")), [UNNAMED, PSI]),
        (Filters(organisations=("alpha",)), [GAMMA, OMEGA]),
        (Filters(organisations=("alpha", "beta")), [PSI, GAMMA, OMEGA]),
        (Filters(organisations=("alpha", "beta"), match_all=True), []),
        (Filters(words="gamma crossing"), [GAMMA]),
        (Filters(words="post"), [PSI, OMEGA]),
        (Filters(words="' OR 1=1 zzz"), []),
        (Filters(kinds=("training",), themes=("drugs",), roles=("host",)), ALL),
        (Filters(until=day("2020-04-30")), [UNNAMED, OMEGA]),
        (Filters(until=day("2020-05-01")), [UNNAMED, GAMMA, OMEGA]),
        (Filters(until=day("2022-06-01")), ALL),
        (Filters(since=day("2020-05-31")), ALL),
        (Filters(since=day("2020-06-01")), [UNNAMED, PSI, OMEGA]),
        (Filters(since=day("2021-07-01")), [UNNAMED, PSI]),
        (Filters(since=day("2020-05-31"), until=day("2021-12-31"), countries=("UZB",)), [GAMMA, OMEGA]),
    ],
)
def test_offices_by_border_and_name(filters: Filters, ids: list[str], ask: Ask) -> None:
    assert ask(list_offices(filters), "id") == ids


def test_an_office_says_all_about_itself(ask: Ask) -> None:
    [office] = ask(list_offices(Filters(words="gamma crossing")))
    assert office == {
        "id": GAMMA,
        "name": "Gamma crossing",
        "is_named": True,
        "border_id": "TJK-UZB",
        "country_id": "TJK",
        "is_country_inferred": False,
        "counterpart": "Omega post",
        "crossing": "road",
        "status": "operational",
        "status_as_stated": "open",
        "counted_2021": "named",
        "start_on": "2020-05",
        "end_on": None,
        "date_precision": "month",
        "date_as_stated": None,
        "latitude": 40.2,
        "longitude": 69.4,
        "radius_km": 5.0,
        "point_kind": "village",
        "geonames_id": None,
        "point_in_country_id": None,
        "position_source_id": "gamma-gazetteer",
        "position_confidence": "medium",
        "position_origin": "Invented for the tests.",
        "confidence": "high",
        "note": None,
        "earliest": date(2020, 5, 1),
        "latest": date(2020, 5, 31),
        "border": "Tajik-Uzbek",
        "country": "Tajikistan",
        "supporters": "ALPHA",
        "known_on": "2021-03-05",
        "source_id": "alpha-2021-report",
        "source_publisher": "Alpha",
        "source_title": "Alpha report",
        "source_published_on": "2021-03-05",
        "source_url": "https://alpha.example/report",
    }


def test_an_unnamed_office_has_no_place(ask: Ask) -> None:
    columns = ("is_named", "latitude", "country", "supporters", "date_precision")
    [row] = ask(list_offices(Filters(countries=("AFG",))), *columns)
    assert row[0] == 0
    assert row[1] is None or row[1] != row[1]
    assert row[2:] == (None, None, "unknown")


EVERY_COUNT = [
    ("alpha-2021-11-tjk-uzb", "Tajik-Uzbek", False, 2, "exact", "2021-11"),
    ("alpha-2021-11-all", None, True, 3, "exact", "2021-11"),
    ("beta-2022-kaz-uzb", "Kazakh-Uzbek", False, None, "not_stated", "2022"),
    ("beta-2022-all", None, True, 10, "over", "2022-07"),
]


def test_counts_come_oldest_first_totals_after_borders(ask: Ask) -> None:
    columns = ("id", "border", "is_total", "number", "bound", "as_of")
    rows = [
        (*row[:3], None if row[3] != row[3] else row[3], *row[4:])
        for row in ask(list_office_counts(), *columns)
    ]
    assert rows == EVERY_COUNT


@pytest.mark.parametrize(
    ("known", "rows"),
    [("2021-03-04", 0), ("2021-03-05", 2), ("2022-12-30", 2), ("2022-12-31", 4)],
)
def test_counts_of_sources_published_later_are_left_out(known: str, rows: int, ask: Ask) -> None:
    assert ask(list_office_counts(day(known)), "id") == [row[0] for row in EVERY_COUNT[:rows]]


def test_a_count_says_when_it_was_stated(ask: Ask) -> None:
    assert ask(list_office_counts(), "stated_on", "known_on") == [
        ("2021-03-05", "2021-03-05"),
        ("2021-03-05", "2021-03-05"),
        ("2022", "2022-12-31"),
        ("2022", "2022-12-31"),
    ]


@pytest.mark.parametrize(
    ("filters", "known", "ids"),
    [
        (Filters(), "2021-03-04", []),
        (Filters(), "2021-03-05", [UNNAMED, GAMMA, OMEGA]),
        (Filters(), "2022-12-31", ALL),
        (Filters(countries=("UZB",)), "2021-03-05", [GAMMA, OMEGA]),
        (Filters(since=day("2020-06-01")), "2022-12-30", [UNNAMED, OMEGA]),
    ],
)
def test_offices_of_sources_published_later_are_left_out(
    filters: Filters, known: str, ids: list[str], ask: Ask
) -> None:
    assert ask(list_offices(filters, day(known)), "id") == ids


def test_borders_in_the_order_of_their_countries(ask: Ask) -> None:
    columns = ("id", "country_a_id", "country_b_id", "name", "source_publisher")
    assert ask(list_borders(), *columns) == [
        ("AFG-TJK", "AFG", "TJK", "Tajik-Afghan", "Gamma"),
        ("KAZ-UZB", "KAZ", "UZB", "Kazakh-Uzbek", "Gamma"),
        ("TJK-UZB", "TJK", "UZB", "Tajik-Uzbek", "Gamma"),
    ]
    assert ask(list_borders(), "length_km")[2] == 1312.5


@pytest.mark.parametrize(
    ("since", "until", "matches"),
    [
        ("2020-05-01", "2020-05-31", {GAMMA: "certainly", OMEGA: "possibly", UNNAMED: "possibly"}),
        ("2020-05-02", "2020-12-31", {GAMMA: "possibly", OMEGA: "possibly", UNNAMED: "possibly"}),
        (None, "2021-06-30", {GAMMA: "certainly", OMEGA: "certainly", UNNAMED: "possibly"}),
        ("2022-06-01", None, {PSI: "certainly", UNNAMED: "possibly"}),
        ("2022-06-02", None, {PSI: "possibly", UNNAMED: "possibly"}),
    ],
)
def test_an_office_matches_certainly_if_it_opened_in_the_range_whichever_day_is_true(
    since: str | None, until: str | None, matches: dict[str, str], ask: Ask
) -> None:
    filters = Filters(since=day(since) if since else None, until=day(until) if until else None)
    assert dict(ask(list_offices(filters), "id", "date_match")) == matches
