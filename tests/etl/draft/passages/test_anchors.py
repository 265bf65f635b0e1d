import pytest

from data import documents
from data.drafts.candidate import Candidate, Field
from etl.draft.passages.anchors import add_anchors, find_anchor

TEXT = """UNODC held a course in Osh.
The course in Osh ended; UNODC thanked Osh.
same same same same same same same same same same same same same same same same same same same
"""
DOCUMENT = documents.parse_document(TEXT)


@pytest.mark.parametrize(("paragraph", "words"), [(1, "UNODC"), (1, "Osh"), (2, "ended"), (2, "Osh")])
def test_an_anchor_grows_until_it_stands_once(paragraph: int, words: str) -> None:
    start = DOCUMENT.printed[paragraph - 1].index(words)
    found = find_anchor(DOCUMENT, paragraph, start, start + len(words))
    assert words in found
    assert len(documents.find_places(DOCUMENT, found, None, None)) == 1
    assert len(found.split()) <= 8


def test_of_a_long_span_words_of_it_are_taken() -> None:
    text = "One of the long names that go on and on and on and on. One of the long names that go on it is."
    document = documents.parse_document(text)
    found = find_anchor(document, 1, 0, 53)
    assert found == "of the long names that go on and"
    assert len(documents.find_places(document, found, None, None)) == 1


def test_what_cannot_be_told_has_none() -> None:
    assert find_anchor(DOCUMENT, 3, 45, 49) == ""
    assert find_anchor(DOCUMENT, 1, 900, 910) == ""


def test_without_an_anchor_there_is_no_candidate() -> None:
    day = Candidate(Field.DATE, "2024-05-17", 1, 10, 21, "a date")
    document = documents.parse_document("It was on 17 May 2024 in Osh.\n")
    kept, dropped = add_anchors([day, Candidate(Field.PLACE, "Osh", 1, 90, 93, "")], document)
    assert ([each.anchor for each in kept], dropped) == (["17 May 2024"], 1)
