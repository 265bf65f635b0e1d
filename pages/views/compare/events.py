"""The events that the sides share, and those that only some of them have: a control, and a list."""

from data.queries.comparison import Part
from data.queries.events import list as event_queries
from pages.views.compare.head import name_part
from pages.views.compare.view import View
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_event
from pages.views.session import reads
from pages.views.shell.controls.pager import read_pager
from pages.views.shell.controls.switch import switch
from pages.views.shell.faults import contain

ROWS = 8


@contain
def show_events(view: View, notes: Footnotes) -> None:
    """How many events each set of sides has, and those of the chosen set, newest first, page by page."""
    parts = sorted(view.parts, key=lambda part: (-len(part), part))
    if not parts:
        return
    markup.show(markup.tag("h2", "Shared events, and those of one alone", "cardhead"))
    named = {_name(part): part for part in parts}
    words = {name: f"{name_part(view, part)} {len(view.parts[part]):,}" for name, part in named.items()}
    part = named[switch("part", words, next(iter(named)), "Which events", key="compare-part")]
    numbers = view.parts[part]
    pager = read_pager("shared-page", len(numbers), ROWS, (view.panel, view.settings, part))
    shown = tuple(numbers[pager.first : pager.first + ROWS])
    found = reads.read_records(event_queries.list_events_by_number, shown)
    notes.load_claims("events", (row["id"] for row in found))
    rows = [
        (dates.format_span(row), _title(row["id"], row["title"], row["source_id"], notes)) for row in found
    ]
    markup.show(markup.table(["Date", "Event"], rows, "events"))
    pager.show("events, newest first")


def _name(part: Part) -> str:
    """A set of sides as the address has it, e.g. `1-2`."""
    return "-".join(str(place + 1) for place in part)


def _title(identity: str, title: str, source: str, notes: Footnotes) -> markup.Safe:
    cite = Cite(source, "events", identity, ("title", "start_on"))
    return markup.join((link_event(identity, title), notes.mark(cite)))
