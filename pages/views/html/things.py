"""Names of the record as links: each leads to the page of what it names."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from urllib.parse import urlencode

from data.links import THINGS
from pages.views.html import markup

KEPT = 8192
"""Links that are not made anew: a page has a hundred, most of them seen before."""


@lru_cache(KEPT, typed=True)  # HTML of ours and a text with the same letters are not the same
def link_thing(table: str, identity: str | None, name: object, *, drops_search: bool = False) -> markup.Safe:
    """`name` leading to the page of the row; plain where there is no row, or its table has no pages.

    Filters go along, but not the search where it is what led to the row.
    """
    if not identity or table not in THINGS:
        return markup.to_html(name)
    keeps: markup.Keeps = "but-search" if drops_search else "all"
    return markup.page_link(name, THINGS[table], {"id": identity}, "thing", keeps=keeps)


def link_event(identity: str | None, title: object) -> markup.Safe:
    """The title of an event leading to its page; plain where there is no event."""
    return link_thing("events", identity, title)


def filter_link(hint: str, parameters: Mapping[str, str]) -> markup.Safe:
    """An icon that adds these to the filters of the page; in a new tab the timeline opens under them."""
    address = f"timeline?{urlencode(parameters)}"
    return markup.Safe(
        f'<a href="{escape(address)}" target="_self" data-page="add" class="filter"'
        f' title="{escape(hint)}" aria-label="{escape(hint)}"></a>'
    )


def draw_pages(name: str, words: str, links: Iterable[markup.Safe]) -> markup.Safe:
    """Links to other pages of a list; `name` tells it from other lists, `words` say where one is."""
    body = markup.join((*links, markup.tag("span", words, "small")), " ")
    return markup.Safe(f'<nav class="turn" aria-label="{escape(name)}">{body}</nav>')
