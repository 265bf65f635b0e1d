"""Border Liaison Offices of a thing: one by one, or border by border where they are of many borders."""

from itertools import groupby
from operator import itemgetter

from data.queries.offices import list as queries
from data.schema.vocabulary import OfficeStatus, label
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.faults import contain
from pages.views.things.paging import draw_pager, read_page
from pages.views.things.subject import Thing

ROWS, NAMED = 8, 12
"""Offices on a page of their list, and names beside a border at most."""
WORDS = {"organisations": "Border Liaison Offices that it runs or supports"}
NAME = "Border Liaison Offices"
BY_BORDER = ("organisations", "countries", "sources")


@contain
def show_offices(thing: Thing, notes: Footnotes) -> None:
    """The offices on a border or in a country, at a place, or that an organisation supports."""
    every = reads.read_records(queries.list_offices, thing.filters)
    if not every or thing.table == "border_liaison_offices":
        return
    title = markup.tag("h2", f"{WORDS.get(thing.table, NAME)}: {len(every):,}", "cardhead")
    if thing.table in BY_BORDER:
        markup.show(markup.join((title, _draw_borders(every, notes))))
        return
    pager = read_page("offices", len(every), ROWS, thing)
    shown = every[pager.first : pager.first + ROWS]
    notes.load_claims("border_liaison_offices", (row["id"] for row in shown))
    rows = [(_name(row, notes), _status(row, notes), _opened(row, notes)) for row in shown]
    table = markup.table(["Office", "Status", "Opened"], rows)
    markup.show(markup.join((title, table, draw_pager(pager, thing))))


def _draw_borders(offices: Records, notes: Footnotes) -> markup.Safe:
    """A row a border, with the names of its offices."""
    shown = [list(rows)[:NAMED] for _, rows in groupby(offices, itemgetter("border_id"))]
    notes.load_claims("border_liaison_offices", (row["id"] for rows in shown for row in rows))
    numbers = {key: len(list(rows)) for key, rows in groupby(offices, itemgetter("border_id"))}
    lines = []
    for rows in shown:
        border, number = rows[0]["border_id"], numbers[rows[0]["border_id"]]
        more = f" and {number - NAMED} more" if number > NAMED else ""
        names = markup.join([_name(row, notes) for row in rows], ", ")
        lines.append((link_thing("borders", border, rows[0]["border"]), number, markup.join((names, more))))
    return markup.table(["Border", "Offices", "Their names"], lines)


def _name(row: Row, notes: Footnotes) -> markup.Safe:
    return markup.join(
        (link_thing("border_liaison_offices", row["id"], row["name"]), _mark(row, notes, "name"))
    )


def _status(row: Row, notes: Footnotes) -> markup.Safe:
    words = label(OfficeStatus(row["status"])).split(",")[0]
    return markup.join((words, _mark(row, notes, "status")))


def _mark(row: Row, notes: Footnotes, *fields: str) -> markup.Safe:
    return notes.mark_value(Cite(row["source_id"], "border_liaison_offices", row["id"], fields))


def _opened(row: Row, notes: Footnotes) -> object:
    words = dates.format_span(row, "")
    return markup.join((words, _mark(row, notes, "start_on", "end_on", "date_as_stated"))) if words else None
