"""Border offices: the centres that coordinate the offices of a country, a list of their own."""

from data.filters import Filters
from data.queries.offices import openings
from data.schema.vocabulary import OfficeStatus, label
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_event
from pages.views.offices.list import OPENING
from pages.views.offices.selection import OfficesView
from pages.views.session import reads
from pages.views.shell.faults import contain_html

ABOUT = "They coordinate the offices of a country, stand at no border and are never counted as offices."


@contain_html
def draw_centres(shown: OfficesView, filters: Filters, notes: Footnotes) -> markup.Safe:
    """The centres in the countries asked for, as known on the day; none while one border is selected."""
    rows = [] if shown.border else _list_known(shown, filters)
    if not rows:
        return markup.Safe()
    notes.load_claims("coordination_centres", [row["id"] for row in rows])
    cells = (
        (
            markup.join((row["name"], notes.mark(_cite(row, "name")))),
            markup.join((_opening(row), notes.mark(_cite(row, *OPENING)))),
            label(OfficeStatus(row["status"])),
        )
        for row in rows
    )
    title = markup.tag("p", "Coordination centres", "cardtitle")
    table = markup.table(("Centre", "Opened", "Status"), cells)
    return markup.stack((title, markup.tag("p", ABOUT, "small"), table), "office-list links")


def _list_known(shown: OfficesView, filters: Filters) -> Records:
    return [
        row
        for row in reads.read_records(openings.list_coordination_centres)
        if (not filters.countries or row["country_id"] in filters.countries)
        and (not shown.day or (row["known_on"] is not None and row["known_on"] <= shown.day.isoformat()))
    ]


def _opening(row: Row) -> markup.Safe:
    """When it opened, leading to the event if one is recorded for it."""
    when = dates.format_span(row)
    return link_event(row["event_id"], when)


def _cite(row: Row, *fields: str) -> Cite:
    return Cite(row["source_id"], "coordination_centres", row["id"], fields)
