"""The border offices on the card of the event that opened them."""

from data.queries.offices import openings
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import markup
from pages.views.html.things import link_thing
from pages.views.session import reads


def list_opened_offices(event_id: str, notes: Footnotes) -> list[tuple[str, object]]:
    """A row of the card, each office leading to its page; none where the event opened none."""
    links = [
        markup.join(
            (
                link_thing("border_liaison_offices", row["id"], row["name"]),
                notes.mark(Cite(row["source_id"], "border_liaison_offices", row["id"], ("name",))),
            )
        )
        for row in reads.read_records(openings.list_opened_offices, event_id)
    ]
    return [("Border offices", markup.tag("div", markup.join(links, "; "), "links"))] if links else []
