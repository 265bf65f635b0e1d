"""The events of the timeline as cards in order of date: to be read without a picture or a table."""

from collections.abc import Iterator
from functools import partial

from data.filters import Filters
from pages.views.footnotes.names import link_each
from pages.views.html import dates, markup
from pages.views.html.things import link_event
from pages.views.session import reads
from pages.views.shell.controls import choices
from pages.views.shell.controls.switch import switch
from pages.views.shell.controls.window import is_narrow
from pages.views.shell.faults import contain
from pages.views.shell.filters import address
from pages.views.timeline import table, wording
from pages.views.timeline.table import Event, Page

PICTURES, LIST = "pictures", "list"
VIEWS = {PICTURES: "Pictures and table", LIST: "List"}


def choose_view() -> bool:
    """The switch between pictures and list; whether the list is shown, which is what a phone begins with."""
    markup.show(markup.page_link(wording.AS_LIST, "timeline", {"view": LIST}, "skip", keeps="all"))
    return switch("view", VIEWS, LIST if is_narrow() else PICTURES, "Show as", key="view-choice") == LIST


@contain
def show_list(page: Page, filters: Filters) -> None:
    """The cards of a page; the one whose card is open is marked."""
    markup.show(markup.tag("p", wording.LIST, "lead"))
    selected = address.find_selection("event", page.ids)
    markup.show(_draw_list(filters, page.pager.first, page.pager.size, page.all_drawn, selected))
    order = wording.CERTAIN if filters.has_dates else wording.OLDEST
    page.pager.show(f"events, {order}")
    choices.listen(partial(address.select, "event"))


@reads.cache_few_per_build
def _draw_list(filters: Filters, first: int, most: int, all_drawn: bool, selected: str | None) -> markup.Safe:
    events = table.list_page(filters, first, most, all_drawn)
    items = (_draw(event, is_on=event["id"] == selected) for event in events)
    return markup.tag("ol", markup.join(items), "events")


def _draw(event: Event, *, is_on: bool) -> markup.Safe:
    when = markup.tag("div", markup.join((event["when"], dates.format_doubt(event))), "when")
    title = markup.tag("div", link_event(event["id"], event["title"]), "title")
    hint = f"Card of {event['title']}"
    card = markup.choice_button("Card", event["id"], hint, is_on=is_on, kind="open")
    lines = (markup.tag("div", line, "small") for line in _list_lines(event))
    body = markup.tag("div", markup.join((title, *lines)))
    return markup.tag("li", markup.join((when, body, card)), "is-on" if is_on else "")


def _list_lines(event: Event) -> Iterator[markup.Safe]:
    """Where and in which form, by whom, who spoke, by how many sources."""
    place = event["places"] and link_each("places", event["places"], "; ")
    yield markup.join(filter(None, (event["form"], place)), " · ")
    for field, table_name, words in (
        ("organisers", "organisations", "By "),
        ("speakers", "people", "Spoke: "),
    ):
        if event[field]:
            yield markup.join((words, link_each(table_name, event[field], "; ")))
    sources = markup.count_noun(event["source_count"], "document")
    origins = markup.count_noun(event["originator_count"], "originator")
    differ = markup.tag("span", " · sources differ", "disputed") if event["is_disputed"] else ""
    yield markup.join((f"{sources}, {origins}", differ))
