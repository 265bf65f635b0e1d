"""Bars on one scale: the events of the sides by year, kind, theme and organisation, each number a link."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from data.filters import Filters
from data.queries import comparison as queries
from data.queries import facets
from data.schema.vocabulary import EventKind, label
from pages.views.compare import wording
from pages.views.compare.counts import draw_table, none
from pages.views.compare.view import View, link_rows
from pages.views.footnotes import Footnotes
from pages.views.html import bars, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.faults import contain_html
from pages.views.shell.filters import days

MOST = 12
"""Rows of a table of themes or organisations."""


class Bar(NamedTuple):
    """Events of a side with a value, and the filters that give their rows; None where none can say it."""

    certainly: int
    possibly: int
    rows: Filters | None


@contain_html
def draw_years(view: View, notes: Footnotes) -> markup.Safe:
    """A row a year, newest first."""
    first, last = (day.year for day in days.record_bounds())
    counted = [
        {row["year"]: row for row in reads.read_records(queries.count_years, side.filters, first, last)}
        for side in view.sides
    ]
    years = sorted({year for each in counted for year in each}, reverse=True)
    rows = [
        (
            str(year),
            [_of_year(side.filters, year, each) for side, each in zip(view.sides, counted, strict=True)],
        )
        for year in years
    ]
    return _draw("Events by year", wording.IN_YEAR, view, rows, notes)


def _of_year(filters: Filters, year: int, counted: dict[int, dict[str, int]]) -> Bar | None:
    row = counted.get(year)
    return Bar(row["certainly"], row["possibly"], queries.narrow_to_year(filters, year)) if row else None


@contain_html
def draw_kinds(view: View, notes: Footnotes) -> markup.Safe:
    """A row a kind of event, the most frequent first."""
    rows = _count(view, "kinds", lambda value: label(EventKind(value)).capitalize())
    return _draw("Events by kind", "", view, rows, notes)


@contain_html
def draw_themes(view: View, notes: Footnotes) -> markup.Safe:
    """A row a theme."""
    rows = _count(view, "themes", lambda value: _link("themes", value))
    return _draw("Events by theme", wording.MANY_IN.format(things="themes"), view, rows, notes)


@contain_html
def draw_partners(view: View, notes: Footnotes) -> markup.Safe:
    """A row an organisation with a part in the events; of organisations the others."""
    own = {side.id for side in view.sides} if view.kind == "organisation" else set()
    rows = _count(view, "organisations", lambda value: _link("organisations", value), own)
    title = "Partners" if own else "Organisations at these events"
    return _draw(title, wording.MANY_IN.format(things="organisations"), view, rows, notes)


def _count(
    view: View, field: str, name: Callable[[str], object], left_out: Iterable[str] = ()
) -> list[tuple[object, list[Bar | None]]]:
    """The values that the sides have most, each with its bars."""
    counted = [_count_values(side.filters, field) for side in view.sides]
    values = {value for each in counted for value in each}.difference(left_out)
    order = sorted(values, key=lambda value: (-max(each.get(value, 0) for each in counted), value))
    return [
        (
            name(value),
            [
                Bar(each[value], 0, narrow(side.filters, field, value)) if value in each else None
                for side, each in zip(view.sides, counted, strict=True)
            ],
        )
        for value in order[:MOST]
    ]


def _count_values(filters: Filters, field: str) -> dict[str, int]:
    counted = reads.read_records(facets.count_values, filters)
    return {row["value"]: row["events"] for row in counted if row["field"] == field}


def narrow(filters: Filters, field: str, value: str) -> Filters | None:
    """The filters under which the events with this value match, and no others; None where none can say so."""
    now: tuple[str, ...] = getattr(filters, field)
    if field == "organisations" and now:
        is_one_each = len(now) == 1 or filters.match_all
        both = tuple(dict.fromkeys((*now, value)))
        return replace(filters, organisations=both, match_all=len(both) > 1) if is_one_each else None
    if not now or value in now:
        return replace(filters, **{field: (value,)})  # type: ignore[arg-type]
    return None


def _link(table: str, value: str) -> markup.Safe:
    return link_thing(table, value, reads.filter_names().get((table, value), value))


def _draw(
    title: str,
    about: str,
    view: View,
    rows: Sequence[tuple[object, Sequence[Bar | None]]],
    notes: Footnotes,
) -> markup.Safe:
    """The table under its title, all bars on one scale; nothing where there are no rows."""
    if not rows:
        return markup.Safe()
    if view.is_dated and title != "Events by year":
        about = f"{about} {wording.ALSO_POSSIBLY}".strip()
    most = max(bar.certainly + bar.possibly for _, cells in rows for bar in cells if bar)
    head = markup.tag("h2", markup.join((title, notes.mark_own(about) if about else "")), "cardhead")
    drawn = [(name, [_cell(bar, most) for bar in cells]) for name, cells in rows]
    return markup.join((head, draw_table(title, view, drawn)))  # type: ignore[arg-type]


def _cell(bar: Bar | None, most: int) -> markup.Safe:
    if bar is None:
        return none()
    words = f"{bar.certainly:,}" if bar.certainly or not bar.possibly else ""
    words += f"{' ' if words else ''}+{bar.possibly:,}?" if bar.possibly else ""
    number = link_rows(words, bar.rows) if bar.rows else words
    return bars.draw_number(number, 100 * bar.certainly / most, 100 * bar.possibly / most)
