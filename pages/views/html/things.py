"""Names of the record as links: each leads to the page of what it names."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from data.links import THINGS
from pages.views.html import markup

KEPT = 8192
"""Links that are not made anew: a page has a hundred, most of them seen before."""


@lru_cache(KEPT)
def link_thing(table: str, identity: str | None, name: object) -> markup.Safe:
    """`name` leading to the page of the row; plain where there is no row, or its table has no pages."""
    if not identity or table not in THINGS:
        return markup.to_html(name)
    return markup.page_link(name, THINGS[table], {"id": identity}, "thing", keeps_filters=True)


@lru_cache(KEPT)
def link_event(identity: str | None, title: object) -> markup.Safe:
    """The title of an event leading to its card on the timeline; plain where there is no event."""
    if not identity:
        return markup.to_html(title)
    return markup.page_link(title, "timeline", {"event": identity}, "thing", keeps_filters=True)


def draw_pages(name: str, words: str, links: Iterable[markup.Safe]) -> markup.Safe:
    """Links to other pages of a list; `name` tells it from other lists, `words` say where one is."""
    body = markup.join((*links, markup.tag("span", words, "small")), " ")
    return markup.Safe(f'<nav class="turn" aria-label="{escape(name)}">{body}</nav>')
