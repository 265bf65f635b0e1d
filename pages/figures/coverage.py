"""The strip of months read, under the lanes. A month not read is left as bare ground."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from data.pictures.drawing.palette import Palette
from data.pictures.packing import DAY
from pages.figures.drawing import Figure, Trace, bar
from pages.figures.layout import Sheet

HEIGHT, BAND = 30, 10
"""Pixels: of the strip with the room around it, of its cells."""
STEPS = (4, 6, 8, BAND)
"""Pixels of height of one, two, three, and more pages read."""


def add_coverage(figure: Figure, sheet: Sheet, months: Mapping[str, int], top: int, palette: Palette) -> None:
    """Add to the lanes a cell for each month (`YYYY-MM`) in which anything read was published.

    The more pages, the taller, in four steps; `top` is where the strip begins, in pixels from the top.
    """
    middle = top + HEIGHT / 2
    low, high = middle - BAND / 2, middle + BAND / 2
    ground = {"fillcolor": palette.faint, "line": {"width": 0}, "layer": "below"}
    sheet.add_shape(type="rect", xref="x domain", x0=0, x1=1, y0=low, y1=high, **ground)
    figure.add_trace(_cells(months, middle, palette))
    sheet.add_annotation(
        text="Pages read",
        xref="paper",
        x=0,
        xanchor="right",
        xshift=-6,
        y=middle,
        showarrow=False,
        align="left",
        width=104,
        font={"color": palette.quiet, "size": 12},
    )


def _cells(months: Mapping[str, int], middle: float, palette: Palette) -> Trace:
    starts = [date.fromisoformat(f"{month}-01") for month in months]
    return bar(
        base=[start.isoformat() for start in starts],
        x=[monthrange(start.year, start.month)[1] * DAY for start in starts],
        y=[middle] * len(starts),
        width=[STEPS[min(pages, len(STEPS)) - 1] for pages in months.values()],
        orientation="h",
        marker={"color": palette.quiet, "line": {"width": 0}},
        customdata=[[month, pages] for month, pages in months.items()],
        hovertemplate="Pages read that were published in %{customdata[0]}: %{customdata[1]}<extra></extra>",
    )
