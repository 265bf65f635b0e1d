"""The parts of the page of an event that its card does not have."""

from data.filters import Filters
from data.queries.events import card
from data.queries.events import list as queries
from data.values.rows import Row
from pages.views.events import lists
from pages.views.events.card import draw_facts, read_event
from pages.views.footnotes import Footnotes, cache_part
from pages.views.html import dates, markup
from pages.views.html.things import draw_pages, link_event
from pages.views.session import reads
from pages.views.shell.faults import contain_html

TURNS = {"previous": "Previous event: ", "next": "Next event: "}
FILTERED = "(of those under the filters)"


@contain_html
@cache_part
def draw_card(identity: str, notes: Footnotes) -> markup.Safe:
    """Who took part, who spoke, on what; what was quoted there."""
    quoted = [row for row in reads.read_records(card.list_statements, identity) if row["kind"] == card.QUOTED]
    facts = draw_facts(read_event(identity), notes)
    return markup.stack((facts, lists.draw_said(quoted, identity, notes) if quoted else ""))


@contain_html
@cache_part
def draw_sources(identity: str, notes: Footnotes) -> markup.Safe:
    """Its sources, each with the words that it rests on."""
    title = markup.tag("h2", "Sources", "cardhead")
    return markup.join((title, lists.draw_sources(identity, notes)))


@contain_html
def draw_neighbours(identity: str, filters: Filters) -> markup.Safe:
    """Links to the events before and after it by date, of those that match the filters."""
    links = [
        markup.tag("span", markup.join((TURNS[row["turn"]], _link(row))))
        for row in reads.read_records(queries.list_neighbours, filters, identity)
    ]
    return draw_pages("Events before and after", "" if filters.is_empty else FILTERED, links)


def _link(row: Row) -> markup.Safe:
    return markup.join((dates.format_span(row), ", ", link_event(row["id"], row["title"])))
