"""Where the marks of the timeline go: events into lanes, and within a lane into rows that never collide."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from data.filters import POSSIBLY
from data.schema.vocabulary import DatePrecision, EventKind, label
from data.values.dates import shift_day

PITCH, DOT, PAD = 10, 8, 16
"""Pixels: between rows of a lane, across a dot, above and below a lane."""
LEAST, GAP = 54, 6
"""Pixels: of the lowest lane, between lanes."""
LINE, ACROSS, LINES = 17, 15, 4
"""Of the label of a lane: pixels from line to line, letters in a line, lines of the name at most."""
WIDTH = 1000
"""Pixels across that rows are packed for."""
DAY = 86_400_000
"""Milliseconds."""
TAIL = 365
"""Days drawn on a side that no source bounds."""
MOST = 12
"""Lanes at most; the rest share the last one."""


NOWHERE = "not stated"
"""The lane of events for which the record does not state it."""


@dataclass(slots=True)
class Mark:
    """A dated event in its lane, with the ordinal days at which its mark begins and ends."""

    event: Mapping[str, Any]
    lane: str
    left: int
    right: int
    is_bar: bool
    y: int = 0
    """Pixels from the top of the picture."""

    @property
    def is_exact(self) -> bool:
        """Whether a source states the day."""
        return bool(self.event["date_precision"] == DatePrecision.DAY)


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name, and its top and height in pixels from the top of the picture."""

    name: str
    top: int
    height: int
    events: int
    possibly: int
    """How many of the events are only possibly in the range of dates."""


def place_marks(
    events: Iterable[Mapping[str, Any]], by: str, since: date, until: date, width: int = WIDTH
) -> tuple[list[Mark], list[Lane]]:
    """A mark for each event with a date, in the order of `events`, and the lanes top to bottom.

    `events` are rows of `queries.events.list.list_events`; `by` names the field of lanes. Of several
    names joined by `; ` the first one counts. `width` is how many pixels rows are packed for.
    """
    low, high = since.toordinal(), until.toordinal()
    per_pixel = max(high - low, 1) / width
    marks = [
        _mark(event, by, low, high, per_pixel) for event in events if event["earliest"] or event["latest"]
    ]
    found: list[Lane] = []
    top = 0
    for name, group in _in_order(marks):
        group.sort(key=attrgetter("left"))
        levels = _levels(group, per_pixel)
        possibly = sum(mark.event.get("date_match") == POSSIBLY for mark in group)
        height = max(LEAST, (max(levels) + 1) * PITCH + 2 * PAD - 8, label_height(name, possibly))
        for mark, level in zip(group, levels, strict=True):
            mark.y = top + PAD + PITCH * level
        found.append(Lane(name, top, height, len(group), possibly))
        top += height + GAP
    return marks, found


def label_lines(name: str) -> list[str]:
    """The name of a lane in lines; of a very long one the beginning, and the end, which tells it apart."""
    lines = textwrap.wrap(name, ACROSS) or [name]
    return lines if len(lines) <= LINES else [*lines[: LINES - 2], "…", lines[-1]]


def label_height(name: str, possibly: int) -> int:
    """Pixels that the label of a lane needs: name, number of events, and how many are only possible."""
    return LINE * (len(label_lines(name)) + 1 + bool(possibly)) + 3


def _mark(event: Mapping[str, Any], by: str, low: int, high: int, per_pixel: float) -> Mark:
    start, end = day_span(event["earliest"], event["latest"])
    left, right = min(max(start, low), high), max(min(end, high), low)
    lane = str(event[by] or "").split("; ")[0] or NOWHERE
    return Mark(event, lane, left, right, (right - left) / per_pixel > DOT * 1.5)


def day_span(earliest: date | None, latest: date | None) -> tuple[int, int]:
    """The two ends as ordinal days; a side that nothing bounds is drawn as a tail of a year."""
    start = earliest or (shift_day(latest, -TAIL) if latest else date.min)
    end = latest or shift_day(start, TAIL)
    return start.toordinal(), end.toordinal()


def _in_order(marks: Iterable[Mark]) -> list[tuple[str, list[Mark]]]:
    """Kinds of event in the order of their list; everything else busiest first, at most twelve lanes."""
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(mark.lane, []).append(mark)
    kinds = [label(kind) for kind in EventKind]
    if set(groups) <= set(kinds):
        return [(kind, groups[kind]) for kind in kinds if kind in groups]
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    if len(ranked) <= MOST:
        return ranked
    rest = sorted((mark for _, group in ranked[MOST - 1 :] for mark in group), key=attrgetter("left"))
    return [*ranked[: MOST - 1], ("All others", rest)]


def _levels(group: Iterable[Mark], per_pixel: float) -> list[int]:
    """For each event, the first row of its lane in which it covers no earlier one."""
    free_from: list[float] = []
    levels = []
    for mark in group:
        left = mark.left / per_pixel
        level = next((n for n, free in enumerate(free_from) if free <= left), len(free_from))
        if level == len(free_from):
            free_from.append(0.0)
        free_from[level] = max(mark.right / per_pixel, left) + DOT + 2
        levels.append(level)
    return levels
