from data.queries.events import card as event
from tests.data.queries.conftest import Ask

ROUNDTABLE, EXERCISE = "2021-03-03-alphaville-roundtable", "2022-betaburg-exercise"
REPORT, REPOST = "alpha-2021-report", "alpha-2021-repost"


def test_organisations_stand_as_their_sources_list_them_the_unlisted_last(ask: Ask) -> None:
    columns = ("role", "id", "name", "full_name", "as_stated", "source_id")
    assert ask(event.list_organisations(ROUNDTABLE), *columns) == [
        ("organiser", "alpha", "ALPHA", "Alpha Office on Tests", None, REPORT),
        ("participant", "beta", "BETA", "Beta Organisation", "Beta Org.", REPORT),
        ("organiser", "alpha", "ALPHA", "Alpha Office on Tests", "Alpha Office", REPOST),
        ("host", "gamma-uz", "GAMMA-UZ", "Gamma Ministry of Uzbekistan", None, REPORT),
    ]


def test_speakers_appear_once_per_source_with_office_and_mode(ask: Ask) -> None:
    columns = ("id", "name", "role", "office", "organisation", "mode", "mode_as_stated", "source_id")
    assert ask(event.list_speakers(ROUNDTABLE), *columns) == [
        ("alfov-anna", "Anna Alfova", "speaker", "Head of Alpha", "ALPHA", "video_link", "opening", REPORT),
        ("alfov-anna", "Anna Alfova", "speaker", None, "ALPHA", "not_stated", None, REPOST),
        (
            "gammaev-goli",
            "Goli Gammaev",
            "chair",
            "Deputy Minister",
            "GAMMA-UZ",
            "in_person",
            "chair",
            REPORT,
        ),
    ]


def test_a_body_without_a_row_is_named_as_stated(ask: Ask) -> None:
    assert ask(event.list_speakers(EXERCISE), "name", "organisation") == [
        ("Boris Betov", "Betaburg garrison")
    ]


def test_instruments_come_with_their_relation(ask: Ask) -> None:
    assert ask(event.list_instruments(ROUNDTABLE)) == [
        {
            "id": "alpha-plan",
            "name": "Alpha Plan",
            "start_on": "2011-11",
            "relation": "reviewed",
            "source_id": REPORT,
        }
    ]


def test_sources_of_an_event_begin_with_the_principal_one(ask: Ask) -> None:
    columns = ("source_id", "title", "url", "url_status", "originator")
    assert ask(event.list_sources(ROUNDTABLE), *columns) == [
        (REPORT, "Alpha report", "https://alpha.example/report", "read", "alpha"),
        (REPOST, "Repeats the alpha report.", None, "not_found", "alpha"),
    ]


def test_places_come_with_country_and_source(ask: Ask) -> None:
    assert ask(event.list_places(ROUNDTABLE), "id", "name", "country", "source_id") == [
        ("alphaville", "Alphaville", "Uzbekistan", REPORT)
    ]


def test_the_agenda_keeps_the_order_of_the_source(ask: Ask) -> None:
    assert ask(event.list_agenda(ROUNDTABLE)) == [
        {"id": "2021-roundtable-1", "position": 1, "title": "State of the posts", "source_id": REPORT},
        {"id": "2021-roundtable-2", "position": 2, "title": "What comes next", "source_id": REPORT},
    ]


def test_recommendations_come_before_other_statements(ask: Ask) -> None:
    assert ask(event.list_statements(ROUNDTABLE), "kind", "text", "by", "position", "source_id", "id") == [
        ("recommendation", "Build more posts.", "ALPHA", 1, REPORT, "alpha-1-posts"),
        ("recommendation", "Train the officers of the posts.", "Anna Alfova", 2, REPORT, "alpha-2-training"),
        ("threat", "Smuggling of test data is rising.", "Anna Alfova", 1, REPORT, "alpha-threat"),
    ]


def test_an_event_of_another_name_has_no_parts(ask: Ask) -> None:
    for part in (
        event.list_organisations,
        event.list_speakers,
        event.list_instruments,
        event.list_sources,
        event.list_places,
        event.list_agenda,
        event.list_statements,
    ):
        assert ask(part("nobody' OR '1'='1")) == []
