from dataclasses import replace
from pathlib import Path

import pytest

from data.drafts.additions import Addition, add_candidate
from data.drafts.candidate import Field
from data.drafts.cards import Change, DecisionError, decide_card
from data.drafts.decisions import Decision, Verdict, append_decisions, find_last, list_texts, undo_decision
from data.drafts.draft import Draft, DraftError, create_draft
from data.drafts.folders import Desk
from data.drafts.metadata import SOURCE, decide_metadata
from data.drafts.review import open_review, read_document


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    own = Desk(tmp_path / "desk", tmp_path / "curated", tmp_path / "decisions.csv", tmp_path / "documents")
    create_draft(own.drafts, Draft("d", "t", source={"id": "a"}), "On 3 May 2024 they met in Osh.")
    return own


def test_a_review_has_what_was_decided_and_added(desk: Desk) -> None:
    draft, document = open_review(desk, "d").draft, read_document(desk, "d")
    added = add_candidate(draft, document, Addition(Field.DATE, "2024-05-03", "On 3 May 2024"))
    append_decisions(desk.decisions, added, decide_metadata(draft, SOURCE, {"publisher": "Press"}, None))
    review = open_review(desk, "d")
    assert review.draft.source == {"id": "a", "publisher": "Press"}
    assert [(card.number, card.candidate.value, card.state) for card in review.cards] == [
        (1, "2024-05-03", "added")
    ]
    [card] = review.cards
    with pytest.raises(DecisionError, match="was added by hand; undo it"):
        decide_card(review.draft, card, Verdict.EDITED, Change("2024-05-04"))
    append_decisions(desk.decisions, decide_card(review.draft, card, Verdict.UNDONE))
    assert open_review(desk, "d").cards == []


def test_a_damaged_decision_is_told(desk: Desk) -> None:
    append_decisions(desk.decisions, Decision("c", "t", "date", "2024", "in 2024", Verdict.ADDED))
    with pytest.raises(DraftError, match="a decision on d is damaged: 'paragraph'"):
        open_review(desk, "d")


def test_the_last_decision_that_stands_is_found(desk: Desk) -> None:
    draft = open_review(desk, "d").draft
    first = decide_metadata(draft, SOURCE, {"publisher": "Press"}, None)
    second = decide_metadata(draft, "event", {"title": "Talks"}, None)
    append_decisions(desk.decisions, first, second)
    assert find_last(desk.decisions, "t") == second
    append_decisions(desk.decisions, undo_decision(second))
    assert find_last(desk.decisions, "t") == first
    other = replace(second, text_sha256="u")
    append_decisions(desk.decisions, undo_decision(first), undo_decision(first), other)
    assert list_texts(desk.decisions) == ["t", "u"]
    assert find_last(desk.decisions, "t") is None
