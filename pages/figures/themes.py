"""Recommendations by theme: a bar a theme, in parts by the family of who asks."""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from data.vocabulary import Family, label
from pages.figures.lanes import STEADY, faded
from pages.figures.palette import Palette

ROW, LABELS = 30, 196
"""Pixels: height of a bar with its gap, and room for the names of themes."""


def themes(counts: pd.DataFrame, chosen: tuple[str, ...], palette: Palette) -> go.Figure:
    """Bars longest first; those not chosen are faded where any is. Each carries the id of its theme.

    `counts` holds one row a theme and family: `theme_id`, `theme`, `family`, `rows`.
    """
    summed: pd.DataFrame = counts.groupby(["theme_id", "theme"])[["rows"]].sum().reset_index()
    totals = summed.sort_values(["rows", "theme"], ascending=[True, False])
    figure = go.Figure([_part(counts, family, chosen, palette) for family in Family])
    for _, total in totals.iterrows():
        figure.add_annotation(
            x=total["rows"],
            y=escape(total["theme"]),
            text=f"<b>{total['rows']}</b>",
            xanchor="left",
            xshift=4,
            showarrow=False,
            font={"color": palette.ink, "size": 13},
        )
    _dress(figure, [escape(theme) for theme in totals["theme"]], palette)
    return figure


def _part(counts: pd.DataFrame, family: Family, chosen: tuple[str, ...], palette: Palette) -> go.Bar:
    part = counts[counts["family"] == family]
    colour = palette.family[family]
    lit = [not chosen or theme in chosen for theme in part["theme_id"]]
    return go.Bar(
        x=part["rows"].tolist(),
        y=[escape(theme) for theme in part["theme"]],
        orientation="h",
        name=label(family),
        marker={"color": [colour if on else faded(colour) for on in lit], "line": {"width": 0}},
        customdata=[[theme] for theme in part["theme_id"]],
        hovertemplate=f"%{{y}}: %{{x}} by {escape(label(family))}<extra></extra>",
        **STEADY,
    )


def _dress(figure: go.Figure, order: list[str], palette: Palette) -> None:
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
