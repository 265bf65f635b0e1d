"""Recommendations by theme as bars, in parts by the family of who asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import HATCH, WIDTH, Key, Picture
from data.schema.vocabulary import Family, label

PITCH, LABELS = 24.0, 230.0
WIDEST = 60.0
"""Units of one recommendation at most."""


def draw(counts: Sequence[Mapping[str, Any]]) -> Picture:
    """The rows of `recommendations.count_by_theme`, the longest bar first; hatched: possibly in the range."""
    themes: dict[str, list[Mapping[str, Any]]] = {}
    for row in counts:
        themes.setdefault(row["theme"], []).append(row)
    totals = {theme: sum(row["rows"] for row in rows) for theme, rows in themes.items()}
    order = sorted(themes, key=lambda theme: (-totals[theme], theme))
    most = max(totals.values(), default=1)
    body, scale = svg.drawing(), min((WIDTH - LABELS - 50) / most, WIDEST)
    for place, theme in enumerate(order):
        x, y = LABELS, PITCH * place
        body.write(LABELS - 8, y + 15, theme, 12, anchor="end", fill=LIGHT.ink)
        for row in sorted(themes[theme], key=lambda row: list(Family).index(row["family"])):
            sure = row["rows"] - row["possibly"]
            colour, mark = LIGHT.family[row["family"]], f"{row['theme_id']}/{row['family']}"
            for number, style in (
                (sure, {"fill": colour}),
                (row["possibly"], {"fill": f"url(#{HATCH})", "stroke": colour}),
            ):
                if number:
                    body.rect(x, y + 3, number * scale, PITCH - 7, data_mark=mark, **style)
                    x += number * scale
        body.write(x + 6, y + 15, str(totals[theme]), 12, fill=LIGHT.ink)
    families = [family for family in Family if any(row["family"] == family for row in counts)]
    legend = [Key("bar", LIGHT.family[family], label(family)) for family in families]
    legend += [Key("hatch", LIGHT.bar, "possibly in the range")] if any(r["possibly"] for r in counts) else []
    named = ", ".join(f"{theme} {totals[theme]}" for theme in order)
    words = f"Recommendations by theme, each counted under all of its themes: {named or 'none'}."
    return Picture(body, PITCH * len(order) + 6, words, tuple(legend))
