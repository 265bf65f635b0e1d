import pytest

from data.drafts.cards import UNCHANGED, Change
from data.drafts.decisions import Verdict, list_decisions
from data.drafts.folders import Desk
from etl.draft.desk.wishes import (
    Wishes,
    decide,
    parse_addition,
    parse_edit,
    parse_metadata,
    parse_numbers,
    parse_verdict,
)
from etl.reporting.errors import UsageError
from tests.etl.desk import Draw


def test_numbers_of_cards() -> None:
    assert parse_numbers("") == []
    assert parse_numbers("1, 3-5") == [1, 3, 4, 5]
    assert parse_verdict("2", Verdict.LATER) == [(2, Verdict.LATER, UNCHANGED)]
    for wrong in ("x", "3-", "-3", "1-99999999999"):
        with pytest.raises(UsageError, match="cards are given by their numbers"):
            parse_numbers(wrong)


def test_an_edit() -> None:
    change = Change("A = B", "beta", {"role": "host"})
    assert parse_edit(["4", "value=A = B", "row=beta", "role=host"]) == (4, Verdict.EDITED, change)
    for wrong in (["4"], ["x", "row=a"], ["4", "row"]):
        with pytest.raises(UsageError, match="give the number of a card, then name=value"):
            parse_edit(wrong)


def test_source_and_event() -> None:
    assert parse_metadata("event", ["title=A = B", "themes=drugs"]) == (
        "event",
        {"title": "A = B", "themes": "drugs"},
    )
    for wrong in ([], ["title"]):
        with pytest.raises(UsageError, match=r"--event .*: give name=value"):
            parse_metadata("event", wrong)


def test_what_no_card_proposes_is_added(desk: Desk, draw: Draw) -> None:
    added = parse_addition(["place", "value=Osh", "words=said that 24", "row=alphaville", "kind=city"])
    draft = draw(is_accepted=False)
    cards = decide(desk, draft.name, Wishes(added=(added,), day="2026-12-01"))
    assert (cards[-1].candidate.value, cards[-1].candidate.rows, cards[-1].state) == (
        "Osh",
        ("alphaville",),
        "added",
    )
    for wrong in (["colour"], ["place", "Osh"]):
        with pytest.raises(UsageError, match=r"--add .*: give one of date, place"):
            parse_addition(wrong)


def test_decisions_are_appended_and_undone(desk: Desk, draw: Draw) -> None:
    draft = draw(is_accepted=False)
    wished = Wishes(((1, Verdict.REJECTED, UNCHANGED),), who="tester", day="2026-12-01", reason="another day")
    card = decide(desk, draft.name, wished)[0]
    assert card.decision
    assert (card.state, card.decision.reason, card.decision.who) == ("rejected", "another day", "tester")
    cards = decide(desk, draft.name, Wishes(((1, Verdict.UNDONE, UNCHANGED),)))
    assert cards[0].decision is None
    assert len(desk.decisions.read_text(encoding="utf-8").splitlines()) == 3


def test_the_certain_are_accepted_but_for_those_named(desk: Desk, draw: Draw) -> None:
    draft = draw(is_accepted=False)
    named = next(card.number for card in decide(desk, draft.name, Wishes()) if card.state == "certain")
    assert not desk.decisions.exists()
    cards = decide(desk, draft.name, Wishes(((named, Verdict.LATER, UNCHANGED),), is_certain_accepted=True))
    assert cards[named - 1].state == "later"
    accepted = {card.candidate.value for card in cards if card.state == "accepted"}
    assert {"Beta Organisation", "Alpha Plan", "24"} <= accepted
    assert "Swedish Coast Agency" not in accepted  # it would be a new row


@pytest.mark.parametrize(
    ("verdicts", "problem"),
    [
        (((1, Verdict.REJECTED, UNCHANGED), (99, Verdict.LATER, UNCHANGED)), "card 99: the draft has"),
        (((1, Verdict.REJECTED, UNCHANGED), (1, Verdict.LATER, UNCHANGED)), "card 1: is named twice"),
        (((1, Verdict.REJECTED, UNCHANGED), (2, Verdict.UNDONE, UNCHANGED)), "card 2: nothing is decided"),
    ],
)
def test_all_are_taken_or_none(
    verdicts: tuple[tuple[int, Verdict, Change], ...], problem: str, desk: Desk, draw: Draw
) -> None:
    draft = draw(is_accepted=False)
    with pytest.raises(UsageError, match=problem):
        decide(desk, draft.name, Wishes(verdicts))
    assert list_decisions(desk.decisions, draft.text_sha256) == {}
