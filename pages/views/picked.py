"""The row of a table as the selection of a record in the address."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from pages.views import address


def on_row(name: str, key: str, ids: Sequence[str]) -> Callable[[], None]:
    """For `on_select` of the table `key`: its selected row becomes the selection `name` of the URL."""
    return partial(_select, name, key, list(ids))


def _select(name: str, key: str, ids: list[str]) -> None:
    rows = st.session_state[key].selection.rows
    address.select(name, ids[rows[0]] if rows else None)
