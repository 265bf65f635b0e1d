"""Border offices: the panel of the selected office or border."""

from functools import partial

from data.filters import Filters
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.offices import card, cities
from pages.views.offices.selection import (
    OfficesView,
    borders_by_id,
    choose_office,
    find_office,
    select_office,
)
from pages.views.shell.controls.record_panel import Order, Record, show_record
from pages.views.shell.faults import contain


@contain
def show_panel(shown: OfficesView, filters: Filters, notes: Footnotes) -> None:
    """The panel of the selected office, else of the selected border, else of the selected city."""
    if shown.office:
        row = find_office(shown)
        ids = [each["id"] for each in shown.offices]
        record = Record("office", "border_liaison_offices", row["id"], row["source_id"], row["id"] not in ids)
        with show_record(record, Order(ids, partial(choose_office, shown))):
            markup.show(markup.tag("div", card.draw_office(row, shown.day, notes), "links"))
    elif shown.border:
        source = borders_by_id()[shown.border]["source_id"]
        order = Order([row["id"] for row in shown.then.borders], partial(select_office, office=None))
        with show_record(Record("border", "borders", shown.border, source), order):
            markup.show(card.draw_border(shown, filters, notes))
    elif city := cities.read_city(filters):
        cities.show_city(city, filters, notes)
