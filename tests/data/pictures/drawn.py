"""Reads a picture back: its marks by what they stand for, and its words."""

from xml.etree import ElementTree

from data.pictures.drawing.sheet import Picture

Mark = ElementTree.Element


def marks(picture: Picture, tag: str | None = None) -> dict[str, Mark]:
    """The shapes that stand for something of the record, by its id."""
    return {
        each.attrib["data-mark"]: each
        for each in picture.body.element.iter()
        if "data-mark" in each.attrib and tag in (None, each.tag)
    }


def number(mark: Mark, name: str) -> float:
    return float(mark.attrib[name])


def texts(element: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in element.iter() if each.tag.endswith("text")]
