"""The border offices on the card of the event that opened them or was held at them."""

from data.queries.offices import openings
from data.values.rows import Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import markup
from pages.views.html.things import link_thing
from pages.views.session import reads

WORDS = {True: "Border offices opened", False: "Held at border offices"}


def list_offices(event_id: str, notes: Footnotes) -> list[tuple[str, object]]:
    """A row of the card for each way, offices and borders leading to their pages; none without any."""
    rows = reads.read_records(openings.list_offices_of_event, event_id)
    return [
        (words, markup.tag("div", markup.join(links, "; "), "links"))
        for is_opened, words in WORDS.items()
        if (links := [_link(row, notes) for row in rows if bool(row["is_opened"]) is is_opened])
    ]


def _link(row: Row, notes: Footnotes) -> markup.Safe:
    cite = Cite(row["source_id"], "border_liaison_offices", row["id"], ("name",))
    border = link_thing("borders", row["border_id"], f"{row['border']} border")
    name = link_thing("border_liaison_offices", row["id"], row["name"])
    return markup.join((name, notes.mark(cite), ", ", border))
