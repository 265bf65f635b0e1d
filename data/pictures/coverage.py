"""What was read of each publisher, month by month: filled where the pages report events."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.pictures.drawing import svg
from data.pictures.drawing.axis import Axis
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import WIDTH, Key, Picture

PITCH, LABELS, TOP = 20.0, 190.0, 22.0
STRONGEST = 4
"""From this number of events on the shade is full."""


def draw(
    cells: Sequence[Mapping[str, Any]], publishers: Sequence[Mapping[str, Any]], since: date, until: date
) -> Picture:
    """A row a publisher (`publisher`, `undated`), a mark a month (`YYYY-MM`) of which a page was read."""
    body, axis = svg.drawing(), Axis(since, until, LABELS, WIDTH - 76)
    height = TOP + PITCH * len(publishers)
    axis.draw(body, TOP, height, TOP - 8)
    for place, row in enumerate(publishers):
        y = TOP + PITCH * place
        [name] = svg.wrap(row["publisher"], LABELS - 20, 12, 1)[:1]
        body.write(LABELS - 8, y + 14, name, 12, anchor="end", fill=LIGHT.ink)
        body.line((LABELS, y + PITCH), (WIDTH - 76, y + PITCH), stroke=LIGHT.faint)
        if row["undated"]:
            body.write(WIDTH - 70, y + 14, f"{row['undated']:,} undated", 11, fill=LIGHT.quiet)
    rows, pages = {row["publisher"]: place for place, row in enumerate(publishers)}, 0
    for cell in cells:
        start = date.fromisoformat(f"{cell['month']}-01")
        if cell["publisher"] in rows and since.replace(day=1) <= start <= until:
            pages += cell["pages"]
            left = max(axis.place(start), LABELS)
            right = min(axis.place(start.toordinal() + 30), WIDTH - 76)
            shade = min(cell["events"], STRONGEST) / STRONGEST
            style = {"fill": LIGHT.family["regional"], "fill_opacity": shade, "stroke": LIGHT.quiet}
            y = TOP + PITCH * rows[cell["publisher"]] + 4
            mark = f"{cell['publisher']} {cell['month']}"
            body.rect(left, y, max(right - left, 2.5), PITCH - 8, stroke_width=0.7, data_mark=mark, **style)
    of = "one publisher" if len(publishers) == 1 else f"{len(publishers)} publishers"
    words = f"Pages read of {of} by month of publication: {pages} from {since} to {until}."
    legend = (
        Key("bar", LIGHT.family["regional"], "pages read that report events; darker: more"),
        Key("ring", LIGHT.quiet, "pages read, no event reported"),
        Key("", "none", "bare: nothing of that month was read"),
    )
    return Picture(body, height + 6, words, legend)
