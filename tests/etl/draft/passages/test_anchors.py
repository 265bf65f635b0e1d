import pytest

from data import documents
from etl.draft.passages.anchors import find_anchor

TEXT = """UNODC held a course in Osh.
The course in Osh ended; UNODC thanked Osh.
same same same same same same same same same same same same same same same same same same same
"""
DOCUMENT = documents.parse_document(TEXT)


@pytest.mark.parametrize(("paragraph", "words"), [(1, "UNODC"), (1, "Osh"), (2, "ended"), (2, "Osh")])
def test_an_anchor_grows_until_it_stands_once(paragraph: int, words: str) -> None:
    start = DOCUMENT.printed[paragraph - 1].index(words)
    found = find_anchor(DOCUMENT, paragraph, start, start + len(words))
    assert found is not None
    assert words in found.words
    assert len(documents.find_places(DOCUMENT, *found)) == 1
    assert len(found.words.split()) <= 8


def test_words_beside_tell_where_eight_do_not() -> None:
    text = "Now " + "a b c d e f g h i " * 2 + "and then"
    document = documents.parse_document(text)
    start = text.index("b", 20)
    found = find_anchor(document, 1, start, start + 15)
    assert found is not None
    assert found.prefix or found.suffix
    assert [place.start for place in documents.find_places(document, *found)] == [start]


def test_what_cannot_be_told_has_none() -> None:
    assert find_anchor(DOCUMENT, 3, 45, 49) is None
    assert find_anchor(DOCUMENT, 1, 900, 910) is None
