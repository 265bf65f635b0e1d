from xml.etree import ElementTree

import pytest

from data.pictures.drawing import svg

HOSTILE = "<script>alert(1)</script>]]>&\"' \x00\x1b\u202e {x}"


def test_text_stays_text_and_the_file_is_well_formed() -> None:
    root = svg.document(10, 20, HOSTILE, "words")
    root.write(1, 2, HOSTILE)
    root.rect(0, 0, 1, 1, data_mark=HOSTILE)
    found = ElementTree.fromstring(svg.encode(root))  # noqa: S314 - our own file
    assert [each.tag.rpartition("}")[2] for each in found] == ["title", "desc", "text", "rect"]
    assert found[2].text == "<script>alert(1)</script>]]>&\"' \ufffd\ufffd\ufffd {x}"
    assert found[3].attrib["data-mark"] == found[2].text


def test_numbers_are_short_and_names_of_attributes_have_hyphens() -> None:
    group = svg.drawing()
    group.line((0.0, 1 / 3), (2, 10.10), stroke_width=1.0)
    assert group.element[0].attrib == {"x1": "0", "y1": "0.33", "x2": "2", "y2": "10.1", "stroke-width": "1"}


def test_a_path_is_open_or_closed() -> None:
    group = svg.drawing()
    group.path([(0, 0), (1.5, 2)])
    group.path([(0, 0), (1, 1), (2, 0)], closed=True, fill="#fff")
    open_, closed = group.element
    assert (open_.tag, open_.attrib["points"], open_.attrib["fill"]) == ("polyline", "0,0 1.5,2", "none")
    assert (closed.tag, closed.attrib["fill"]) == ("polygon", "#fff")


def test_words_wrap_by_their_width_and_long_ones_are_broken() -> None:
    assert svg.wrap("one two three", 40, 10) == ["one two", "three"]
    assert svg.wrap("a" * 30, 50, 10) == ["a" * 10] * 3
    assert svg.wrap("one two three", 40, 10, 1) == ["one two…"]


@pytest.mark.parametrize(("words", "width"), [("", 0), ("nn", 10), ("ii", 5.4), ("MM", 16)])
def test_letters_have_their_widths(words: str, width: float) -> None:
    assert svg.text_width(words, 10) == pytest.approx(width)
