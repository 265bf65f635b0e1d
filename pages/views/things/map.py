"""A map extract: the border, place or office of a thing, in outline."""

from pages.views.shell.faults import contain
from pages.views.things.subject import Thing


@contain
def show_map(thing: Thing) -> None:
    """Where it is; nothing where the record has no position."""
