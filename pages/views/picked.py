"""The record that the address selects on a page, and the row of a table that selects it."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from pages.views import address, markup


def picked(name: str, known: Sequence[str]) -> str | None:
    """The id that the URL selects under `name`; one that is not among `known` is named, not dropped."""
    asked = st.query_params.get(name)
    if asked and asked not in known:
        words = f"The link selects {name} “{asked[:90]}”, which is not among those shown."
        markup.show(markup.tag("p", words, "lead"))
    return address.selected(name, known)


def on_row(name: str, key: str, ids: Sequence[str]) -> Callable[[], None]:
    """For `on_select` of the table `key`: its selected row becomes the selection `name` of the URL."""
    return partial(_select, name, key, list(ids))


def _select(name: str, key: str, ids: list[str]) -> None:
    rows = st.session_state[key].selection.rows
    address.select(name, ids[rows[0]] if rows else None)
