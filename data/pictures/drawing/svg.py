"""SVG as a tree; text is escaped by the library that writes it, and the same tree gives the same bytes."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Self
from xml.etree import ElementTree

from data.values.text import printable

HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"
NAMESPACE = "http://www.w3.org/2000/svg"
FONT = "'Source Sans 3', 'Source Sans', 'DejaVu Sans', sans-serif"
NARROW, WIDE = "iljtfrI.,;:|!'’‘()[]- ", "mwMWшщжюШЩЖЮ@%—"
Point = tuple[float, float]


class Group:
    """A group of shapes; names of attributes have `_` for `-`."""

    def __init__(self, element: ElementTree.Element) -> None:
        self.element = element

    def add(self, tag: str, **attributes: Any) -> Self:
        """A child element, as a group of its own."""
        known = {name.replace("_", "-"): _value(value) for name, value in attributes.items()}
        return type(self)(ElementTree.SubElement(self.element, tag, known))

    def rect(self, x: float, y: float, width: float, height: float, **style: Any) -> None:
        self.add("rect", x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), **style)

    def circle(self, x: float, y: float, radius: float, **style: Any) -> None:
        self.add("circle", cx=x, cy=y, r=radius, **style)

    def line(self, one: Point, other: Point, **style: Any) -> None:
        self.add("line", x1=one[0], y1=one[1], x2=other[0], y2=other[1], **style)

    def path(self, points: Iterable[Point], *, closed: bool = False, **style: Any) -> None:
        """A polyline, or a polygon."""
        steps = " ".join(f"{_value(x)},{_value(y)}" for x, y in points)
        self.add("polygon" if closed else "polyline", points=steps, **({"fill": "none"} | style))

    def write(self, x: float, y: float, words: str, size: float = 13, **style: Any) -> None:
        """Words on one line; `anchor` is start, middle or end."""
        anchor = style.pop("anchor", "start")
        self.add("text", x=x, y=y, font_size=size, text_anchor=anchor, **style).element.text = printable(
            words
        )


def drawing() -> Group:
    """An empty group, which a sheet takes in."""
    return Group(ElementTree.Element("g"))


def document(width: float, height: float, title: str, words: str) -> Group:
    """The root of a file, with what it shows for those who cannot see it."""
    root = Group(
        ElementTree.Element(
            "svg",
            {
                "xmlns": NAMESPACE,
                "viewBox": f"0 0 {_value(width)} {_value(height)}",
                "width": _value(width),
                "height": _value(height),
                "role": "img",
                "font-family": FONT,
            },
        )
    )
    root.add("title").element.text = printable(title)
    root.add("desc").element.text = printable(words)
    return root


def encode(root: Group) -> bytes:
    """The file."""
    return f"{HEAD}{ElementTree.tostring(root.element, encoding='unicode')}".encode()


@lru_cache(4096)
def text_width(words: str, size: float = 13) -> float:
    """About how wide the words are in the fonts of FONT."""
    return size * sum(
        0.27 if c in NARROW else 0.8 if c in WIDE else 0.6 if c.isupper() else 0.5 for c in words
    )


def wrap(words: str, width: float, size: float = 13, most: int = 99) -> list[str]:
    """The words on lines no wider than `width`; what needs more than `most` lines is cut."""
    lines: list[str] = []
    for word in printable(words).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines += _broken(word, width, size)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def _broken(word: str, width: float, size: float) -> list[str]:
    """A word in pieces that fit."""
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _value(value: Any) -> str:
    if isinstance(value, str):
        return printable(value)
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
