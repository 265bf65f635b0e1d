"""The pictures of each page as they are saved: with title, filters, source and build."""

from collections.abc import Callable, Sequence

from data.filters import Filters
from data.queries.events import list as event_queries
from pages.views import coverage, network, offices, recommendations, timeline
from pages.views.session import reads
from pages.views.shell.pictures import Offer


def list_offers(path: str, filters: Filters) -> Sequence[Offer]:
    """The pictures of a page, the one first that is shown where the address names none."""
    return OFFERS[path](filters) if path in OFFERS else ()


def _list_timeline(filters: Filters) -> Sequence[Offer]:
    counts = reads.read_records(event_queries.count_events, filters)[0]
    if not counts["events"]:
        return ()
    return (*reversed(timeline.list_offers(counts, filters)), coverage.make_offer(filters))


def _list_network(filters: Filters) -> Sequence[Offer]:
    view = network.read_network(filters)
    return (network.make_offer(view),) if view.nodes else ()


def _list_offices(filters: Filters) -> Sequence[Offer]:
    return offices.list_offers(offices.read_view(filters), filters)


def _list_recommendations(filters: Filters) -> Sequence[Offer]:
    addressee = recommendations.read_addressee()
    counts = recommendations.count_recommendations(filters, addressee)
    return (recommendations.make_offer(filters, addressee),) if counts["recommendations"] else ()


OFFERS: dict[str, Callable[[Filters], Sequence[Offer]]] = {
    "timeline": _list_timeline,
    "network": _list_network,
    "offices": _list_offices,
    "recommendations": _list_recommendations,
}
