"""A document from outside, escaped, with marks in it that can be pressed."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from pages.views.html import markup
from pages.views.html.markup import Safe


class Mark(NamedTuple):
    """Characters of a paragraph that `choices` answers; `hint` rests over them."""

    start: int
    end: int
    choice: str
    hint: str
    kind: str


def draw_paragraph(number: int, text: str, marks: Iterable[Mark]) -> Safe:
    """A paragraph with its number; of marks that overlap the first given is drawn."""
    parts: list[object] = []
    done = 0
    for mark in _apart(marks):
        parts += [text[done : mark.start], _mark(text[mark.start : mark.end], mark)]
        done = mark.end
    body = markup.join([part for part in [*parts, text[done:]] if part])
    return markup.tag("div", markup.join((markup.tag("b", f"¶ {number}"), markup.tag("p", body))), "para")


def _apart(marks: Iterable[Mark]) -> Sequence[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if mark.start < mark.end and all(mark.end <= each.start or each.end <= mark.start for each in kept):
            kept.append(mark)
    return sorted(kept)


def _mark(words: str, mark: Mark) -> Safe:
    """No stop of the tabulator: cards are gone through by keys of their own."""
    return Safe(
        f'<span role="button" tabindex="-1" class="{escape(mark.kind)}" data-choice="{escape(mark.choice)}"'
        f' title="{escape(mark.hint)}">{markup.to_html(words)}</span>'
    )


def draw_document(name: str, paragraphs: Iterable[Safe]) -> Safe:
    """Paragraphs in a region that scrolls by itself and can be reached by key."""
    body = markup.join(paragraphs)
    return Safe(f'<div class="document" tabindex="0" role="region" aria-label="{escape(name)}">{body}</div>')
