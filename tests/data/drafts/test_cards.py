import pytest

from data.drafts.candidate import PERHAPS, Candidate, Field
from data.drafts.cards import (
    Card,
    Change,
    DecisionError,
    decide_card,
    explain_inference,
    list_cards,
    propose_detail,
    sign_decision,
)
from data.drafts.decisions import Decision, Verdict
from data.drafts.draft import NEW_ROW, Draft
from data.values.romanisation import REASON

ONE = Candidate(Field.ORGANISATION, "Beta", 1, 0, 4, "", 0.8, rows=("beta",), detail={"role": "host"})
SEVERAL = Candidate(Field.ORGANISATION, "Ministry", 1, 5, 9, "", rows=("gamma-uz", ""))
GUESS = Candidate(
    Field.ORGANISATION,
    "Gamma",
    1,
    0,
    4,
    "",
    rows=("g",),
    detail={"role": "participant", PERHAPS: "organiser"},
)
ASKED = Candidate(Field.RECOMMENDATION, "", 2, 0, 4, "")
DRAFT = Draft(
    "d", "t", candidates=tuple((f"c{n}", each) for n, each in enumerate((ONE, SEVERAL, GUESS, ASKED), 1))
)


def card(number: int) -> Card:
    return list_cards(DRAFT, {})[number - 1]


def test_cards_are_numbered_and_say_what_they_need() -> None:
    later = Decision("c4", "t", "", "", "", Verdict.LATER)
    cards = list_cards(DRAFT, {"c4": later})
    assert [(each.number, each.state) for each in cards] == [
        (1, "certain"),
        (2, "to choose"),
        (3, "to choose"),
        (4, "later"),
    ]


@pytest.mark.parametrize(
    ("number", "change", "problem"),
    [
        (2, Change(), "card 2: it may be gamma-uz, a new row; choose one by an edit"),
        (3, Change(), "card 3: it may be participant, organiser; choose one by an edit"),
        (4, Change(), "card 4: it needs words of our own"),
        (1, Change(detail={"rol": "host"}), "card 1: rol is none of value, row, role, "),
    ],
)
def test_what_a_person_has_to_say_is_asked(number: int, change: Change, problem: str) -> None:
    with pytest.raises(DecisionError, match=problem):
        decide_card(DRAFT, card(number), Verdict.EDITED, change)


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (1, Change()),
        (2, Change(row="gamma-uz")),
        (2, Change(row=NEW_ROW)),
        (3, Change(detail={"role": "organiser"})),
        (4, Change("States should share lists.")),
    ],
)
def test_a_choice_is_kept(number: int, change: Change) -> None:
    found = decide_card(DRAFT, card(number), Verdict.EDITED, change)
    assert (found.candidate, found.text_sha256) == (f"c{number}", "t")
    assert (found.kept_value, found.kept_row, found.kept_detail) == (
        change.value,
        change.row,
        change.detail or {},
    )


def test_what_is_not_decided_cannot_be_undone() -> None:
    with pytest.raises(DecisionError, match="card 2: nothing is decided on it"):
        decide_card(DRAFT, card(2), Verdict.UNDONE)
    assert decide_card(DRAFT, card(2), Verdict.REJECTED).verdict is Verdict.REJECTED


def test_a_decision_is_signed() -> None:
    found = sign_decision(decide_card(DRAFT, card(1), Verdict.ACCEPTED), "tester", "2026-12-01", "seen")
    assert (found.who, found.day, found.reason) == ("tester", "2026-12-01", "seen")


@pytest.mark.parametrize(
    ("each", "value", "name", "why"),
    [
        (Candidate(Field.PERSON, "Анна Алфова", 1, 0, 4, ""), "", "Anna Alfova", REASON),
        (Candidate(Field.PERSON, "Анна Алфова", 1, 0, 4, ""), "Вера Алфова", "Vera Alfova", REASON),
        (Candidate(Field.PERSON, "Анна Алфова", 1, 0, 4, "", rows=("alfova-anna",)), "", "", ""),
        (Candidate(Field.PERSON, "Anna Alfova", 1, 0, 4, "", inferred="No words."), "", "", "No words."),
        (Candidate(Field.ORGANISATION, "Бета", 1, 0, 4, "", detail={"name": "BT"}), "", "BT", ""),
    ],
)
def test_a_new_person_of_a_page_in_cyrillic_has_latin_letters_proposed(
    each: Candidate, value: str, name: str, why: str
) -> None:
    assert propose_detail(each, "name", value) == name
    assert explain_inference(each) == why
