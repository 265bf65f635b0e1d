from dataclasses import replace

import pytest

from data.brief.languages.english import ENGLISH

RUSSIAN = replace(
    ENGLISH,
    code="ru",
    number=str,
    sentences={
        "events": {
            "none": "Событий нет.",
            "one": "{n} событие.",
            "few": "{n} события.",
            "many": "{n} событий.",
            "other": "{n} события.",
        }
    },
)


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "Событий нет."), (1, "1 событие."), (3, "3 события."), (5, "5 событий."), (21, "21 событие.")],
)
def test_a_language_has_the_forms_that_its_numbers_need(number: int, said: str) -> None:
    assert RUSSIAN.say("events", number) == said


def test_gaps_are_filled_as_text_and_large_numbers_parted() -> None:
    assert ENGLISH.say("text", text="{n} stays") == "{n} stays"
    assert ENGLISH.say("events_all", 12_345) == "The record holds 12,345 events that match."


def test_a_sentence_with_forms_needs_a_number_and_all_gaps() -> None:
    with pytest.raises(ValueError, match="events_all has forms"):
        ENGLISH.say("events_all")
    with pytest.raises(KeyError):
        ENGLISH.say("lead", when="2021")


@pytest.mark.parametrize(
    ("number", "of", "said"),
    [
        (1, 1, "The year of the event is not known."),
        (1, 2, "The year of one of the events is not known."),
        (2, 3, "The year of two of the events is not known."),
        (0, 1, "The year of zero of the events is not known."),
    ],
)
def test_one_of_one_has_a_form_of_its_own(number: int, of: int, said: str) -> None:
    assert ENGLISH.say("undated", number, of=of) == said
