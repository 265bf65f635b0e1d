"""Events in swimlanes along time: dots and bars that never cover one another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from data.claims.citations import quote_words
from data.filters import POSSIBLY
from data.pictures import packing
from data.pictures.drawing.palette import Palette
from data.pictures.packing import DAY, DOT, LEAST, Lane, Mark
from pages.figures.coverage import HEIGHT, add_coverage
from pages.figures.drawing import Figure, Trace, bar, scatter
from pages.figures.escaping import chart_text
from pages.figures.layout import CLICKED, LABELS, STEADY, TOP, Sheet, fade, plain_layout, time_axis

OUTLINE = 1.5
"""Pixels of the line around a mark whose date is not exact."""


def draw_lanes(
    events: Iterable[Mapping[str, Any]],
    by: str,
    since: date,
    until: date,
    months_read: Mapping[str, int],
    palette: Palette,
    chosen: str | None = None,
) -> Figure:
    """Dots for days, bars for longer or inexact dates, outlined where not exact, ringed where sources differ.

    `events` and `by` are those of `packing.place_marks`, with `when` in words; the days bound the axis.
    Events without a date are not drawn. Each mark carries its event's id. Under the lanes lies the strip of
    `months_read`.
    """
    marks, rows = packing.place_marks(events, by, since, until)
    traces = [_bars(marks, palette), _dots(marks, palette), *_rings(marks, chosen, palette)]
    figure = Figure(traces)
    finish_lanes(figure, Sheet(), rows, time_axis(since, until, palette), months_read, palette)
    return figure


def finish_lanes(
    figure: Figure,
    sheet: Sheet,
    rows: Sequence[Lane],
    axis: Mapping[str, Any],
    months_read: Mapping[str, int],
    palette: Palette,
) -> None:
    """Add to the marks the labels of the lanes, the strip of `months_read` under them, the axis of time."""
    for number, lane in enumerate(rows):
        _put_label(sheet, lane, number % 2 == 0, palette)
    foot = rows[-1].top + rows[-1].height if rows else LEAST
    add_coverage(figure, sheet, months_read, foot, palette)
    sheet.put_on(figure)
    height = foot + HEIGHT
    figure.update_layout(**plain_layout(palette, height + TOP, top=TOP), **CLICKED)
    figure.update_xaxes(**axis)
    figure.update_yaxes(range=[height, 0], visible=False, fixedrange=True)


def _dots(marks: list[Mark], palette: Palette) -> Trace:
    dots = [mark for mark in marks if not mark.is_bar]
    return scatter(
        x=_middle(dots),
        y=[mark.y for mark in dots],
        mode="markers",
        marker={"size": DOT + 1, "opacity": 1, **_fill(dots, palette)},
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
        **_hover_data(dots),
        **STEADY,
    )


def _bars(marks: list[Mark], palette: Palette) -> Trace:
    bars = [mark for mark in marks if mark.is_bar]
    return bar(
        base=[_day(mark.left) for mark in bars],
        x=[(mark.right - mark.left + 1) * DAY for mark in bars],
        y=[mark.y for mark in bars],
        orientation="h",
        width=DOT - 1,
        marker={"cornerradius": 3, **_fill(bars, palette)},
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        **_hover_data(bars),
        **STEADY,
    )


def _hover_data(marks: list[Mark]) -> dict[str, Any]:
    """The id that a click returns, and the hover text."""
    return {
        "customdata": [[mark.event["id"]] for mark in marks],
        "text": [_hover_text(mark.event) for mark in marks],
    }


def _rings(marks: list[Mark], chosen: str | None, palette: Palette) -> list[Trace]:
    """A brick ring where sources disagree, an ink ring around the chosen event."""
    disputed = [mark for mark in marks if mark.event["is_disputed"]]
    picked = [mark for mark in marks if mark.event["id"] == chosen]
    return [
        scatter(
            x=_middle(ringed),
            y=[mark.y for mark in ringed],
            mode="markers",
            marker={"symbol": "circle-open", "size": size, "color": colour, "line": {"width": 2}},
            hoverinfo="skip",
            cliponaxis=False,
            **STEADY,
        )
        for ringed, colour, size in ((disputed, palette.dispute, DOT + 7), (picked, palette.ink, DOT + 11))
    ]


def _middle(marks: list[Mark]) -> list[str]:
    return [_day((mark.left + mark.right) // 2) for mark in marks]


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _fill(marks: list[Mark], palette: Palette) -> dict[str, Any]:
    """The family's colour; where the date is not exact, a line of it around the same colour faded."""
    colours = [palette.family.get(str(mark.event["family"]), palette.quiet) for mark in marks]
    return {
        "color": [c if mark.is_exact else fade(c) for c, mark in zip(colours, marks, strict=True)],
        "line": {"color": colours, "width": [0 if mark.is_exact else OUTLINE for mark in marks]},
    }


def _hover_text(event: Mapping[str, Any]) -> str:
    """Title, date and place, organisers, and words of the principal source; escaped: Plotly reads markup."""
    anchor, publisher = event["source_anchor"], event["source_publisher"]
    lines = [
        f"<b>{chart_text(_clip(event['title']))}</b>",
        chart_text(" · ".join(t for t in (event["when"], event["places"]) if t)),
        chart_text(_clip(event["organisers"] or "")),
        f"{POSSIBLY} in the range of dates" if event.get("date_match") == POSSIBLY else "",
        chart_text(f"{quote_words(anchor)} - {publisher}" if anchor else f"Source: {publisher}"),
    ]
    return "<br>".join(line for line in lines if line)


def _clip(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:88]}…"


def _put_label(sheet: Sheet, lane: Lane, tinted: bool, palette: Palette) -> None:
    """The name of a lane and its number of events at the left, on a band if `tinted`."""
    if tinted:
        sheet.add_shape(
            type="rect",
            xref="paper",
            x0=-1,
            x1=1.02,
            y0=lane.top,
            y1=lane.top + lane.height,
            fillcolor=palette.ground,
            line={"width": 0},
            layer="below",
        )
    noun = "event" if lane.events == 1 else "events"
    name = "<br>".join(map(chart_text, packing.label_lines(lane.name)))
    count = f"{lane.events:,} {noun}"
    if lane.possibly:
        count += f"<br>{lane.possibly:,} of them {POSSIBLY}"
    sheet.add_annotation(
        text=f"<b>{name}</b><br><span style='font-size:11px'>{count}</span>",
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
