"""Many events in swimlanes: where there are too many to draw each, bars that count those that began."""

from collections.abc import Mapping
from datetime import MAXYEAR, date

import pandas as pd

from data.filters import match_words
from data.pictures.drawing.palette import Palette
from data.pictures.packing import DAY, GAP, LEAST, Lane, label_height
from data.values.dates import last_day
from pages.figures.drawing import Figure, Trace, bar
from pages.figures.escaping import chart_text
from pages.figures.lanes import finish_lanes
from pages.figures.layout import STEADY, Sheet, hatch_marker, time_axis

ROOM = 12
"""Pixels above the highest bar of a lane."""
SHARE = 0.88
"""Of a period that its bar is wide."""
PERIODS = {3: 1, 15: 3}
"""Years up to which a period is so many months; longer spans are counted by the year."""


def choose_period(since: date, until: date) -> int:
    """How many months a bar covers, so that bars stay wide enough to be clicked."""
    years = (until - since).days / 365.25
    return next((months for most, months in PERIODS.items() if years <= most), 12)


def draw_lane_counts(
    counts: pd.DataFrame,
    since: date,
    until: date,
    months: int,
    months_read: Mapping[str, int],
    palette: Palette,
) -> Figure:
    """In each lane a bar a period of `months`: solid for events that certainly began in it, hatched above.

    The hatched height is the share of those that may have begun in it; the hint counts them. `counts` are the
    rows of `histogram.count_lanes`. Each lane has a scale of its own, because all others together would leave
    none to see of each; the height of its highest bar, in events, is printed on it. Each bar carries the
    first and the last day of its period. Below are the `months_read`.
    """
    sheet, rows = Sheet(), _lanes(counts)
    foot = {lane.name: lane.top + lane.height for lane in rows}
    _put_largest(sheet, counts, foot, months, palette)
    figure = Figure(_bars(counts, foot, months, palette))
    finish_lanes(figure, sheet, rows, time_axis(since, until, palette), months_read, palette)
    return figure


def _lanes(counts: pd.DataFrame) -> list[Lane]:
    """The lanes top to bottom, in the order of their rows."""
    found: list[Lane] = []
    top = 0
    each = counts.drop_duplicates("lane")[["lane", "of", "of_certain"]].itertuples(index=False)
    for name, events, certain in each:
        possibly = int(events - certain)
        height = max(LEAST, label_height(str(name), possibly))
        found.append(Lane(str(name), top, height, int(events), possibly))
        top += height + GAP
    return found


def _put_largest(
    sheet: Sheet, counts: pd.DataFrame, foot: dict[str, int], months: int, palette: Palette
) -> None:
    numbers = _heights(counts)
    for lane, row in numbers.groupby(counts["lane"], sort=False).idxmax().items():
        start, number = counts["start"][row], round(numbers[row])
        if number:
            sheet.add_annotation(
                text=f"{number:,}",
                x=str(start + (_end(start, months) - start) / 2),
                y=foot[str(lane)] - LEAST + ROOM + 1,
                yanchor="bottom",
                showarrow=False,
                font={"size": 10, "color": palette.quiet},
            )


def _heights(counts: pd.DataFrame) -> "pd.Series[float]":
    return counts["certainly"] + counts["share"]


def _bars(counts: pd.DataFrame, foot: dict[str, int], months: int, palette: Palette) -> list[Trace]:
    """Both kinds of bars start at the foot of their lane and grow upwards, against the axis."""
    ends = [(start, _end(start, months)) for start in counts["start"]]
    floor = counts["lane"].map(foot)
    scale = (LEAST - ROOM) / _heights(counts).groupby(counts["lane"]).transform("max").clip(lower=1)
    solid = counts["certainly"] * scale
    shared = {
        "x": [str(start + (end - start) / 2) for start, end in ends],
        "width": [(end - start).days * DAY * SHARE for start, end in ends],
        "customdata": [[str(start), str(end)] for start, end in ends],
        "text": _words(counts, ends),
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        **STEADY,
    }
    marker = {"color": palette.bar, "line": {"width": 0}}
    return [
        bar(base=floor.tolist(), y=(-solid).tolist(), marker=marker, **shared),
        bar(
            base=(floor - solid).tolist(),
            y=(-counts["share"] * scale).tolist(),
            marker=hatch_marker(palette.bar),
            **shared,
        ),
    ]


def _end(start: date, months: int) -> date:
    """The last day of a period of so many months, within the years of the calendar."""
    year, month = divmod(start.year * 12 + start.month - 2 + months, 12)
    return last_day(f"{min(year, MAXYEAR):04}-{month + 1:02}")


def _words(counts: pd.DataFrame, ends: list[tuple[date, date]]) -> list[str]:
    """Lane, period and both numbers; names come from the record, and Plotly reads markup."""
    each = zip(counts["lane"], ends, counts["certainly"], counts["possibly"], strict=True)
    return [
        f"<b>{chart_text(str(lane))}</b><br>{start} to {end}<br>{match_words(int(sure), int(maybe))}"
        for lane, (start, end), sure, maybe in each
    ]
