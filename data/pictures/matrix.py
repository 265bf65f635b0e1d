"""Offices between each two countries, once on each side of the diagonal."""

from collections.abc import Sequence

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import Key, Picture
from data.pictures.drawing.svg import Group
from data.pictures.maps.borders import COUNTRIES, STRONGEST, CountedBorder, list_rows

CELL, TOP, LEFT = 46.0, 24.0, 60.0
LEGEND = (
    Key("bar", LIGHT.bar, "offices counted on the border"),
    Key("", "none", "+ planned or being established"),
)


def draw(borders: Sequence[CountedBorder]) -> Picture:
    """The label of each border in both of its cells, in others a dot."""
    body = svg.drawing()
    for place, country in enumerate(COUNTRIES):
        middle = CELL * place + CELL / 2
        style = {"font_weight": 700, "fill": LIGHT.ink}
        body.write(LEFT + middle, TOP - 8, country, 12, anchor="middle", **style)
        body.write(LEFT - 8, TOP + middle + 4, country, 12, anchor="end", **style)
    for down, (_, row) in enumerate(list_rows(borders)):
        for across, border in enumerate(row):
            _cell(body, LEFT + CELL * across, TOP + CELL * down, border, is_diagonal=across == down)
    named = ", ".join(f"{border.id} {border.label}" for border in borders)
    words = f"Offices by border: {named or 'none'}."
    return Picture(body, TOP + CELL * len(COUNTRIES) + 8, words, LEGEND)


def _cell(body: Group, x: float, y: float, border: CountedBorder | None, *, is_diagonal: bool) -> None:
    style = {"fill": LIGHT.bar, "stroke": LIGHT.line, "stroke_width": 0.8}
    marked = {"data_mark": border.id} if border else {}
    shade = border.shade / STRONGEST if border else 0.0
    body.rect(x, y, CELL, CELL, fill_opacity=shade, **style, **marked)
    words = border.label if border else "" if is_diagonal else "·"
    body.write(x + CELL / 2, y + CELL / 2 + 5, words, 15, anchor="middle", fill=LIGHT.ink)
