from datetime import date

import pytest

from data.filters import Filters, Subject
from data.queries.tables import count_all_rows, count_rows, is_narrowed, list_rows
from data.schema.mart import NARROWED_WITH
from data.schema.models import tables
from tests.data.queries.conftest import Ask

ROUNDTABLE, EXERCISE = "2021-03-03-alphaville-roundtable", "2022-betaburg-exercise"
OPERATIONS = Filters(kinds=("operation",))


@pytest.mark.parametrize("name", sorted(tables().keys() - {"warnings"}))  # the invented record has none
def test_any_table_is_whole_without_filters_in_the_order_of_its_key(name: str, ask: Ask) -> None:
    model = tables()[name]
    keys = [column.name for column in model.metadata.tables[name].primary_key]
    rows = ask(list_rows(name, Filters()))
    assert rows
    assert list(rows[0])[: len(model.model_fields)] == list(model.model_fields)
    assert ask(count_rows(name), "rows") == [len(rows)]
    assert rows == sorted(rows, key=lambda row: [row[key] for key in keys])
    assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)


@pytest.mark.parametrize("filters", [Filters(), OPERATIONS, Filters(since=date(2021, 1, 1))])
@pytest.mark.parametrize("name", ["claims", "event_organisations", "recommendation_themes", "sources"])
def test_any_page_is_its_part_of_the_whole_with_names_or_without(
    name: str, filters: Filters, ask: Ask
) -> None:
    own = {*tables()[name].model_fields, "date_match"}
    whole = ask(list_rows(name, filters))
    for first in range(len(whole) + 1):
        rows = whole[first : first + 2]
        assert ask(list_rows(name, filters, 2, first)) == rows
        bare = [{each: row[each] for each in row if each in own} for row in rows]
        assert ask(list_rows(name, filters, 2, first, is_own=True)) == bare


def test_a_reference_is_followed_by_the_name_it_stands_for(ask: Ask) -> None:
    assert ask(list_rows("event_instruments", OPERATIONS)) == [
        {
            "source_id": "beta-2022-page",
            "event_id": EXERCISE,
            "instrument_id": "beta-treaty",
            "relation": "under",
            "source_publisher": "Beta",
            "source_title": "Сообщение беты",
            "source_published_on": "2022",
            "source_url": "https://beta.example/page?a=1&b=2",
            "event_name": 'Exercise "Beta shield"',
            "instrument_name": "Beta Treaty",
        }
    ]


def test_two_references_to_one_table_keep_apart(ask: Ask) -> None:
    assert ask(list_rows("borders", Filters()), "country_a_name", "country_b_name")[0] == (
        "Afghanistan",
        "Tajikistan",
    )
    columns = ("id", "organisation_name", "addressee_name", "follow_up")
    assert ask(list_rows("recommendations", Filters()), *columns) == [
        ("alpha-1-posts", "ALPHA", None, "not_found"),
        ("alpha-2-training", "ALPHA", "BETA", "under_way"),
        ("beta-1-share", None, None, "done"),
    ]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("events", [EXERCISE]),
        ("statements", ["beta-offer"]),
        ("recommendations", []),
        ("agenda_items", []),
        ("organisations", ["alpha", "beta", "delta", "epsilon", "gamma-uz"]),
        ("border_liaison_offices", ["gamma-crossing", "omega-post", "psi-post", "unnamed-afg-tjk"]),
    ],
)
def test_filters_narrow_events_and_what_refers_to_them(name: str, keys: list[str], ask: Ask) -> None:
    assert ask(list_rows(name, OPERATIONS), "id") == keys


def test_the_parts_of_matching_events_come_along(ask: Ask) -> None:
    filters = Filters(since=date(2021, 3, 3), until=date(2021, 3, 4), organisations=("alpha",))
    assert ask(list_rows("speakers", filters), "person_name", "role") == [
        ("Anna Alfova", "speaker"),
        ("Anna Alfova", "speaker"),
        ("Goli Gammaev", "chair"),
    ]
    assert set(ask(list_rows("event_places", filters), "event_name")) == {
        "Round table on alpha borders",
        "Course for alpha officers",
    }


@pytest.mark.parametrize("name", tables())
def test_under_a_range_of_dates_a_row_of_an_event_says_how_it_matches(name: str, ask: Ask) -> None:
    rows = ask(list_rows(name, Filters(since=date(2021, 3, 3), until=date(2021, 3, 4))))
    matches = {"2021-03-alphaville-course": "possibly", ROUNDTABLE: "certainly"}
    if not is_narrowed(name) or name in NARROWED_WITH:
        assert all("date_match" not in row for row in rows)
    else:
        named = [(row["id" if name == "events" else "event_id"], row["date_match"]) for row in rows]
        assert named == [(event, matches.get(event, "possibly")) for event, _ in named]
        assert named, "every table of the invented record has a row of these events"
    assert all("date_match" not in row for row in ask(list_rows(name, OPERATIONS)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("events", True), ("speakers", True), ("statements", True), ("organisations", False), ("claims", False)],
)
def test_filters_narrow_what_has_an_event(name: str, expected: bool) -> None:
    assert is_narrowed(name) is expected


def test_themes_go_with_the_rows_that_they_are_of(ask: Ask) -> None:
    for name, key in (("recommendation_themes", "recommendation_id"), ("statement_themes", "statement_id")):
        parents = set(ask(list_rows(name.replace("_themes", "s"), OPERATIONS), "id"))
        every, kept = ask(list_rows(name, Filters()), key), ask(list_rows(name, OPERATIONS), key)
        assert kept == [each for each in every if each in parents]
        assert is_narrowed(name)


@pytest.mark.parametrize("name", ["events", "event_themes", "organisations"])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(organisations=("alpha",)),
        Filters(since=date(2021, 3, 1), until=date(2022, 12, 31)),
        Filters(words="zzz"),
    ],
)
@pytest.mark.parametrize("number", [1, 2, 99])
def test_a_part_of_the_rows_is_that_of_the_table(name: str, filters: Filters, number: int, ask: Ask) -> None:
    assert ask(list_rows(name, filters, number)) == ask(list_rows(name, filters))[:number]
    assert ask(list_rows(name, filters, number, 1)) == ask(list_rows(name, filters))[1 : number + 1]


def test_of_the_table_of_a_subject_there_is_its_own_row(ask: Ask) -> None:
    for table, id_ in (
        ("organisations", "epsilon"),
        ("statements", "gamma-assessment"),
        ("sources", "gamma-gazetteer"),
    ):
        filters = Filters(since=date(2022, 1, 1), subject=Subject(table, id_))
        assert ask(list_rows(table, filters), "id") == [id_]
        assert ask(list_rows(table, filters, first=1), "id") == []


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError, match="sqlite_master"):
        list_rows("sqlite_master", Filters())


@pytest.mark.parametrize(
    "filters", [Filters(), OPERATIONS, Filters(kinds=("conference",)), Filters(since=date(2022, 1, 1))]
)
def test_sizes_are_those_of_each_table(filters: Filters, ask: Ask) -> None:
    found = ask(count_all_rows(filters), "table", "rows", "of")
    assert [name for name, _, _ in found] == list(tables())
    assert [rows for _, rows, _ in found] == [len(ask(list_rows(name, filters))) for name in tables()]
    assert [of for _, _, of in found] == [ask(count_rows(name), "rows")[0] for name in tables()]
