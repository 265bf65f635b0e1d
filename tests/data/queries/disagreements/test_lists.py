from data.queries.disagreements.lists import list_organisers, list_speaker_modes
from tests.data.queries.conftest import Ask

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


def test_who_names_whom_as_organiser_of_the_events_asked_for(ask: Ask) -> None:
    rows = ask(
        list_organisers((ROUNDTABLE, "2022-betaburg-exercise")), "event_id", "organisation_id", "source_id"
    )
    assert rows == [
        ("2022-betaburg-exercise", "beta", "beta-2022-page"),
        (ROUNDTABLE, "alpha", "alpha-2021-repost"),
        (ROUNDTABLE, "alpha", "alpha-2021-report"),
    ]
    assert ask(list_organisers(())) == []


def test_how_sources_say_that_a_person_took_part(ask: Ask) -> None:
    rows = ask(list_speaker_modes((f"{ROUNDTABLE}/alfov-anna",)), "person", "mode", "source_id")
    assert [row[0] for row in rows] == ["Anna Alfova", "Anna Alfova"]
    assert {row[2] for row in rows} == {"alpha-2021-report", "alpha-2021-repost"}
    assert ask(list_speaker_modes((f"{ROUNDTABLE}/betov-boris",))) == []
