"""The small control beside a value that sets it as a filter: the same everywhere."""

from functools import partial

from data.filters import BEFORE
from data.links import MANY
from pages.views.html import markup
from pages.views.html.things import filter_link
from pages.views.session import reads
from pages.views.shell.filters import facets

KEPT = 8192
"""Controls that are not made anew: a card has dozens."""
PARAMETERS = {field: parameter for parameter, field in MANY.items()}


@partial(reads.cache_per_build, most=KEPT)
def draw_filter(field: str, value: str | None) -> markup.Safe:
    """A link that adds the value to the filters of the page; nothing where no list of the panel offers it."""
    if value not in _offered(field):
        return markup.Safe()
    words = f"{BEFORE.get(field, '')}{reads.filter_names().get((field, str(value)), value)}"
    return filter_link(f"Filter: {words}", {PARAMETERS[field]: str(value)})


@partial(reads.cache_per_build, most=KEPT)
def draw_role_filter(organisation: str, role: str) -> markup.Safe:
    """The same for a part that an organisation had."""
    if organisation not in _offered("organisations") or role not in _offered("roles"):
        return markup.Safe()
    names = reads.filter_names()
    words = f"Filter: {names['organisations', organisation]} as {names['roles', role]}"
    return filter_link(words, {"org": organisation, "role": role})


@reads.cache_per_build
def _offered(field: str) -> frozenset[str | None]:
    return frozenset(facets.list_ids(field)) if field in PARAMETERS else frozenset()
