"""Events in swimlanes along time: dots and bars that never cover one another."""

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.vocabulary import EventKind, label
from pages.figures.palette import Palette

PITCH, DOT, PAD, TOP, LABELS = 10, 8, 16, 26, 118
"""Pixels: between rows of a lane, across a dot, above and below a lane, axis, lane labels."""
LEAST = 54
"""Pixels of the lowest lane: room for its two lines of label."""
WIDTH = 1000
"""Pixels across that rows are packed for."""
MOST = 12
"""Lanes at most; the rest share the last one."""
DAY = 86_400_000
"""Milliseconds."""
STEADY = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
"""A click must not dim the marks that were not clicked."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name, and its top and height in pixels from the top of the picture."""

    name: str
    top: int
    height: int
    events: int


def lanes(
    events: pd.DataFrame, by: str, since: date, until: date, chosen: str | None, palette: Palette
) -> go.Figure:
    """Dots for days, bars for longer or inexact dates, faded where not exact, ringed where sources disagree.

    `by` names the column of lanes (several names joined by `; ` put an event into its first); `since` and
    `until` bound the axis. Events without a date are not drawn. Each mark carries its event's id.
    """
    placed, rows = _placed(events, by, since, until)
    figure = go.Figure()
    for kind in (_bars(placed, palette), _dots(placed, palette), _rings(placed, chosen, palette)):
        figure.add_traces(kind)
    for number, lane in enumerate(rows):
        _label(figure, lane, number % 2 == 0, palette)
    height = rows[-1].top + rows[-1].height if rows else LEAST
    figure.update_layout(
        **plain_layout(palette, height + TOP, top=TOP), clickmode="event+select", dragmode=False
    )
    figure.update_xaxes(
        type="date",
        range=[str(since - timedelta(days=20)), str(until + timedelta(days=20))],
        side="top",
        gridcolor=palette.faint,
        tickfont={"color": palette.quiet},
        fixedrange=True,
        zeroline=False,
    )
    figure.update_yaxes(range=[height, 0], visible=False, fixedrange=True)
    return figure


def plain_layout(palette: Palette, height: int, *, top: int, bottom: int = 0) -> dict[str, Any]:
    """What the strip and the lanes share: the same left edge, the page's own ground and fonts."""
    return {
        "height": height,
        "margin": {"l": LABELS, "r": 8, "t": top, "b": bottom},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 13, "color": palette.ink},
        "hoverlabel": {
            "bgcolor": palette.ground,
            "bordercolor": palette.line,
            "font": {"color": palette.ink},
        },
        "showlegend": False,
        "bargap": 0,
    }


def _placed(events: pd.DataFrame, by: str, since: date, until: date) -> tuple[pd.DataFrame, list[Lane]]:
    """The dated events with `left`, `right` (ordinal days), `is_bar` and `y`, and the lanes top to bottom."""
    dated = events[events["earliest"].notna() | events["latest"].notna()].copy()
    low, high = since.toordinal(), until.toordinal()
    ends = list(zip(dated["earliest"], dated["latest"], strict=True))
    dated["left"] = [min(max(_ordinal(earliest, low), low), high) for earliest, _ in ends]
    dated["right"] = [max(min(_ordinal(latest, high), high), low) for _, latest in ends]
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
        found.append(Lane(name, top, height, len(group)))
        top += height + 6
    return dated, found


def _ordinal(day: date | None, unbounded: int) -> int:
    """The day as a number; the axis' end where nothing bounds it."""
    return unbounded if day is None or day != day else day.toordinal()


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


def _dots(placed: pd.DataFrame, palette: Palette) -> go.Scatter:
    dots = placed[~placed["is_bar"]]
    return go.Scatter(
        x=_middle(dots),
        y=dots["y"].tolist(),
        mode="markers",
        marker={"size": DOT + 1, "color": _colours(dots, palette), "opacity": 1},
        customdata=dots[["id"]].to_numpy().tolist(),
        text=_hover(dots),
        hovertemplate="%{text}<extra></extra>",
        **STEADY,
    )


def _bars(placed: pd.DataFrame, palette: Palette) -> go.Bar:
    bars = placed[placed["is_bar"]]
    return go.Bar(
        base=_days(bars["left"]),
        x=((bars["right"] - bars["left"] + 1) * DAY).tolist(),
        y=bars["y"].tolist(),
        orientation="h",
        width=DOT - 1,
        marker={"color": _colours(bars, palette), "cornerradius": 3, "line": {"width": 0}},
        customdata=bars[["id"]].to_numpy().tolist(),
        text=_hover(bars),
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        **STEADY,
    )


def _rings(placed: pd.DataFrame, chosen: str | None, palette: Palette) -> list[go.Scatter]:
    """A brick ring where sources disagree, an ink ring around the chosen event."""
    disputed, picked = placed[placed["is_disputed"].astype(bool)], placed[placed["id"] == chosen]
    return [
        go.Scatter(
            x=_middle(ringed),
            y=ringed["y"].tolist(),
            mode="markers",
            marker={"symbol": "circle-open", "size": size, "color": colour, "line": {"width": 2}},
            hoverinfo="skip",
            **STEADY,
        )
        for ringed, colour, size in ((disputed, palette.dispute, DOT + 7), (picked, palette.ink, DOT + 11))
    ]


def _middle(events: pd.DataFrame) -> list[str]:
    return _days((events["left"] + events["right"]) // 2)


def _days(ordinals: "pd.Series[int]") -> list[str]:
    return [date.fromordinal(day).isoformat() for day in ordinals]


def _colours(events: pd.DataFrame, palette: Palette) -> list[str]:
    """The family's colour, faded where the date is not exact."""
    colours = [palette.family.get(str(family), palette.quiet) for family in events["family"]]
    return [c if exact else faded(c) for c, exact in zip(colours, events["is_exact"], strict=True)]


def faded(colour: str) -> str:
    """A hex colour at a third of its strength."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.36)"


def _hover(events: pd.DataFrame) -> list[str]:
    """Title, date and place, organisers; escaped, because Plotly reads markup."""
    lines = zip(events["title"], events["when"], events["places"], events["organisers"], strict=True)
    return [
        "<br>".join(
            [
                f"<b>{escape(_clip(title))}</b>",
                escape(" · ".join(t for t in (when, places) if isinstance(t, str))),
            ]
            + ([escape(_clip(organisers))] if isinstance(organisers, str) else [])
        )
        for title, when, places, organisers in lines
    ]


def _clip(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:88]}…"


def _label(figure: go.Figure, lane: Lane, tinted: bool, palette: Palette) -> None:
    if tinted:
        figure.add_shape(
            type="rect",
            xref="paper",
            x0=-0.2,
            x1=1.02,
            y0=lane.top,
            y1=lane.top + lane.height,
            fillcolor=palette.ground,
            line={"width": 0},
            layer="below",
        )
    noun = "event" if lane.events == 1 else "events"
    name = lane.name if len(lane.name) <= 18 else f"{lane.name[:17]}…"
    figure.add_annotation(
        text=f"<b>{escape(name)}</b><br><span style='font-size:11px'>{lane.events} {noun}</span>",
        xref="paper",
        x=0,
        xanchor="right",
        xshift=-LABELS + 112,
        y=lane.top + lane.height / 2,
        showarrow=False,
        align="left",
        width=LABELS - 14,
        font={"color": palette.ink, "size": 13},
    )
