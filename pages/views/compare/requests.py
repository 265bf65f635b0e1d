"""What each side asked for: its recommendations, in columns, on phones one beneath the other."""

import streamlit as st

from data.extracts.lists.comparisons import find_asker
from data.queries.comparison import Side
from data.queries.recommendations import list as queries
from data.values.rows import Records
from pages.views.compare import wording
from pages.views.compare.counts import count_requests
from pages.views.compare.view import View
from pages.views.events.ends import link_ends
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import markup
from pages.views.html.things import link_event, link_thing
from pages.views.session import reads
from pages.views.shell.controls.pager import read_pager
from pages.views.shell.faults import contain

ROWS = 4


@contain
def show_requests(view: View, notes: Footnotes) -> None:
    """A column a side with its recommendations, newest event first, page by page."""
    numbers = [count_requests(side.filters) for side in view.sides]
    if not any(numbers):
        return
    title = wording.REQUESTS.get(view.kind, wording.REQUESTS_THERE)
    markup.show(markup.tag("h2", title, "cardhead"))
    for place, column in enumerate(st.columns(len(view.sides), gap="large")):
        with column:
            _show_side(view, place, numbers[place], notes)


def _show_side(view: View, place: int, number: int, notes: Footnotes) -> None:
    side, name = view.sides[place], f"asked-{place + 1}-page"
    words = f"{view.names[place]}: {number:,}"
    pager = read_pager(name, number, ROWS, (view.panel, view.settings))
    rows = _read_rows(side, pager.first)
    ends = link_ends("recommendations", rows)
    items = []
    for row in rows:
        link = link_thing("recommendations", row["id"], row["text"])
        cite = Cite(row["source_id"], "recommendations", row["id"], ("text",), row["event_id"] or "")
        event = markup.join((" · ", link_event(row["event_id"], row["event"]))) if row["event_id"] else ""
        to = markup.join(("to ", ends[row["id"]].to, event))
        items.append(markup.join((link, notes.mark(cite), markup.tag("div", to, "small"))))
    body = (
        markup.join(markup.tag("li", item) for item in items) if items else markup.tag("li", "None recorded.")
    )
    markup.show(markup.join((markup.tag("h3", words, "side"), markup.tag("ul", body, "requests"))))
    pager.show("recommendations")


def _read_rows(side: Side, first: int) -> Records:
    return reads.read_records(
        queries.list_recommendations, side.filters, first, ROWS, "", find_asker(side.filters)
    )
