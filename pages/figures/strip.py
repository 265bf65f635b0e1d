"""The strip above the lanes: events per quarter over the whole record, to drag a range over."""

from collections import Counter
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from pages.figures.lanes import STEADY, plain_layout
from pages.figures.packing import DAY
from pages.figures.palette import Palette


def strip(
    events: pd.DataFrame, first: date, last: date, chosen: tuple[date, date] | None, palette: Palette
) -> go.Figure:
    """A bar a quarter, counted by the first day an event may have begun; the chosen range is shaded."""
    quarters = Counter((day.year, (day.month - 1) // 3) for day in events["earliest"].dropna())
    figure = go.Figure(
        go.Bar(
            x=[date(year, quarter * 3 + 2, 15).isoformat() for year, quarter in quarters],
            y=list(quarters.values()),
            width=[80 * DAY] * len(quarters),
            marker={"color": palette.bar, "cornerradius": 2, "line": {"width": 0}},
            customdata=[f"{year}, quarter {quarter + 1}" for year, quarter in quarters],
            hovertemplate="%{customdata}: %{y}<extra></extra>",
            **STEADY,
        )
    )
    if chosen:
        figure.add_vrect(
            x0=str(chosen[0]), x1=str(chosen[1]), fillcolor=palette.dispute, opacity=0.1, line_width=0
        )
    figure.update_layout(
        **plain_layout(palette, 104, top=6, bottom=22),
        dragmode="select",
        selectdirection="h",
        newselection={"line": {"color": palette.dispute, "width": 1}},
    )
    figure.update_xaxes(
        type="date",
        range=[str(first), str(last)],
        fixedrange=True,
        tickfont={"color": palette.quiet},
        linecolor=palette.line,
        showgrid=False,
        nticks=6,
        tickangle=0,
        tickformat="%Y",
    )
    figure.update_yaxes(visible=False, fixedrange=True)
    return figure
