from dataclasses import replace

import pytest

from data.brief.document import Document, Drawn, Paragraph, Section, Sentence
from data.brief.fitting import MOST, find_longest, is_too_long, place_pictures
from data.brief.pagination import PAGE, measure
from data.brief.request import Length
from tests.data.brief import documents

LINES = Paragraph((Sentence("x" * 1058, ()),))
"""Ten lines: 126 points."""


def _document(*sections: Section) -> Document:
    return replace(documents.document(), sections=sections)


@pytest.mark.parametrize(("paragraphs", "length"), [(5, Length.ONE), (11, Length.TWO), (28, Length.FIVE)])
def test_a_page_holds_so_many_lines(paragraphs: int, length: Length) -> None:
    fits, more = (_document(Section("", (LINES,) * number)) for number in (paragraphs, paragraphs + 1))
    assert not is_too_long(fits, length, lists_sources=False)
    assert is_too_long(more, length, lists_sources=False)
    assert not is_too_long(more, Length.WHOLE, lists_sources=True)


def test_the_list_of_sources_takes_its_lines_too() -> None:
    cited = Paragraph((Sentence("x", (documents.PAGE,)),))
    filled = _document(Section("", (LINES,) * 5), Section("", (cited,)))
    assert PAGE - 30 < measure(filled) <= PAGE
    assert is_too_long(filled, Length.ONE, lists_sources=True)
    assert not is_too_long(filled, Length.ONE, lists_sources=False)


def test_the_part_with_most_rows_gives_way_and_keeps_one() -> None:
    assert find_longest({"events": 12, "recommendations": 3}, Length.TWO) == "events"
    assert find_longest({"events": 8, "recommendations": 4}, Length.TWO) == "recommendations"
    assert find_longest({"events": 1, "recommendations": 1}, Length.TWO) == find_longest({}, Length.TWO) == ""
    assert [list(MOST[length].values()) for length in Length] == [[4, 2], [12, 4], [36, 8], []]


def _order(document: Document) -> list[str]:
    return [
        f"{section.heading}{'picture' if isinstance(block, Drawn) else 'text'}"
        for section in document.sections
        for block in section.blocks
    ]


def test_text_goes_before_a_picture_that_no_longer_fits_its_page() -> None:
    drawn = documents.picture()
    room = place_pictures(_document(Section("a ", (LINES,) * 3 + (drawn,)), Section("b ", (LINES,) * 3)))
    assert _order(room) == ["a text"] * 3 + ["a picture"] + ["b text"] * 3
    full = place_pictures(_document(Section("a ", (LINES,) * 5 + (drawn,)), Section("b ", (LINES,) * 3)))
    assert _order(full) == ["a text"] * 5 + ["b text", "b picture"] + ["b text"] * 2
    last = place_pictures(_document(Section("a ", (LINES,) * 5 + (drawn,))))
    assert _order(last) == ["a text"] * 5 + ["a picture"]
