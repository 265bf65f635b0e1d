"""The strip above the lanes: events per quarter over the whole record, to drag a range over."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any

from data.filters import match_words
from data.pictures.drawing.palette import Palette
from data.pictures.packing import DAY
from data.pictures.periods import Period, count_by_period
from data.values.dates import shift_day
from pages.figures.drawing import Figure, Trace, bar
from pages.figures.layout import DRAGGED, STEADY, hatch_marker, plain_layout

MIDDLE = 45
"""Days from the first day of a quarter to where its bar stands."""


def draw_strip(
    beginnings: Iterable[Mapping[str, Any]],
    first: date,
    last: date,
    chosen: tuple[date, date] | None,
    palette: Palette,
) -> Figure:
    """A bar a quarter: solid for events that certainly began in it, hatched above for those that may have.

    The hatched height is their share (`periods.count_by_period`). The chosen range is shaded, and the
    number of events in the fullest quarter named.
    """
    quarters = [period for period in count_by_period(beginnings, 3) if period.certainly or period.possibly]
    solid = {"color": palette.bar, "line": {"width": 0}}
    figure = Figure(
        [
            _bars(quarters, [quarter.certainly for quarter in quarters], solid),
            _bars(quarters, [round(quarter.share, 3) for quarter in quarters], hatch_marker(palette.bar)),
        ]
    )
    most = ceil(max((quarter.certainly + quarter.share for quarter in quarters), default=0))
    line, words = _scale(most, palette)
    figure.update_layout(
        shapes=[*([_shade(*chosen, palette)] if chosen else []), line],
        annotations=[words],
        **plain_layout(palette, 104, top=6, bottom=22),
        **DRAGGED,
        selectdirection="h",
        newselection={"line": {"color": palette.dispute, "width": 1}},
    )
    figure.update_layout(barmode="stack")  # no round corners: of very low bars Plotly makes broken paths
    figure.update_xaxes(range=[str(first), str(last)], **_axis(palette))
    figure.update_yaxes(visible=False, fixedrange=True, range=[0, 1.1 * max(most, 1)])
    return figure


def _axis(palette: Palette) -> dict[str, Any]:
    """The axis of time: its years, and no lines."""
    return {
        "type": "date",
        "fixedrange": True,
        "tickfont": {"color": palette.quiet},
        "linecolor": palette.line,
        "showgrid": False,
        "nticks": 6,
        "tickangle": 0,
        "tickformat": "%Y",
    }


def _scale(most: int, palette: Palette) -> tuple[dict[str, Any], dict[str, Any]]:
    """A line at the height of the fullest quarter, and its number of events."""
    ends = {"x0": 0, "x1": 1, "y0": most, "y1": most, "xref": "paper", "layer": "below"}
    words = {
        "x": 0,
        "y": most,
        "xref": "paper",
        "xanchor": "left",
        "text": f"{most:,} event{'' if most == 1 else 's'}",
        "showarrow": False,
        "bgcolor": palette.ground,
        "font": {"color": palette.quiet, "size": 11},
    }
    return {"type": "line", "line": {"color": palette.line, "width": 1, "dash": "dot"}, **ends}, words


def _shade(since: date, until: date, palette: Palette) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": str(since),
        "x1": str(until),
        "y0": 0,
        "y1": 1,
        "xref": "x",
        "yref": "y domain",
        "fillcolor": palette.dispute,
        "opacity": 0.1,
        "line": {"width": 0},
    }


def _bars(quarters: list[Period], counts: Sequence[float], marker: Mapping[str, object]) -> Trace:
    return bar(
        x=[str(shift_day(quarter.start, MIDDLE)) for quarter in quarters],
        y=counts,
        width=[80 * DAY] * len(quarters),
        marker=marker,
        customdata=[_words(quarter) for quarter in quarters],
        hovertemplate="%{customdata}<extra></extra>",
        **STEADY,
    )


def _words(quarter: Period) -> str:
    number = (quarter.start.month + 2) // 3
    return f"{quarter.start.year}, quarter {number}: {match_words(quarter.certainly, quarter.possibly)}"
