"""Small pieces of our own HTML, styled in `style.css`. Every text is escaped in this room, none elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any, Literal, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from pages.views.html.directions import escape_isolated


class Safe(str):
    """HTML that this room made; everything else is escaped when it is put into a page."""

    __slots__ = ()
    _repr_html_ = str.__str__  # else Streamlit looks at each line of it at every run


def to_html(text: object) -> Safe:
    """`text` as HTML: escaped unless it is Safe; None and NaN say 'not stated'."""
    if isinstance(text, Safe):
        return text
    if text is None or text != text:
        return Safe('<span class="none">not stated</span>')
    return Safe(escape_isolated(str(text)))


def show(body: Safe) -> None:
    """Put HTML on the page; nothing where it is empty."""
    if body:
        st.html(body)


def style_sheet(css: str) -> Safe:
    """A style sheet on one line."""
    return Safe(f"<style>{' '.join(css.split())}</style>")


def join(parts: Iterable[object], separator: str = "") -> Safe:
    return Safe(separator.join(to_html(part) for part in parts))


def tag(name: str, body: object, kind: str = "") -> Safe:
    """One element, with a class of ours."""
    return Safe(f"<{name}{_class(kind)}>{to_html(body)}</{name}>")


def hint(words: str) -> Safe:
    return tag("span", words, "unprinted")  # paper does not say what only a screen can do


@lru_cache(1024)  # a page asks a thousand times for a few dozen of them
def _class(kind: str) -> str:
    return f' class="{escape(kind)}"' if kind else ""


class Number(NamedTuple):
    """A footnote number: what rests over it, whether it is the first of its kind, whether it is indirect."""

    number: int
    hint: str
    is_first: bool = False
    is_context: bool = False


def footnote_numbers(numbers: Iterable[Number]) -> Safe:
    """Footnote numbers that lead to the entries at the foot of the page; the first one can be led back to."""
    links = ",\u2009".join(_number(*each) for each in numbers)
    return Safe(f'<sup class="note">{links}</sup>') if links else Safe("")


@lru_cache(8192)
def _number(number: int, hint: str, is_first: bool, is_context: bool) -> str:
    place = f' id="ref-{number}"' if is_first else ""
    label = f"Note {number}: {hint}" if hint else f"Note {number}"
    return (
        f'<a href="#fn-{number}" target="_self"{place}{_class("context" if is_context else "")}'
        f' title="{escape(hint)}" aria-label="{escape(label)}">{number}</a>'
    )


def inner_link(text: object, opens: str, kind: str = "") -> Safe:
    """`text` linked to an address within the page, such as `#fn-3`."""
    return Safe(f'<a href="{escape(opens)}" target="_self"{_class(kind)}>{to_html(text)}</a>')


def skip(words: str, past: str) -> tuple[Safe, Safe]:
    """A link that is seen once it has the focus, and where it leads: `past` what has many links."""
    landing = Safe(f'<span class="landing" id="{escape(past)}" tabindex="-1"></span>')
    return inner_link(words, f"#{past}", "skip"), landing


def choice_button(text: object, value: str, hint: str, *, is_on: bool, kind: str = "") -> Safe:
    """A button that `choices` answers: it hands `value` to the page. `hint` is its name."""
    return Safe(
        f'<button type="button" class="{escape(kind)}" data-choice="{escape(value)}" title="{escape(hint)}"'
        f' aria-label="{escape(hint)}" aria-pressed="{str(is_on).lower()}">{to_html(text)}</button>'
    )


def term(words: str, meaning: str, place: str) -> Safe:
    """Words with dots beneath them that open their meaning, which has `place` as its id."""
    return Safe(
        f'<button type="button" class="term" popovertarget="{escape(place)}">{to_html(words)}</button>'
        f'<span id="{escape(place)}" popover="auto" class="meaning">{to_html(meaning)}</span>'
    )


def details(words: str, body: object) -> Safe:
    """`body` behind words that unfold it."""
    return tag("details", join((tag("summary", words), tag("div", body))))


def copy_button(form: str, words: str) -> Safe:
    """A button in a footnote that `endnotes.CLICKS` answers: it copies the citation in one form."""
    return Safe(f'<button type="button" data-form="{escape(form)}">{to_html(words)}</button>')


class Entry(NamedTuple):
    """A footnote but for its number: what is seen of it at once, the rest, and what ends the rest."""

    short: Safe
    more: Safe
    last: Safe

    def with_number(self, number: int) -> Safe:
        """As the list entry that the number leads to, which leads back."""
        own = f"fn-{number}"
        short = f'{self.short}<span class="short"> · {inner_link("more", f"#{own}")}</span>'
        last = f'<span class="copies">{self.last} {inner_link("↩ back", f"#ref-{number}")}</span>'
        return list_item(own, Safe(f'{short}<div class="more">{self.more}{last}</div>'))


def list_item(identity: str, body: object) -> Safe:
    """A list entry that a footnote number leads to."""
    return Safe(f'<li id="{escape(identity)}" tabindex="-1">{to_html(body)}</li>')


Keeps = Literal["", "all", "but-search"]
"""Which filters go along with a link: none, all of them, or all but the search."""


def page_link(
    text: object, path: str, parameters: Mapping[str, Any], kind: str = "", *, keeps: Keeps = ""
) -> Safe:
    """`text` linked to another page of ours; with `endnotes.CLICKS` on the page it opens without a reload.

    Then filters that are on go along where the link keeps them, so that what is cached need not name any.
    """
    address = f"{path}?{urlencode(parameters, doseq=True)}"
    return Safe(
        f'<a href="{escape(address)}" target="_self" data-page="{keeps}" class="{escape(kind)}">'
        f"{to_html(text)}</a>"
    )


def link(text: object, url: str | None) -> Safe:
    """`text` linked to an http(s) address; plain where there is none."""
    if not url or url != url or not url.startswith(("http://", "https://")):
        return to_html(text)
    arrow = '<span aria-hidden="true">↗</span>'
    return Safe(
        f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{to_html(text)}&nbsp;{arrow}</a>'
    )


def stack(parts: Iterable[object], kind: str = "") -> Safe:
    """Parts of a page in one element, as far apart as elements are; those that are empty take no room."""
    body = join(tag("div", part) for part in parts if part)
    return tag("div", body, f"stack {kind}".strip()) if body else body


def figures(items: Iterable[tuple[object, str]]) -> Safe:
    """A row of headline figures: value and what it counts."""
    cells = (tag("div", join((tag("b", value), tag("span", words))), "figure") for value, words in items)
    return tag("div", join(cells), "figures")


def _heading(words: object, scope: str) -> Safe:
    """The name of a column (`col`) or of a row."""
    return Safe(f'<th scope="{scope}">{to_html(words)}</th>' if words else "<td></td>")


def _rows(rows: Iterable[Iterable[object]]) -> Safe:
    return join(tag("tr", join(cells)) for cells in rows)


def table(head: Sequence[str], rows: Iterable[Sequence[object]], kind: str = "") -> Safe:
    """A quiet table with horizontal rules; one without a link in it can be reached and scrolled by key."""
    body = _rows([tag("td", cell) for cell in row] for row in rows)
    top = tag("thead", _rows([[_heading(cell, "col") for cell in head]]))
    has_stop = any(mark in join((top, body)) for mark in ("<a ", "<button", "<summary"))
    name = escape(", ".join(filter(None, head)))
    reached = "" if has_stop else f' tabindex="0" role="group" aria-label="Table: {name}"'
    inner = tag("table", join((top, tag("tbody", body))), "record")
    return Safe(f'<div class="{escape(f"scroll {kind}")}"{reached}>{inner}</div>')


def cross_table(
    name: str, head: Sequence[str], rows: Iterable[tuple[str, Sequence[object]]], kind: str
) -> Safe:
    """A table with a heading over each column and before each row; `name` is read to who cannot see it."""
    body = _rows([_heading(first, "row"), *(tag("td", cell) for cell in cells)] for first, cells in rows)
    top = tag("thead", _rows([[_heading(cell, "col") for cell in ("", *head)]]))
    parts = join((top, tag("tbody", body)))
    return Safe(f'<table class="{escape(kind)}" aria-label="{escape(name)}">{parts}</table>')


def fact_table(rows: Iterable[tuple[str, object]]) -> Safe:
    """A table of name and value, for the card of one record."""
    body = _rows((_heading(name, "row"), tag("td", value)) for name, value in rows)
    return tag("table", tag("tbody", body), "record card")


def count_noun(count: int, noun: str) -> str:
    """`1 event`, `2 events`."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def icon(name: str) -> Safe:
    """An icon of the font that Streamlit brings, by the name that its `:material/…:` has."""
    return Safe(f'<i class="icon" aria-hidden="true" translate="no">{escape(name)}</i>')


def family_dot(family: str) -> Safe:
    """The mark of a family of organisations before a name."""
    return Safe(f'<i class="dot {escape(family)}" aria-hidden="true"></i>')


def legend(items: Iterable[tuple[str, str, str]]) -> Safe:
    """Keys of a picture: shape (`dot`, `ring`, `faded`, `hatched`, `cell` …), class of colour, words."""
    keys = (
        tag("span", join((Safe(f'<i class="{escape(shape)} {escape(colour)}"></i>'), words)), "key")
        for shape, colour, words in items
    )
    return tag("div", join(keys), "legend")
