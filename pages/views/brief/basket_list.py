"""The basket: its entries in their order, each with the reader's own note; saved, handed on, emptied."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.brief import basket_link
from data.brief.basket import LARGEST, LONGEST_NOTE, MOST_ITEMS, BasketError, Item, read_basket, write_basket
from data.filters import Filters
from data.queries.events import list as event_queries
from pages.views.brief import entries, wording
from pages.views.footnotes.wording import row_names
from pages.views.html import labels, markup
from pages.views.html.kinds import ONE
from pages.views.session import reads, uploads
from pages.views.shell import basket
from pages.views.shell.controls.selection import ignore_misfits
from pages.views.shell.faults import contain

LINK, FILE, LIST = "basket", "basket-file", "basket-list"
"""Parameter of the address that brings a basket; keys of the uploader and the list."""


@contain
def show_shared() -> None:
    """A basket that the address brings: it is taken, joined or left."""
    if (code := st.query_params.get(LINK)) is None:
        return
    try:
        brought = basket_link.decode(code)
    except BasketError as error:
        st.warning(labels.escape_markdown(wording.UNREAD.format(why=error)))
        st.query_params.pop(LINK)
        return
    title = f", “{brought.title}”" if brought.title else ""
    words = wording.SHARED.format(entries=count_entries(len(brought.items)), title=title)
    st.info(labels.escape_markdown(words))
    with st.container(horizontal=True, key="basket-brought"):
        st.button("Take it in place of mine", key="basket-take", on_click=partial(_take, brought))
        joined = basket.current().with_items(brought.items)
        st.button("Add it to mine", key="basket-join", on_click=partial(_take, joined))
        st.button("Leave it", key="basket-leave", type="tertiary", on_click=partial(_take, basket.current()))


def count_entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _take(taken: Any) -> None:
    basket.change(taken)
    st.query_params.pop(LINK, None)


@contain
def show_basket() -> None:
    """The entries, and what can be done with all of them."""
    now = basket.current()
    if now.items:
        markup.show(markup.tag("p", wording.LEAD, "small"))
        names = row_names()
        entries.LIST(
            key=LIST,
            data={
                "most": LONGEST_NOTE,
                "entries": [
                    {"table": item.table, "id": item.id, "note": item.note}
                    | {"kind": ONE[item.table], "name": names.get((item.table, item.id), item.id)}
                    | {"gone": "" if (item.table, item.id) in names else wording.GONE}
                    for item in now.items
                ],
            },
            on_changed_change=_keep_order,
        )
    else:
        markup.show(markup.tag("p", wording.EMPTY, "lead"))
    _show_actions()
    _show_files()


def show_filling(filters: Filters) -> None:
    """A button that puts the events that match into the basket."""
    number = reads.read_records(event_queries.count_events, filters)[0]["events"]
    words = "Put the event into the basket" if number == 1 else f"Put the {number:,} events into the basket"
    st.button(words, key="basket-fill", disabled=not number, on_click=partial(_fill, filters))


def _fill(filters: Filters) -> None:
    rows = reads.read_records(event_queries.list_events, filters, 0, MOST_ITEMS + 1)  # one more: it says so
    basket.add([Item("events", row["id"]) for row in rows])


def _show_actions() -> None:
    with st.container(horizontal=True, key="basket-actions"):
        if basket.current().items:
            st.button("Empty the basket", key="basket-empty", on_click=partial(basket.change, basket.EMPTY))
        if basket.can_undo():
            st.button("Undo", key="basket-undo", on_click=basket.undo)
        if basket.current() != basket.EMPTY:
            st.download_button(
                "Save as a file",
                data=write_basket(basket.current()),
                file_name="chegara_basket.json",
                mime="application/json",
                on_click="ignore",
                key="basket-save",
            )
            code = basket_link.encode(basket.current())
            entries.SHARE(key="basket-share", data={"code": code, "long": wording.TOO_LONG}, width="content")


def _show_files() -> None:
    """The way in for a file; each is read once."""
    given = st.file_uploader(
        "A basket saved before", type=["json"], key=FILE, max_upload_size=1, on_change=_read_file
    )
    uploads.show_notice()
    if given and (why := st.session_state.get("basket-unfit")):
        st.warning(labels.escape_markdown(wording.UNFIT.format(why=why)))


def _read_file() -> None:
    given: UploadedFile | None = st.session_state[FILE]
    st.session_state["basket-unfit"] = ""
    if given is None:
        return
    try:
        brought = read_basket(given.read(LARGEST + 1))
    except BasketError as error:
        st.session_state["basket-unfit"] = str(error)
        return
    basket.change(brought)


@ignore_misfits
def _keep_order() -> None:
    """What the list sends after each step: its entries as they stand in it now."""
    if (text := st.session_state[LIST].changed) is not None:
        basket.change(replace(basket.current(), items=read_basket(text.encode()).items))
