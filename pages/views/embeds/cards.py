"""The card of the record that the address selects, page by page."""

from collections.abc import Callable

from data.filters import Filters
from data.links import THINGS
from data.queries.events import list as event_queries
from data.queries.recommendations import list as recommendation_queries
from data.queries.sources import list as source_queries
from pages.views import events, offices, recommendations, sources, things
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell.controls import selection
from pages.views.shell.controls.record_panel import Order

ALONE = Order((), lambda _: None)
"""No record is before or after the one that is shown."""
Show = Callable[[Filters, Footnotes], bool]


def show_card(path: str, filters: Filters, notes: Footnotes) -> bool:
    """Show the card; False where the address selects none."""
    if path in THINGS.values():
        return _show_thing(path, filters, notes)
    show = CARDS.get(path)
    return show is not None and show(filters, notes)


def _show_event(filters: Filters, notes: Footnotes) -> bool:
    chosen = selection.read_record("event", event_queries.find_event, filters)
    if chosen is not None:
        events.show_panel(chosen, ALONE, notes)
    return chosen is not None


def _show_source(filters: Filters, _: Footnotes) -> bool:
    chosen = selection.read_record("source", source_queries.find_source, filters)
    if chosen is not None:
        sources.show_panel(chosen, ALONE)
    return chosen is not None


def _show_recommendation(filters: Filters, notes: Footnotes) -> bool:
    chosen = selection.read_record("recommendation", recommendation_queries.find_recommendation, filters)
    if chosen is not None:
        recommendations.show_panel(chosen, ALONE, notes)
    return chosen is not None


def _show_office(filters: Filters, notes: Footnotes) -> bool:
    view = offices.read_view(filters)
    offices.show_panel(view, filters, notes)
    return bool(view.office or view.border)


def _show_thing(path: str, filters: Filters, notes: Footnotes) -> bool:
    thing = things.read_thing(path, filters)
    if thing is not None:
        title = markup.tag("div", thing.name, "cardtitle")
        markup.show(markup.stack((title, things.draw_identity(thing, notes))))
    return True  # what is wrong with the address has been said


CARDS: dict[str, Show] = {
    "timeline": _show_event,
    "evidence": _show_source,
    "recommendations": _show_recommendation,
    "offices": _show_office,
}
