"""What a thing was in its events: a row a role, a column a year, as dark as its events are many."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import WIDTH, Key, Picture

LABELS, TOP, PITCH = 150.0, 22.0, 26.0
WIDEST = 60.0
"""Units of a column at most."""
NARROWEST = 30.0
"""Units of a column that has room for its year."""
UNKNOWN, NOTE = "?", "Under the question mark: events whose year is uncertain."
PALEST, STRONGEST = 0.14, 0.75
"""Opacity of a cell with one event, and of the one with most."""
LEGEND = (Key("bar", LIGHT.bar, "events in which it had the role in that year"),)


def draw(counts: Iterable[Mapping[str, Any]], roles: Sequence[tuple[str, str]]) -> Picture:
    """The rows of `things.roles.count_by_year`, in the order of `roles`: name and words of each.

    A question mark stands over those whose year is not known, which come last.
    """
    known = {(row["role"], row["year"]): row["events"] for row in counts if row["role"]}
    shown = [(role, words) for role, words in roles if any(role == each for each, _ in known)]
    years = _list_years({year for _, year in known})
    most, body = max(known.values(), default=1), svg.drawing()
    wide = min((WIDTH - LABELS - 12) / max(len(years), 1), WIDEST)
    step = 1 if wide >= NARROWEST else 2
    for across, year in enumerate(years):
        words = UNKNOWN if year is None else "" if across % step else str(year)
        middle = LABELS + wide * (across + 0.5)
        body.write(middle, TOP - 8, words, 11, anchor="middle", fill=LIGHT.quiet)
    for down, (role, words) in enumerate(shown):
        y = TOP + PITCH * down
        body.write(LABELS - 8, y + 17, words, 12, anchor="end", fill=LIGHT.ink)
        for across, year in enumerate(years):
            number, x = known.get((role, year), 0), LABELS + wide * across
            shade = PALEST + (STRONGEST - PALEST) * number / most if number else 0.0
            style = {"fill": LIGHT.bar, "fill_opacity": shade, "stroke": LIGHT.line, "stroke_width": 0.8}
            body.rect(x, y, wide, PITCH, **style, **({"data_mark": f"{role} {year}"} if number else {}))
            if number:
                body.write(x + wide / 2, y + 17, f"{number:,}", 11, anchor="middle", fill=LIGHT.ink)
    totals = ", ".join(f"{words} {_sum(known, role)}" for role, words in shown)
    words, height = f"Events by role and year: {totals or 'none'}.", TOP + PITCH * len(shown) + 6
    return Picture(body, height, words, LEGEND, NOTE if None in years else "")


def _list_years(known: set[int | None]) -> list[int | None]:
    """Every year from the first to the last, then None where events have it."""
    certain = [year for year in known if year is not None]
    every = range(min(certain), max(certain) + 1) if certain else ()
    return [*every, *([None] if None in known else [])]


def _sum(known: Mapping[tuple[str, int | None], int], role: str) -> int:
    return sum(number for (each, _), number in known.items() if each == role)
