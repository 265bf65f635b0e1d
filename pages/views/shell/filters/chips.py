"""Chips above a page: one for each value of a filter that is on; a click removes it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from data.filters import BEFORE, Filters, date_words, match_words
from data.links import MANY
from data.queries.events import list as event_queries
from pages.views.html import labels
from pages.views.session import reads
from pages.views.shell.filters import address
from pages.views.shell.filters.panel import fill_widgets

Chip = tuple[str, Callable[..., None], tuple[Any, ...]]
"""Words, and what removes it."""


def show_chips(filters: Filters, *extra: Chip) -> None:
    """The row of removable chips: one per value that is on; `extra` chips bring their own callbacks."""
    shown, span = [*_chips(filters), *extra], _span(filters)
    stale: list[str] = st.session_state.get("stale", [])
    if stale:
        words = ", ".join(map(labels.escape_markdown, stale))
        parts = "This part of the link is" if len(stale) == 1 else "These parts of the link are"
        left = "was" if len(stale) == 1 else "were"
        st.warning(f"{parts} not known here and {left} left out: {words}.")
    changed: list[str] = st.session_state.get("changed", [])
    for change in [*changed, *address.list_dropped()]:
        st.warning(labels.escape_markdown(change))
    if not shown:
        return
    with st.container(horizontal=True, key="chips"):
        for number, (words, remove, arguments) in enumerate(shown):
            label = f"{words} · events: {_in_range(filters)}" if words == span else words
            st.button(
                f"{labels.escape_markdown(label)} ✕",
                key=f"chip-{number}-{words}",
                on_click=remove,
                args=arguments,
            )
        if len(shown) > 1:
            st.button("Clear all", key="chip-clear", type="tertiary", on_click=_clear, args=(extra,))


def _clear(extra: Sequence[Chip]) -> None:
    fill_widgets(Filters())
    for _, remove, arguments in extra:
        remove(*arguments)


def _chips(filters: Filters) -> list[Chip]:
    names = reads.filter_names()
    found: list[Chip] = []
    for field in MANY.values():
        values: tuple[str, ...] = getattr(filters, field)
        for value in values:
            fewer = remove_value(filters, field, value)
            words = f"{BEFORE.get(field, '')}{names.get((field, value), value)}"
            found.append((words, fill_widgets, (fewer,)))
    if filters.match_all and len(filters.organisations) > 1:
        found.append(("all of these organisations", fill_widgets, (replace(filters, match_all=False),)))
    if filters.has_dates:
        found.append((_span(filters), fill_widgets, (replace(filters, since=None, until=None),)))
    if filters.words:
        found.append((f"“{filters.words}”", fill_widgets, (replace(filters, words=""),)))
    return found


def _span(filters: Filters) -> str:
    return date_words(filters.since, filters.until).replace(" to ", " → ")


def _in_range(filters: Filters) -> str:
    """How many of the events that match are in the range of dates, certainly and possibly."""
    row = reads.read_records(event_queries.count_in_range, filters)[0]
    return match_words(row["certainly"], row["possibly"])


def remove_value(filters: Filters, field: str, value: str) -> Filters:
    """The filters less one value of a field that holds several."""
    left: Any = tuple(v for v in getattr(filters, field) if v != value)
    return replace(filters, **{field: left})
