from xml.etree import ElementTree

from data.pictures.drawing import sheet, svg
from data.pictures.drawing.sheet import Caption, Key, Picture
from tests.data.pictures.drawn import texts

CAPTION = Caption("A title", "Filter: all.", "Source: test.")


def _framed(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(sheet.frame(picture, CAPTION))  # noqa: S314 - our own file


def test_title_filter_legend_note_and_source_stand_around_the_drawing() -> None:
    keys = tuple(Key(sign, "#000000", sign) for sign in ("dot", "ring", "bar", "hatch", "line", "dash"))
    found = _framed(Picture(svg.drawing(), 100, "What it shows.", keys, "A note."))
    assert texts(found) == [
        "A title", "Filter: all.", "dot", "ring", "bar", "hatch", "line", "dash", "A note.", "Source: test.",
    ]  # fmt: skip
    assert [each.text for each in found[:2]] == ["A title", "What it shows."]


def test_the_sheet_is_as_high_as_what_it_holds_and_its_ground_is_light() -> None:
    low, high = (_framed(Picture(svg.drawing(), height, "")) for height in (100, 300))
    assert float(high.attrib["height"]) - float(low.attrib["height"]) == 200
    assert low.attrib["viewBox"] == f"0 0 760 {low.attrib['height']}"
    ground = low.find(f"{{{svg.NAMESPACE}}}rect")
    assert ground is not None
    assert (ground.attrib["fill"], ground.attrib["height"]) == ("#FCFBF8", low.attrib["height"])


def test_a_legend_too_wide_goes_on_in_the_next_line() -> None:
    keys = tuple(Key("dot", "#000000", "words " * 8) for _ in range(3))
    one = float(_framed(Picture(svg.drawing(), 0, "", keys[:1])).attrib["height"])
    three = float(_framed(Picture(svg.drawing(), 0, "", keys)).attrib["height"])
    assert three == one + sheet.LINE
