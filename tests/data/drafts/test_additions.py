import pytest

from data.documents import parse_document
from data.drafts.additions import Addition, add_candidate, list_added, prove_words
from data.drafts.candidate import Candidate, Field, Origin
from data.drafts.cards import DecisionError
from data.drafts.decisions import Verdict
from data.drafts.draft import Draft

DOCUMENT = parse_document("A meeting in Osh\n\nIn Osh 40 officers met, and officers met again “at home”.")
DRAFT = Draft("d", "t")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (" ", "Give the words"),
        ("one two three four five six seven eight nine", "at most 8 words"),
        ("in Bishkek", "does not stand in the document, letter by letter"),
        ("officers met", "stands 2 times, in ¶ 2 and ¶ 2: give a word more"),
        ("Osh", "stands 2 times, in ¶ 1 and ¶ 2"),
    ],
)
def test_words_that_are_no_anchor_are_refused(words: str, problem: str) -> None:
    with pytest.raises(DecisionError, match=problem):
        prove_words(DOCUMENT, words)


def test_what_is_added_by_hand_comes_back_whole() -> None:
    added = Addition(Field.PLACE, " Osh ", 'again "at home"', "osh", {"kind": "city", "country": ""})
    made = add_candidate(DRAFT, DOCUMENT, added)
    assert (made.verdict, made.value, made.anchor, made.kept_row) == (
        Verdict.ADDED,
        "Osh",
        "again “at home”",
        "osh",
    )
    [(identity, candidate)] = list_added({made.candidate: made})
    assert identity == made.candidate == candidate.identity("t")
    assert candidate == Candidate(
        Field.PLACE,
        "Osh",
        2,
        41,
        56,
        "added by hand",
        by=Origin.CURATOR,
        rows=("osh",),
        detail={"kind": "city"},
        anchor="again “at home”",
    )


def test_a_new_row_has_no_id_yet() -> None:
    made = add_candidate(DRAFT, DOCUMENT, Addition(Field.PERSON, "A. B.", "40 officers", "-"))
    assert [each.rows for _, each in list_added({made.candidate: made})] == [()]


@pytest.mark.parametrize(
    ("added", "problem"),
    [
        (Addition(Field.DATE, " ", "40 officers"), "Give the value"),
        (Addition(Field.PERSON, "A. B.", "40 officers"), "Say which row"),
        (
            Addition(Field.DATE, "2024", "40 officers", "", {"colour": "red"}),
            "colour is none of value, words",
        ),
    ],
)
def test_what_is_not_whole_is_refused(added: Addition, problem: str) -> None:
    with pytest.raises(DecisionError, match=problem):
        add_candidate(DRAFT, DOCUMENT, added)


def test_a_card_is_not_added_again() -> None:
    added = Addition(Field.PARTICIPANTS, "40", "40 officers")
    made = add_candidate(DRAFT, DOCUMENT, added)
    known = Draft("d", "t", candidates=tuple(list_added({made.candidate: made})))
    with pytest.raises(DecisionError, match="is a card of this draft already"):
        add_candidate(known, DOCUMENT, added)
