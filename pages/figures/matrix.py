"""The matrix of borders: how many offices a source counts between each two countries."""

from typing import Any

import pandas as pd

from pages.figures.drawing import Figure, scatter
from pages.figures.inert import chart_text
from pages.figures.layout import Sheet
from pages.figures.palette import Palette

COUNTRIES = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG")
STRONG = 5
"""From this number on the shade is full and the figures stand out in the colour of the ground."""


def matrix(borders: pd.DataFrame, chosen: str | None, palette: Palette) -> Figure:
    """Cells of `borders` (id, number, words), once on each side of the empty diagonal.

    An unseen marker over each counted cell can be clicked; its customdata is the id of the border.
    """
    cells: dict[str, Any] = {border["id"]: border for border in borders.to_dict("records")}
    figure, sheet = Figure(), Sheet()
    clickable: list[tuple[str, str, str, str]] = []
    for y, one in enumerate(COUNTRIES):
        for x, other in enumerate(COUNTRIES):
            if x == y:
                continue
            border = cells.get(pair(one, other))
            number, words = _content(border)
            _cell(sheet, x, y, number, chosen == pair(one, other), palette)
            if border:
                clickable.append((other, one, pair(one, other), words))
    sheet.put_on(figure)
    _markers(figure, clickable)
    _layout(figure, palette)
    return figure


def pair(one: str, other: str) -> str:
    """The id of the border of two countries."""
    return "-".join(sorted((one, other)))


def _content(border: dict[str, Any] | None) -> tuple[str, str]:
    if border is None:
        return "·", ""
    number = border["number"]
    return "+" if number is None or number != number else f"{number:.0f}", str(border["words"])


def _cell(sheet: Sheet, x: int, y: int, text: str, is_chosen: bool, palette: Palette) -> None:
    fill, ink, opacity = palette.faint, palette.quiet, 0.55
    if text == "+":
        fill, ink, opacity = palette.planned, palette.ink, 0.3
    elif text != "·":
        strong = int(text) >= STRONG
        fill, ink, opacity = (
            palette.family["regional"],
            palette.ink,
            0.95 if int(text) >= STRONG else 0.15 + 0.1 * int(text),
        )
        ink = palette.ground if strong else ink
    outline = {"color": palette.dispute, "width": 2.5} if is_chosen else {"width": 0}
    edge = 0.47
    sheet.add_shape(
        type="rect",
        x0=x - edge,
        x1=x + edge,
        y0=y - edge,
        y1=y + edge,
        fillcolor=fill,
        opacity=opacity,
        line={"width": 0},
        layer="below",
    )
    if is_chosen:
        sheet.add_shape(type="rect", x0=x - edge, x1=x + edge, y0=y - edge, y1=y + edge, line=outline)
    weight = 400 if text == "·" else 700
    sheet.add_annotation(
        x=x, y=y, text=text, showarrow=False, font={"color": ink, "size": 14, "weight": weight}
    )


def _markers(figure: Figure, cells: list[tuple[str, str, str, str]]) -> None:
    unseen = {"marker": {"opacity": 0}}
    trace = scatter(
        x=[COUNTRIES.index(cell[0]) for cell in cells],
        y=[COUNTRIES.index(cell[1]) for cell in cells],
        customdata=[[cell[2]] for cell in cells],
        text=[chart_text(cell[3]) for cell in cells],
        mode="markers",
        marker={"size": 30, "opacity": 0, "symbol": "square"},
        selected=unseen,
        unselected=unseen,
        hovertemplate="%{text}<extra></extra>",
    )
    figure.add_trace(trace)


def _layout(figure: Figure, palette: Palette) -> None:
    axis = {
        "tickvals": list(range(len(COUNTRIES))),
        "ticktext": COUNTRIES,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
        "tickfont": {"size": 12, "color": palette.quiet, "weight": 600},
    }
    figure.update_layout(
        xaxis=axis | {"side": "top", "range": [-0.5, 5.5]},
        yaxis=axis | {"range": [5.5, -0.5]},
        height=262,
        margin={"l": 40, "r": 2, "t": 26, "b": 2},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        font={"family": "Source Sans, sans-serif"},
        clickmode="event+select",
        hoverlabel={"bgcolor": palette.ground, "font": {"color": palette.ink}},
    )
