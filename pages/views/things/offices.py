"""Border Liaison Offices of a thing, and a map extract of where they are."""

from data.queries.offices import list as queries
from data.schema.vocabulary import OfficeStatus, label
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.controls.pager import read_pager
from pages.views.shell.faults import contain
from pages.views.things.subject import Thing

ROWS = 8
WORDS = {"organisations": "Border Liaison Offices that it runs or supports"}
NAME = "Border Liaison Offices"


@contain
def show_offices(thing: Thing, notes: Footnotes) -> None:
    """The offices on a border or in a country, at a place, or that an organisation supports."""
    every = read_offices(thing)
    if not every:
        return
    pager = read_pager("offices-page", len(every), ROWS, thing.panel)
    shown = every[pager.first : pager.first + ROWS]
    notes.load_claims("border_liaison_offices", (row["id"] for row in shown))
    is_border = thing.table == "borders"
    rows = [
        (
            markup.join(
                (link_thing("border_liaison_offices", row["id"], row["name"]), _mark(row, notes, "name"))
            ),
            *([] if is_border else [link_thing("borders", row["border_id"], row["border"])]),
            markup.join((label(OfficeStatus(row["status"])).split(",")[0], _mark(row, notes, "status"))),
            _opened(row, notes),
        )
        for row in shown
    ]
    head = ["Office", *([] if is_border else ["Border"]), "Status", "Opened"]
    title = markup.tag("h2", f"{WORDS.get(thing.table, NAME)}: {len(every):,}", "cardhead")
    markup.show(markup.join((title, markup.table(head, rows))))
    pager.show("offices")


def read_offices(thing: Thing) -> Records:
    """The offices that have to do with the thing, under the filters that bear on offices."""
    return reads.read_records(queries.list_offices, thing.filters)


def _mark(row: Row, notes: Footnotes, *fields: str) -> markup.Safe:
    return notes.mark_value(Cite(row["source_id"], "border_liaison_offices", row["id"], fields))


def _opened(row: Row, notes: Footnotes) -> object:
    words = dates.format_span(row, "")
    return markup.join((words, _mark(row, notes, "start_on", "end_on", "date_as_stated"))) if words else None
