"""The row of a table as the selection of a record in the address."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from pages.views import address, reads


def on_row(name: str, key: str, ids: Sequence[str]) -> Callable[[], None]:
    """For `on_select` of the table `key`: its selected row becomes the selection `name` of the URL."""
    return partial(_select, name, key, list(ids))


def _select(name: str, key: str, ids: list[str]) -> None:
    rows = st.session_state[key].selection.rows
    address.select(name, ids[rows[0]] if rows else None)


def record(name: str, ask: Callable[..., Any], *arguments: Any) -> Any:
    """The row that the URL selects under `name`, read by `ask` with its id last; None without one.

    So it is shown whatever page of the list it stands on.
    """
    wanted = st.query_params.get(name)
    if wanted is None:
        return None
    found = reads.records(ask, *arguments, wanted)
    return found[0] if address.selected(name, [row["id"] for row in found]) else None
