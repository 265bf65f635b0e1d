"""Selections on a page: the row of a table as the selection of a record in the address."""

from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any, ParamSpec

import streamlit as st
from streamlit.logger import get_logger

from data.filters import Filters
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell.filters import address

LOG = get_logger("chegara")
MISFITS = (AttributeError, IndexError, KeyError, TypeError, ValueError)
P = ParamSpec("P")


def ignore_misfits(act: Callable[P, None]) -> Callable[P, None]:
    """Decorator of a callback on a selection; one that does not fit the page is logged and ignored."""

    @wraps(act)
    def fitting(*arguments: P.args, **named: P.kwargs) -> None:
        try:
            act(*arguments, **named)
        except MISFITS as error:
            LOG.warning("A selection did not fit: %s: %s", type(error).__name__, error)

    return fitting


def select_row(name: str, key: str, ids: Sequence[str]) -> Callable[[], None]:
    """For `on_select` of the table `key`: its selected row becomes the selection `name` of the URL."""
    return partial(_select, name, key, list(ids))


@ignore_misfits
def _select(name: str, key: str, ids: list[str]) -> None:
    rows = st.session_state[key].selection.rows
    address.select(name, ids[rows[0]] if rows else None)


def read_record(name: str, ask: Callable[..., Any], filters: Filters) -> Any:
    """The row that the URL selects under `name`, read by `ask` with its id last; None without one.

    So it is shown whatever page of the list it is on. One that the filters leave out stays open, with a line
    that says so and closes it.
    """
    wanted = st.query_params.get(name)
    if wanted is None:
        return None
    if found := reads.read_records(ask, filters, wanted):
        return found[0]
    if found := reads.read_records(ask, Filters(), wanted):
        _tell_outside(name)
        return found[0]
    return address.read_selection(name, [])


def _tell_outside(name: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"outside-{name}"):
        words = f"The filters leave out the {name} below; it stays open until you close it."
        markup.show(markup.tag("span", words, "small"))
        st.button("Close", key=f"close-{name}", type="tertiary", on_click=address.select, args=(name, None))
