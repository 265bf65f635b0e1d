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
TABLES = st.components.v2.component(
    "tables",
    js="""
const CANVAS = '[data-testid="stDataFrame"] canvas[tabindex]';
const MOVES = /^(Arrow.*|Page.*|Home|End|Enter| )$/;
const LAG = 500;  // of the cells that screen readers are told behind those that are painted, in ms
const find = (event) => event.isTrusted && event.target.closest?.(CANVAS);
const has_cell = (table) => table.querySelector('td[aria-selected="true"]');
const enter = (table) => table.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
const hold = (event) => { if (find(event)) event.stopPropagation(); };
let last = -LAG;
const move = (event) => {
  const table = MOVES.test(event.key) && find(event);
  if (!table) return;
  const is_first = event.timeStamp - last > LAG && !has_cell(table);
  last = event.timeStamp;
  if (is_first) event.stopImmediatePropagation(), event.preventDefault();
  enter(table);
};
const mark = (event) => {
  const table = find(event);
  if (table) setTimeout(() => has_cell(table) && enter(table), LAG);
};
export default function () {  // each is added once, whatever the number of tables
  document.addEventListener("focusin", hold, true);
  document.addEventListener("keydown", move, true);
  document.addEventListener("click", mark, true);
}
""",
)
"""Tells a table of Streamlit that it has the focus only when a cell is selected or a key is to select one.

It takes its first cell as clicked when it gets the focus, whatever brought it there: the tabulator key, a
click on its head, or the panel that closes.
"""


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
    if key not in st.session_state or _find_rows(st.session_state[key]["selection"]) != marked:
        cells = [(row, table.rows.column_names[0]) for row in marked]
        st.session_state[key] = {"selection": {"rows": marked, "columns": [], "cells": cells}}
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
    TABLES(key=f"{key}-focus")


@ignore_misfits
def _choose_row(key: str, ids: list[str], choose: Callable[[str | None], None]) -> None:
    rows = _find_rows(st.session_state[key].selection)
    choose(ids[rows[0]] if rows else None)


def _find_rows(selection: Any) -> list[int]:
    return [row for row, _ in selection["cells"]] or list(selection["rows"])


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
