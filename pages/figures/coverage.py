"""What was read: the strip of months under the lanes, and the picture by publisher and month.

A month not read is left as bare ground; a month read without any event is drawn.
"""

from calendar import month_name, monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pages.figures.drawing import Figure, Trace, bar, heatmap
from pages.figures.inert import chart_text
from pages.figures.layout import LABELS, TOP, Sheet, faded, plain_layout, time_axis
from pages.figures.packing import DAY
from pages.figures.palette import Palette

Rows = Sequence[Mapping[str, Any]]
MONTHS = list(month_name)[1:]
HEIGHT, BAND = 30, 10
"""Pixels: of the strip with the room around it, of its cells."""
STEPS = (0.25, 0.45, 0.65, 0.85)
"""Opacity of one, two, three, and more pages read."""
FILLED = (0.5, 0.67, 0.84, 1.0)
"""Opacity of a cell whose pages report one, two, three, and more events."""
ROW, CELL, END = 24, 13, 92
"""Pixels: from row to row, of a cell, of the room at the end of a row."""
LONGEST = 20
"""Characters of a publisher's name at the start of a row; the whole name shows on hover."""


def cover(figure: Figure, sheet: Sheet, months: Mapping[str, int], top: int, palette: Palette) -> None:
    """Add to the lanes a cell for each month (`YYYY-MM`) in which anything read was published.

    The more pages, the darker, in four steps; `top` is where the strip begins, in pixels from the top.
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
        width=BAND,
        orientation="h",
        marker={
            "color": palette.quiet,
            "opacity": [STEPS[min(pages, len(STEPS)) - 1] for pages in months.values()],
            "line": {"width": 0},
        },
        customdata=[[month, pages] for month, pages in months.items()],
        hovertemplate="%{customdata[1]} read of those published in %{customdata[0]}<extra></extra>",
    )


def coverage(cells: Rows, publishers: Rows, since: date, until: date, palette: Palette) -> Figure:
    """A row a publisher and a column a month.

    Bare where no page was read, hollow where those read report no event, filled where they do, in four steps.
    `publishers` (`publisher`, `undated`) are the rows from the top; `cells` (`publisher`, `month`, `pages`,
    `events`, `read_on`) the months read of each. What lies outside `since` to `until` is not drawn.
    """
    months = _months(since, until)
    names = [row["publisher"] for row in publishers]
    places = {(name, month) for name in names for month in months}
    inside = [cell for cell in cells if (cell["publisher"], cell["month"]) in places]
    figure = Figure(
        [
            _unread(inside, names, months),
            _read([cell for cell in inside if not cell["events"]], palette),
            _read([cell for cell in inside if cell["events"]], palette),
        ]
    )
    sheet = Sheet()
    for number, row in enumerate(publishers):
        _ends(sheet, number, row["publisher"], row["undated"], palette)
    sheet.put_on(figure)
    layout = plain_layout(palette, TOP + ROW * len(names) + 4, top=TOP)
    layout["margin"]["r"] = END
    figure.update_layout(**layout, dragmode=False)
    figure.update_xaxes(**time_axis(since, until, palette))
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=[chart_text(name) for name in names],
        range=[len(names) - 0.5, -0.5],
        visible=False,
        fixedrange=True,
    )
    return figure


def _months(since: date, until: date) -> list[str]:
    numbers = range(since.year * 12 + since.month - 1, until.year * 12 + until.month)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


def _unread(cells: Rows, publishers: list[str], months: list[str]) -> Trace:
    """An unseen layer that names what was not read when the pointer is on it."""
    read = {(cell["publisher"], cell["month"]) for cell in cells}
    return heatmap(
        x=[f"{month}-15" for month in months],
        y=[chart_text(publisher) for publisher in publishers],
        z=[[None if (name, month) in read else 0 for month in months] for name in publishers],
        colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        showscale=False,
        hoverongaps=False,
        hovertemplate="<b>%{y}</b>, %{x|%B %Y}<br>no page read<extra></extra>",
    )


def _read(cells: Rows, palette: Palette) -> Trace:
    """Cells of months read; those without an event are hollow, which hides the ground beneath."""
    starts = [date.fromisoformat(f"{cell['month']}-01") for cell in cells]
    strengths = [faded(palette.quiet, strength) for strength in FILLED]
    shades = [
        strengths[min(cell["events"], len(FILLED)) - 1] if cell["events"] else palette.ground
        for cell in cells
    ]
    return bar(
        base=[start.isoformat() for start in starts],
        x=[monthrange(start.year, start.month)[1] * DAY for start in starts],
        y=[chart_text(cell["publisher"]) for cell in cells],
        width=CELL / ROW,
        orientation="h",
        marker={
            "color": shades,
            "line": {"width": [0 if cell["events"] else 1 for cell in cells], "color": palette.quiet},
        },
        customdata=[_cell_words(cell) for cell in cells],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _cell_words(row: Mapping[str, Any]) -> str:
    year, month = str(row["month"]).split("-")
    pages, events = row["pages"], row["events"]
    checked = row["read_on"] or "not stated"
    return (
        f"<b>{chart_text(row['publisher'])}</b>, {MONTHS[int(month) - 1]} {year}<br>"
        f"{pages} {'page' if pages == 1 else 'pages'} read, "
        f"{events or 'no'} {'event' if events == 1 else 'events'} reported<br>"
        f"last checked: {chart_text(checked)}"
    )


def _ends(sheet: Sheet, number: int, name: str, undated: int, palette: Palette) -> None:
    """The ground of a row, the name before it, and behind it how many pages have no month."""
    ground = {"fillcolor": palette.faint, "line": {"width": 0}, "layer": "below"}
    low, high = number - CELL / ROW / 2, number + CELL / ROW / 2
    sheet.add_shape(type="rect", xref="x domain", x0=0, x1=1, y0=low, y1=high, **ground)
    shown = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    text = {"showarrow": False, "y": number, "align": "left", "xref": "paper"}
    sheet.add_annotation(
        text=chart_text(shown),
        x=0,
        xanchor="right",
        xshift=-6,
        width=LABELS - 8,
        font={"color": palette.ink, "size": 12},
        **text,
    )
    sheet.add_annotation(
        text=f"{undated} undated" if undated else "",
        x=1,
        xanchor="left",
        xshift=6,
        font={"color": palette.quiet, "size": 12},
        **text,
    )
