"""The card of the record that the address selects, page by page."""

from collections.abc import Callable
from functools import partial

from data.filters import Filters
from data.links import THINGS
from data.queries.events import list as event_queries
from data.queries.events.list import Ask
from data.queries.recommendations import list as recommendation_queries
from data.queries.sources import list as source_queries
from pages.views import events, offices, recommendations, sources, things
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell.controls import selection
from pages.views.shell.controls.record_panel import Order

ALONE = Order((), lambda _: None)
"""No record is before or after the one that is shown."""
TITLES = ("title", "about", "text")
"""Columns that hold what a row is called, the first that is filled."""
NAMELESS = "Chegara"
"""The title of a tab that shows nothing with a name."""
Show = Callable[[Filters, Footnotes], str | None]
ShowRow = Callable[[selection.Selected, Order, Footnotes], None]


def show_card(path: str, filters: Filters, notes: Footnotes) -> str | None:
    """Show the card and return what it is called; None where the address selects none."""
    if path in THINGS.values():
        return _show_thing(path, filters, notes)
    return CARDS[path](filters, notes) if path in CARDS else None


def _show_row(
    parameter: str, find: Callable[[Filters, str], Ask], show: ShowRow, filters: Filters, notes: Footnotes
) -> str | None:
    chosen = selection.read_record(parameter, find, filters)
    if chosen is None:
        return None
    show(chosen, ALONE, notes)
    return next(str(chosen.row[name]) for name in TITLES if chosen.row.get(name))


def _show_source(chosen: selection.Selected, order: Order, _: Footnotes) -> None:
    sources.show_panel(chosen, order)


def _show_office(filters: Filters, notes: Footnotes) -> str | None:
    view = offices.read_view(filters)
    offices.show_panel(view, filters, notes)
    if view.office:
        return str(offices.find_office(view)["name"])
    return offices.border_name(view) if view.border else None


def _show_thing(path: str, filters: Filters, notes: Footnotes) -> str:
    thing = things.read_thing(path, filters)
    if thing is None:
        return NAMELESS  # what is wrong with the address has been said
    title = markup.tag("div", thing.name, "cardtitle")
    markup.show(markup.stack((title, things.draw_identity(thing, notes))))
    return thing.name


CARDS: dict[str, Show] = {
    "timeline": partial(_show_row, "event", event_queries.find_event, events.show_panel),
    "evidence": partial(_show_row, "source", source_queries.find_source, _show_source),
    "recommendations": partial(
        _show_row, "recommendation", recommendation_queries.find_recommendation, recommendations.show_panel
    ),
    "offices": _show_office,
}
