"""Events per quarter or year as bars: solid where they certainly began in it, hatched where they may have."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import ceil
from typing import Any

from data.filters import match_words
from data.pictures.drawing import svg
from data.pictures.drawing.axis import Axis
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import HATCH, WIDTH, Key, Picture
from data.pictures.periods import count_by_period

HEIGHT, FOOT = 130.0, 20.0
MIDDLE, BROAD = timedelta(days=45), timedelta(days=80)
"""From the first day of a quarter to the middle of its bar, and how broad that is: as on the page."""
PERIODS = {3: "quarter", 12: "year"}
"""Months of a bar, and what it is called."""


def draw(beginnings: Iterable[Mapping[str, Any]], first: date, last: date, months: int = 3) -> Picture:
    """The periods of `periods.count_by_period` between two days."""
    body, axis = svg.drawing(), Axis(first, last, 34, WIDTH - 12)
    period, middle, broad = PERIODS[months], MIDDLE * (months / 3), BROAD * (months / 3)
    bars = [each for each in count_by_period(beginnings, months) if each.certainly or each.possibly]
    inside = [each for each in bars if first <= each.start + middle <= last]
    most = ceil(max((each.certainly + each.share for each in inside), default=1))
    floor, scale = HEIGHT - FOOT, (HEIGHT - FOOT - 16) / most
    axis.draw(body, 8, floor, HEIGHT - 5)
    body.write(28, floor - most * scale + 4, f"{most}", 11, anchor="end", fill=LIGHT.quiet)
    body.write(28, floor, "0", 11, anchor="end", fill=LIGHT.quiet)
    for bar in inside:
        left = axis.place(bar.start + middle - broad / 2)
        wide = axis.place(bar.start + middle + broad / 2) - left
        solid, more = bar.certainly * scale, bar.share * scale
        if bar.certainly:
            about = {"fill": LIGHT.bar, "data_mark": f"certainly {bar.start}"}
            body.rect(left, floor - solid, wide, solid, **about)
        if bar.possibly:
            about = {"fill": f"url(#{HATCH})", "stroke": LIGHT.bar, "data_mark": f"possibly {bar.start}"}
            body.rect(left, floor - solid - more, wide, more, **about)
    legend = [Key("bar", LIGHT.bar, f"events that certainly began in the {period}")]
    if any(each.possibly for each in inside):
        legend.append(Key("hatch", LIGHT.bar, f"may have begun in this {period}"))
    words = f"Events by the {period} in which they began, from {first} to {last}"
    if inside:
        fullest = max(inside, key=lambda each: each.certainly + each.share)
        words += f"; most in the one from {fullest.start}: {match_words(fullest.certainly, fullest.possibly)}"
    return Picture(body, HEIGHT, f"{words}.", tuple(legend))
