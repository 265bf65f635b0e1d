"""Selections on a page: the row of a table as the selection of a record in the address."""

from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any, NamedTuple, ParamSpec

import streamlit as st
from streamlit.logger import get_logger

from data.filters import Filters
from pages.views.html import markup
from pages.views.html.tables.printed_rows import Table
from pages.views.session import reads
from pages.views.shell.filters import address

LOG = get_logger("chegara")
MISFITS = (AttributeError, IndexError, KeyError, TypeError, ValueError)
P = ParamSpec("P")
HEAD = 35
"""Pixels of the head of a table, as Streamlit draws it."""
SORTS = st.components.v2.component(
    "sorts",
    js=f"const HEAD = {HEAD};"
    + """
const PRESSES = ["pointerdown", "mousedown"];
export default function ({ parentElement }) {
  const part = () => PRESSES.forEach((kind) => document.removeEventListener(kind, parentElement.hold, true));
  if (parentElement.hold) part();
  parentElement.hold = (event) => {
    const table = event.target.closest?.('[data-testid="stDataFrame"]');
    const canvas = table?.querySelector("canvas[tabindex]");
    if (!canvas || event.clientY - canvas.getBoundingClientRect().top > HEAD) return;
    event.preventDefault();
    canvas.focus = () => {};
    setTimeout(() => { delete canvas.focus; }, 300);
  };
  PRESSES.forEach((kind) => document.addEventListener(kind, parentElement.hold, true));
  return part;
}
""",
)
"""Keeps the focus from a table whose head is clicked: it would take its first cell as clicked, too."""


def ignore_misfits(act: Callable[P, None]) -> Callable[P, None]:
    """Decorator of a callback on a selection; one that does not fit the page is logged and ignored."""

    @wraps(act)
    def fitting(*arguments: P.args, **named: P.kwargs) -> None:
        try:
            act(*arguments, **named)
        except MISFITS as error:
            LOG.warning("A selection did not fit: %s: %s", type(error).__name__, error)

    return fitting


class Selected(NamedTuple):
    """The record that the address selects, and whether the filters leave it out."""

    row: Any
    is_outside: bool


def show_rows(
    table: Table,
    ids: Sequence[str],
    key: str,
    selected: str | None,
    choose: Callable[[str | None], None],
    **look: Any,
) -> None:
    """A table whose rows have `ids`: a click anywhere in one calls `choose` with it; `selected` is marked.

    `look` is what else `st.dataframe` takes.
    """
    marked = [ids.index(selected)] if selected in ids else []
    state = st.session_state.get(key)
    if (state["selection"]["rows"] if state else []) != marked:
        st.session_state[key] = {"selection": {"rows": marked, "columns": [], "cells": []}}
    markup.show(table.printed)
    st.dataframe(
        table.rows,
        column_config=table.config,
        hide_index=True,
        key=key,
        on_select=partial(_choose_row, key, list(ids), choose),
        selection_mode=("single-row", "single-cell"),
        **look,
    )
    SORTS(key=f"{key}-sorts")


@ignore_misfits
def _choose_row(key: str, ids: list[str], choose: Callable[[str | None], None]) -> None:
    found = st.session_state[key].selection
    rows = [row for row, _ in found.cells] or found.rows
    choose(ids[rows[0]] if rows else None)


def read_record(name: str, ask: Callable[..., Any], filters: Filters) -> Selected | None:
    """The row that the URL selects under `name`, read by `ask` with its id last; None without one.

    So it is shown whatever page of the list it is on, and also where the filters leave it out.
    """
    wanted = st.query_params.get(name)
    if wanted is None:
        return None
    for each in (filters, Filters()):
        if found := reads.read_records(ask, each, wanted):
            return Selected(found[0], each is not filters)
    address.read_selection(name, [])
    return None
