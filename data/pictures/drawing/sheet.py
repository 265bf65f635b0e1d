"""What surrounds every picture in a file: title, filter in words, legend, source line, release and day."""

import re
from dataclasses import dataclass

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.svg import Group

WIDTH = 760
"""Units across: on paper 16 cm wide, 13 of them are letters of 8 points."""
LEFT, LINE = 12.0, 17.0
HATCH = "hatch"


WIDER = 1.2
"""Keys have room for letters of other fonts, which a reader may see in place of ours."""


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: `sign` is dot, ring, bar, hatch, line or dash."""

    sign: str
    colour: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of WIDTH by `height`; `words` say what it shows."""

    body: Group
    height: float
    words: str
    legend: tuple[Key, ...] = ()
    note: str = ""
    """What a reader must know, such as the origin of outlines."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Title, filter in words, and of which record."""

    title: str
    filter: str
    source: str


def frame(picture: Picture, caption: Caption) -> bytes:
    """The picture as an SVG file, on light ground always."""
    root = svg.document(WIDTH, 0, caption.title, picture.words)
    ground = root.add("rect", width=WIDTH, fill=LIGHT.ground)
    _patterns(root)
    y = 28.0
    for line in svg.wrap(caption.title, WIDTH - 2 * LEFT, 18, 2):
        root.write(LEFT, y, line, 18, font_weight=700, fill=LIGHT.ink)
        y += 22
    y = _lines(root, caption.filter, y - 3)
    y = _legend(root, picture.legend, y)
    holder = root.add("g", transform=f"translate(0 {y:g})")
    holder.element.append(picture.body.element)
    y += picture.height + 18
    for words in filter(None, (picture.note, caption.source)):
        y = _lines(root, words, y)
    for element in (root.element, ground.element):
        element.set("height", f"{y:g}")
    root.element.set("viewBox", f"0 0 {WIDTH} {y:g}")
    return svg.encode(root)


def read_height(content: bytes) -> float:
    """Of a finished file, in the units of WIDTH."""
    found = re.search(rb'<svg[^>]* height="([0-9.]+)"', content)
    return float(found[1]) if found else 0.0


def _lines(root: Group, words: str, y: float) -> float:
    """The words in small type from `y` on; where the next line goes."""
    for line in svg.wrap(words, WIDTH - 2 * LEFT, 12, 4):
        root.write(LEFT, y, line, 12, fill=LIGHT.quiet)
        y += LINE - 2
    return y


def _legend(root: Group, keys: tuple[Key, ...], y: float) -> float:
    if not keys:
        return y
    x, y = LEFT, y + 5
    for key in keys:
        wide = 22 + WIDER * svg.text_width(key.words, 12) + 14
        if x + wide > WIDTH - LEFT and x > LEFT:
            x, y = LEFT, y + LINE
        _sign(root, key, x, y - 4)
        root.write(x + 22, y, key.words, 12, fill=LIGHT.ink)
        x += wide
    return y + 8


def _sign(root: Group, key: Key, x: float, y: float) -> None:
    if key.sign == "dot":
        root.circle(x + 8, y, 4.5, fill=key.colour)
    elif key.sign == "ring":
        root.circle(x + 8, y, 5, fill="none", stroke=key.colour, stroke_width=2)
    elif key.sign in ("line", "dash"):
        dash = {"stroke_dasharray": "5 3"} if key.sign == "dash" else {}
        root.line((x, y), (x + 16, y), stroke=key.colour, stroke_width=3, **dash)
    else:
        hatched = {"fill": f"url(#{HATCH})", "stroke": key.colour}
        root.rect(x, y - 4, 16, 8, **(hatched if key.sign == "hatch" else {"fill": key.colour}))


def _patterns(root: Group) -> None:
    """The hatching of what is only possible."""
    holder = root.add("defs").add(
        "pattern", id=HATCH, width=5, height=5, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    holder.line((0, 0), (0, 5), stroke=LIGHT.bar, stroke_width=3)
