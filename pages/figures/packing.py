"""Where the marks of the timeline go: events into lanes, and within a lane into rows that never collide."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.filters import POSSIBLY
from data.vocabulary import EventKind, label

PITCH, DOT, PAD = 10, 8, 16
"""Pixels: between rows of a lane, across a dot, above and below a lane."""
LEAST = 54
"""Pixels of the lowest lane: room for its two lines of label."""
WIDTH = 1000
"""Pixels across that rows are packed for."""
DAY = 86_400_000
"""Milliseconds."""
TAIL = 365
"""Days drawn on a side that no source bounds."""
MOST = 12
"""Lanes at most; the rest share the last one."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name, and its top and height in pixels from the top of the picture."""

    name: str
    top: int
    height: int
    events: int
    possibly: int
    """How many of the events are only possibly in the range of dates."""


def placed(events: pd.DataFrame, by: str, since: date, until: date) -> tuple[pd.DataFrame, list[Lane]]:
    """The dated events with `left`, `right` (ordinal days), `is_bar` and `y`, and the lanes top to bottom."""
    dated = events[events["earliest"].notna() | events["latest"].notna()].copy()
    low, high = since.toordinal(), until.toordinal()
    ends = list(zip(dated["earliest"], dated["latest"], strict=True))
    spans = [span(earliest, latest) for earliest, latest in ends]
    dated["left"] = [min(max(start, low), high) for start, _ in spans]
    dated["right"] = [max(min(end, high), low) for _, end in spans]
    per_pixel = max(high - low, 1) / WIDTH
    dated["lane"] = [
        str(name).split("; ")[0] if isinstance(name, str) else "not stated" for name in dated[by]
    ]
    dated["is_exact"] = dated["date_precision"] == "day"
    dated["is_bar"] = (dated["right"] - dated["left"]) / per_pixel > DOT * 1.5
    dated["y"] = 0
    found: list[Lane] = []
    top = 0
    for name, group in _in_order(dated):
        levels = _levels(group, per_pixel)
        height = max(LEAST, (max(levels) + 1) * PITCH + 2 * PAD - 8)
        dated.loc[group.index, "y"] = [top + PAD + PITCH * level for level in levels]
        possibly = int((group["date_match"] == POSSIBLY).sum()) if "date_match" in group else 0
        found.append(Lane(name, top, height, len(group), possibly))
        top += height + 6
    return dated, found


def span(earliest: date | None, latest: date | None) -> tuple[int, int]:
    """The two ends as ordinal days; a side that nothing bounds is drawn as a tail of a year."""
    start = None if earliest is None or earliest != earliest else earliest.toordinal()
    end = None if latest is None or latest != latest else latest.toordinal()
    if start is None:
        start = (end or 0) - TAIL
    return start, start + TAIL if end is None else end


def _in_order(dated: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Kinds of event in the order of their list; everything else busiest first, at most twelve lanes."""
    groups = {str(name): group for name, group in dated.groupby("lane", sort=True)}
    kinds = [label(kind) for kind in EventKind]
    if set(groups) <= set(kinds):
        return [(kind, groups[kind]) for kind in kinds if kind in groups]
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    if len(ranked) <= MOST:
        return ranked
    rest = pd.concat([group for _, group in ranked[MOST - 1 :]]).sort_values("left")
    return [*ranked[: MOST - 1], ("All others", rest)]


def _levels(group: pd.DataFrame, per_pixel: float) -> list[int]:
    """For each event, the first row of its lane in which it covers no earlier one."""
    free_from: list[float] = []
    levels = []
    for start, end in zip(group["left"], group["right"], strict=True):
        left = start / per_pixel
        level = next((n for n, free in enumerate(free_from) if free <= left), len(free_from))
        if level == len(free_from):
            free_from.append(0.0)
        free_from[level] = max(end / per_pixel, left) + DOT + 2
        levels.append(level)
    return levels
