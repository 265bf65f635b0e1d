"""Recommendations by theme: a bar a theme, in parts by the family of who asks, hatched where possible."""

from typing import Any

import pandas as pd

from data.filters import match_words
from data.vocabulary import Family, label
from pages.figures.drawing import Figure, Trace, bar
from pages.figures.inert import chart_text
from pages.figures.layout import STEADY, Sheet, faded, hatched
from pages.figures.palette import Palette

ROW, LABELS = 30, 196
"""Pixels: height of a bar with its gap, and room for the names of themes."""


def themes(counts: pd.DataFrame, chosen: tuple[str, ...], palette: Palette) -> Figure:
    """Bars longest first; those not chosen are faded where any is. Each carries the id of its theme.

    `counts` holds one row a theme and family: `theme_id`, `theme`, `family`, `rows` and how many of them are
    only `possibly` in the range of dates, which are hatched.
    """
    summed: pd.DataFrame = counts.groupby(["theme_id", "theme"])[["rows"]].sum().reset_index()
    totals = summed.sort_values(["rows", "theme"], ascending=[True, False])
    figure = Figure(
        [
            part
            for family in Family
            for part in _parts(counts[counts["family"] == family], family, chosen, palette)
        ]
    )
    sheet = Sheet()
    for theme, rows in zip(totals["theme"], totals["rows"].tolist(), strict=True):
        sheet.add_annotation(
            x=rows,
            y=chart_text(theme),
            text=f"<b>{rows}</b>",
            xanchor="left",
            xshift=4,
            showarrow=False,
            font={"color": palette.ink, "size": 13},
        )
    sheet.put_on(figure)
    _dress(figure, [chart_text(theme) for theme in totals["theme"]], palette)
    return figure


def _parts(part: pd.DataFrame, family: Family, chosen: tuple[str, ...], palette: Palette) -> list[Trace]:
    """The solid bars of one family, and the hatched ones if it has any."""
    colour = palette.family[family]
    colours = [colour if not chosen or theme in chosen else faded(colour) for theme in part["theme_id"]]
    certain = part["rows"] - part["possibly"]
    bars = [_bar(part, certain, family, {"color": colours, "line": {"width": 0}})]
    if part["possibly"].any():
        bars.append(_bar(part, part["possibly"], family, hatched(colours)))
    return bars


def _bar(part: pd.DataFrame, counts: "pd.Series[int]", family: Family, marker: dict[str, Any]) -> Trace:
    rows = zip(part["theme_id"], part["rows"], part["possibly"], strict=True)
    return bar(
        x=counts.tolist(),
        y=[chart_text(theme) for theme in part["theme"]],
        orientation="h",
        name=label(family),
        marker=marker,
        customdata=[
            [theme, f"{every} ({match_words(every - possibly, possibly)})" if possibly else str(every)]
            for theme, every, possibly in rows
        ],
        hovertemplate=f"%{{y}}: %{{customdata[1]}} by {chart_text(label(family))}<extra></extra>",
        **STEADY,
    )


def _dress(figure: Figure, order: list[str], palette: Palette) -> None:
    figure.update_layout(
        barmode="stack",
        height=ROW * max(len(order), 1) + 8,
        margin={"l": LABELS, "r": 28, "t": 0, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "Source Sans, sans-serif", "size": 13, "color": palette.ink},
        hoverlabel={"bgcolor": palette.ground, "bordercolor": palette.line, "font": {"color": palette.ink}},
        showlegend=False,
        clickmode="event+select",
        dragmode=False,
        bargap=0.42,
        barcornerradius=3,
    )
    figure.update_xaxes(visible=False, fixedrange=True, rangemode="tozero")
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=order,
        fixedrange=True,
        showgrid=False,
        showline=False,
        zeroline=False,
        ticks="",
        ticklabelstandoff=8,
        tickfont={"color": palette.ink, "size": 13},
    )
