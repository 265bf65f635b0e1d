"""Offices between each two countries, once on each side of the diagonal."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import Key, Picture

COUNTRIES = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG")
CELL, TOP, LEFT = 46.0, 24.0, 60.0
STRONG = 5
"""From this number on the shade is full."""


def draw(borders: Sequence[Mapping[str, Any]]) -> Picture:
    """The rows of `office_numbers.latest_by_border`: a number, + where only more are planned, else a dot."""
    body, known = svg.drawing(), {row["id"]: row for row in borders}
    for place, country in enumerate(COUNTRIES):
        middle = CELL * place + CELL / 2
        style = {"font_weight": 700, "fill": LIGHT.ink}
        body.write(LEFT + middle, TOP - 8, country, 12, anchor="middle", **style)
        body.write(LEFT - 8, TOP + middle + 4, country, 12, anchor="end", **style)
    for down, one in enumerate(COUNTRIES):
        for across, other in enumerate(COUNTRIES):
            x, y = LEFT + CELL * across, TOP + CELL * down
            row = known.get("-".join(sorted((one, other))))
            shade = 0.0 if row is None else min(row["number"] or 0, STRONG) / STRONG
            style = {"fill": LIGHT.bar, "fill_opacity": shade, "stroke": LIGHT.line, "stroke_width": 0.8}
            marked = {"data_mark": row["id"]} if row else {}
            body.rect(x, y, CELL, CELL, **style, **marked)
            words = "" if one == other else "·" if row is None else _number(row)
            body.write(x + CELL / 2, y + CELL / 2 + 5, words, 15, anchor="middle", fill=LIGHT.ink)
    named = ", ".join(f"{row['id']} {_number(row)}" for row in borders)
    legend = (
        Key("bar", LIGHT.bar, "offices counted on the border"),
        Key("", "none", "+ planned or being established"),
    )
    return Picture(body, TOP + CELL * len(COUNTRIES) + 8, f"Offices by border: {named or 'none'}.", legend)


def _number(row: Mapping[str, Any]) -> str:
    return "+" if row["number"] is None else str(row["number"])
