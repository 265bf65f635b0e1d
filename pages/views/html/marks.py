"""Words that a search looks for, marked where they stand in a text."""

from collections.abc import Iterable, Iterator

from data.values.text import find_words
from pages.views.html import markup


def mark_words(text: str, terms: Iterable[str]) -> markup.Safe:
    """The text with each word that begins with one of the terms in a `<mark>`."""
    return markup.join(_parts(text, terms))


def _parts(text: str, terms: Iterable[str]) -> Iterator[markup.Safe]:
    done = 0
    for first, end in find_words(text, terms):
        yield markup.to_html(text[done:first])
        yield markup.tag("mark", text[first:end])
        done = end
    yield markup.to_html(text[done:])
