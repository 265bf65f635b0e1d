"""Events in lanes along time: a dot a day, a bar where a date is longer or not exact."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.pictures import packing
from data.pictures.drawing import svg
from data.pictures.drawing.axis import Axis
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import WIDTH, Key, Picture
from data.pictures.drawing.svg import Group
from data.pictures.packing import DOT, LEAST, Lane, Mark
from data.schema.vocabulary import Family, label

LABELS, TOP, EDGE = 138.0, 24.0, 14.0
"""Units: of the names at the left, of the axis, free at the right."""
ROOM = int(WIDTH - LABELS - EDGE)


def draw(events: Iterable[Mapping[str, Any]], by: str, since: date, until: date) -> Picture:
    """The marks of `packing.place_marks`; events without a date are not drawn."""
    marks, rows = packing.place_marks(events, by, since, until, ROOM)
    body, axis = svg.drawing(), Axis(since, until, LABELS, WIDTH - EDGE)
    height = TOP + (rows[-1].top + rows[-1].height if rows else LEAST)
    for number, lane in enumerate(rows):
        _lane(body, lane, is_tinted=number % 2 == 0)
    axis.draw(body, TOP, height, TOP - 8)
    for mark in marks:
        _mark(body, mark, axis)
    families = [family for family in Family if any(m.event["family"] == family for m in marks)]
    legend = [Key("dot", LIGHT.family[family], label(family)) for family in families]
    if any(not mark.is_exact for mark in marks):
        legend.append(Key("bar", LIGHT.line, "pale with an edge: the date is not exact"))
    if any(mark.event["is_disputed"] for mark in marks):
        legend.append(Key("ring", LIGHT.dispute, "sources disagree"))
    named = ", ".join(f"{lane.name} {lane.events}" for lane in rows)
    counted = f"{len(marks)} {'event' if len(marks) == 1 else 'events'}"
    words = f"{counted} along time from {since} to {until}, by lane: {named or 'none'}."
    return Picture(body, height, words, tuple(legend))


def _lane(body: Group, lane: Lane, *, is_tinted: bool) -> None:
    if is_tinted:
        body.rect(0, TOP + lane.top, WIDTH, lane.height, fill=LIGHT.faint, fill_opacity=0.5)
    lines = svg.wrap(lane.name, LABELS - 18, 13, 2)
    middle = TOP + lane.top + lane.height / 2 - 4 - 7 * (len(lines) - 1)
    for place, line in enumerate(lines):
        body.write(12, middle + 15 * place, line, 13, font_weight=700, fill=LIGHT.ink)
    count = f"{lane.events:,} {'event' if lane.events == 1 else 'events'}"
    count += f", {lane.possibly:,} possibly" if lane.possibly else ""
    body.write(12, middle + 15 * len(lines), count, 11, fill=LIGHT.quiet)


def _mark(body: Group, mark: Mark, axis: Axis) -> None:
    """Exact ones are filled, others pale with an edge; a ring where sources disagree."""
    colour = LIGHT.family.get(str(mark.event["family"]), LIGHT.quiet)
    style: dict[str, Any] = {"fill": colour, "data_mark": mark.event["id"]}
    if not mark.is_exact:
        style |= {"fill_opacity": 0.3, "stroke": colour, "stroke_width": 1}
    y, middle = TOP + mark.y, axis.place((mark.left + mark.right) // 2)
    if mark.is_bar:
        left, right = axis.place(mark.left), axis.place(mark.right + 1)
        body.rect(left, y - (DOT - 1) / 2, right - left, DOT - 1, rx=3, **style)
    else:
        body.circle(middle, y, DOT / 2, **style)
    if mark.event["is_disputed"]:
        body.circle(middle, y, DOT / 2 + 3, fill="none", stroke=LIGHT.dispute, stroke_width=1.6)
