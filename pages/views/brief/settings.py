"""The settings of a brief: length, parts in their order, pictures, title, the analyst's own words."""

from dataclasses import replace

import streamlit as st

from data.brief.basket import LONGEST_NOTE, LONGEST_TITLE
from data.brief.languages.english import ENGLISH
from data.brief.request import PARTS, Length, Request
from data.citations.styles import STYLES
from pages.views.brief import wording
from pages.views.brief.origin import Origin
from pages.views.html import markup
from pages.views.shell import basket
from pages.views.shell.controls.switch import read_switch, switch
from pages.views.shell.filters import address

LENGTHS = {"1": Length.ONE, "2": Length.TWO, "5": Length.FIVE, "whole": Length.WHOLE}
FULL = ("5", "whole")
"""Lengths that have headings for events, and a list of sources."""
OF_BASKET = ("coverage", "sources")
"""Parts that a basket has beside its rows."""
BETWEEN = "."
"""Between the names of parts in an address."""


def show_settings(origin: Origin) -> Request:
    """The controls, and what they ask for."""
    length = switch("length", wording.LENGTHS, "2", "Length", key="brief-length", is_labelled=True)
    if origin.is_basket and length != "whole":
        markup.show(markup.tag("p", wording.BASKET, "small"))
    parts = _choose_parts(OF_BASKET if origin.is_basket else PARTS)
    by, style = "year", read_switch("style", STYLES, "un")
    if length in FULL:
        if not origin.is_basket:
            by = switch("by", wording.ORDERS, "year", "Events", key="brief-by", is_labelled=True)
        style = switch("style", STYLES, "un", "Style of the sources", key="brief-style", is_labelled=True)
        if length == "5" and "sources" in parts and not origin.is_basket:
            markup.show(markup.tag("p", wording.LISTED, "small"))
    elif "sources" in parts:
        markup.show(markup.tag("p", wording.SHORT, "small"))
    has_pictures = st.toggle("With pictures", value=True, key="brief-pictures")
    title, note = _ask_basket_words() if origin.is_basket else _ask_words()
    return Request(
        filters=origin.filters,
        basket=basket.current() if origin.is_basket else None,
        title=title,
        note=note,
        parts=parts,
        length=LENGTHS[length],
        pictures=None if has_pictures else (),
        by=by,
        style=style,
    )


def _choose_parts(known: tuple[str, ...]) -> tuple[str, ...]:
    """The parts in the order in which they were chosen, which the address holds."""
    asked = st.query_params.get("parts")
    chosen = known if asked is None else tuple(p for p in dict.fromkeys(asked.split(BETWEEN)) if p in known)
    key = f"brief-parts-{len(known)}"
    st.session_state[key] = list(chosen)
    st.multiselect(
        "Parts, in their order",
        known,
        key=key,
        format_func=ENGLISH.label,
        placeholder="None",
        wrap=True,
        on_change=lambda: _keep_parts(tuple(st.session_state[key]), known),
    )
    return chosen


def _keep_parts(chosen: tuple[str, ...], known: tuple[str, ...]) -> None:
    address.select("parts", None if chosen == known else BETWEEN.join(chosen))


def _ask_words() -> tuple[str, str]:
    title = st.text_input(
        "Title", key="brief-title", placeholder="The filters in words", max_chars=LONGEST_TITLE
    )
    note = st.text_area("Your own words, set apart as yours", key="brief-note", max_chars=LONGEST_NOTE)
    return " ".join(title.split()), note.strip()


def _ask_basket_words() -> tuple[str, str]:
    """Title and note of the basket, which keeps them."""
    now = basket.current()
    st.session_state["basket-title"], st.session_state["basket-note"] = now.title, now.note
    st.text_input(
        "Title", key="basket-title", placeholder="Selection", max_chars=LONGEST_TITLE, on_change=_keep_words
    )
    st.text_area(
        "Your own words on the whole, set apart as yours",
        key="basket-note",
        max_chars=LONGEST_NOTE,
        on_change=_keep_words,
    )
    return "", ""


def _keep_words() -> None:
    title, note = " ".join(st.session_state["basket-title"].split()), st.session_state["basket-note"].strip()
    basket.change(replace(basket.current(), title=title, note=note))
