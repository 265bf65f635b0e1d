"""What was read of each publisher, month by month, as a picture: a row a publisher and a column a month.

Bare where no page was read, hollow where those read report no event, filled where they do, in four steps.
"""

from calendar import month_abbr, month_name
from datetime import date
from itertools import groupby
from typing import NamedTuple

from data.values.rows import Records, Row
from pages.views.html import bars, markup

STRONGEST = 4
"""From this number of events on the mark is full."""
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months from one label of the axis to the next."""
LABELS = 9
"""Most labels on the axis."""


class MonthRange(NamedTuple):
    """The months shown, by number: twelve a year, January of year 0 is 0; both ends are included."""

    first: int
    last: int

    @property
    def number(self) -> int:
        return self.last - self.first + 1

    def share(self, months: int) -> float:
        """So many months in per cent of all."""
        return 100 * months / self.number


def month_range(since: date, until: date) -> MonthRange:
    """The months that hold the two days, and those between."""
    return MonthRange(_number(since.year, since.month), _number(until.year, until.month))


def draw_grid(cells: Records, publishers: Records, shown: MonthRange, name: str) -> markup.Safe:
    """The rows top to bottom under an axis; `name` is for screen readers.

    `publishers` (`publisher`, `undated`) are the rows; `cells` (`publisher`, `month` as `YYYY-MM`, `pages`,
    `events`, `read_on`) the months read of each: those that lie outside the months shown are left out.
    """
    read: dict[str, dict[int, Row]] = {row["publisher"]: {} for row in publishers}
    for cell in cells:
        if cell["publisher"] in read:
            read[cell["publisher"]][_number(*map(int, cell["month"].split("-")))] = cell
    rows = [_row(row, read[row["publisher"]], shown) for row in publishers]
    return bars.draw_picture(name, markup.join((_axis(shown), *rows)), "coverage")


def _axis(shown: MonthRange) -> markup.Safe:
    step = next((step for step in STEPS if shown.number <= LABELS * step), STEPS[-1])
    places = range(-(-shown.first // step) * step, shown.last + 1, step)
    labels = (bars.draw_label(shown.share(place - shown.first), _tick(place, step)) for place in places)
    return markup.tag("div", markup.join(labels), "axis")


def _tick(place: int, step: int) -> str:
    year, month = divmod(place, 12)
    return str(year) if step >= 12 else f"{month_abbr[month + 1]} {year}"


def _row(publisher: Row, read: dict[int, Row], shown: MonthRange) -> markup.Safe:
    """Name, the months in one line without gaps, and how many pages have no month."""
    name, undated = publisher["publisher"], publisher["undated"]
    line = markup.join(_line(read, shown))
    parts = (
        markup.tag("b", name),
        markup.tag("div", line, "months"),
        markup.tag("span", f"{undated:,} undated" if undated else ""),
    )
    return markup.tag("div", markup.join(parts), "row")


def _line(read: dict[int, Row], shown: MonthRange) -> list[markup.Safe]:
    """A mark for each month read, one for all months between two; hints are short, for they are many."""
    found = []
    for cell, run in groupby(range(shown.first, shown.last + 1), read.get):
        places = list(run)
        hint = f"{_span(places)}: {_read(cell) if cell else 'no page read'}"
        found.append(bars.draw_part(shown.share(len(places)), hint, _kind(cell)))
    return found


def _kind(cell: Row | None) -> str:
    if cell is None:
        return ""
    events = cell["events"]
    return f"reported{min(events, STRONGEST)}" if events else "hollow"


def _read(cell: Row) -> str:
    events = markup.count_noun(cell["events"], "event") if cell["events"] else "no events"
    checked = f"; last checked: {cell['read_on']}" if cell["read_on"] else ""
    return f"{markup.count_noun(cell['pages'], 'page')} read, {events} reported{checked}"


def _span(places: list[int]) -> str:
    ends = (f"{month_name[place % 12 + 1]} {place // 12}" for place in (places[0], places[-1]))
    return " to ".join(dict.fromkeys(ends))


def _number(year: int, month: int) -> int:
    return year * 12 + month - 1
