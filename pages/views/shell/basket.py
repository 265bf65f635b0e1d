"""The basket of the reader: rows chosen on any page, kept in the browser; a session holds a copy of it."""

from collections.abc import Callable, Sequence

import streamlit as st

from data.brief.basket import (
    LARGEST,
    MOST_ITEMS,
    TABLES,
    Basket,
    BasketError,
    Item,
    read_basket,
    write_basket,
)
from data.filters import Filters
from data.links import brief_parameters
from pages.views.html import markup
from pages.views.shell.controls.selection import ignore_misfits

KEEPER, NOW, BEFORE, KNOWN = "basket-keeper", "basket", "basket-before", "basket-known"
STEPS = 20
"""Changes that can be undone."""
EMPTY = Basket(())
FULL = f"The basket is full: it holds {MOST_ITEMS} entries, and {LARGEST // 1000} kB with their notes."
KEEP = st.components.v2.component(
    "keep_basket",
    js="""
const KEY = "chegara_basket", KINDS = ["focus", "visibilitychange"];
function leave(root) { for (const kind of KINDS) removeEventListener(kind, root.look, true); }
const read = () => { try { return localStorage.getItem(KEY) ?? ""; } catch { return ""; } };
function write(basket) {
  try { basket ? localStorage.setItem(KEY, basket) : localStorage.removeItem(KEY); } catch {}
}
export default function ({ data, parentElement: root, setTriggerValue }) {
  // What the browser holds goes to a session that does not know of it; from then on the session leads.
  const kept = read(), is_new = !data.is_known || !root.began;
  root.began = true;
  if (!is_new || !kept) { if (data.is_known) write(data.basket); }
  else if (kept !== data.basket) setTriggerValue("kept", kept);
  // Another window may have changed it since.
  leave(root);
  root.look = () => {
    if (!document.hidden && read() !== data.basket) setTriggerValue("changed", read());
  };
  for (const kind of KINDS) addEventListener(kind, root.look, true);
  return () => leave(root);
}
""",
)
"""Keeps the basket in the local storage of the browser, and nowhere else."""


def current() -> Basket:
    """The basket of this reader."""
    basket: Basket = st.session_state.get(NOW, EMPTY)
    return basket


def keep_in_browser() -> None:
    """Have the browser keep the basket, and hand over what it kept; once a run."""
    basket = current()
    text = write_basket(basket, indent=None).decode() if basket != EMPTY else ""
    KEEP(
        key=KEEPER,
        data={"basket": text, "is_known": st.session_state.get(KNOWN, False)},
        on_kept_change=_take_kept,
        on_changed_change=_take_changed,
    )


def change(basket: Basket) -> None:
    """Make this the basket; the one before can be had back. One that is too large changes nothing."""
    if basket == current():
        return
    if not _fits(basket):
        st.toast(FULL)
        return
    before: list[Basket] = st.session_state.setdefault(BEFORE, [])
    st.session_state[BEFORE] = [*before, current()][-STEPS:]
    _set(basket)


def undo() -> None:
    """Make the basket what it was before the last change."""
    if before := st.session_state.get(BEFORE, []):
        _set(before[-1])
        st.session_state[BEFORE] = before[:-1]


def can_undo() -> bool:
    return bool(st.session_state.get(BEFORE))


def add(items: Sequence[Item]) -> None:
    """Put rows in, each once."""
    basket = current().with_items(items)
    change(basket)
    if not all(basket.holds(item.table, item.id) for item in items):
        st.toast(FULL)


def show_button(table: str, identity: str, *, is_framed: bool = False) -> None:
    """A button that puts a row into the basket or takes it out; nothing where none may be put in."""
    if table not in TABLES:
        return
    is_in = current().holds(table, identity)
    st.button(
        "In the basket ✓" if is_in else "Add to basket",
        key="basket-toggle",
        type="secondary" if is_framed else "tertiary",
        help="Take it out again" if is_in else "Baskets become briefs: see the page Brief",
        on_click=_take_out if is_in else _put_in,
        args=(table, identity),
    )


def show_way(filters: Filters) -> None:
    """The way to a brief of what the page shows; of a thing, also into the basket."""
    markup.show(markup.page_link("Make a brief of this", "brief", brief_parameters(filters), "way"))
    if filters.subject:
        show_button(*filters.subject, is_framed=True)


def name_page(title: str) -> str:
    """The title of the page Brief in the menu, with the number of entries in the basket."""
    number = len(current().items)
    return f"{title} ({number} in the basket)" if number else title


def _put_in(table: str, identity: str) -> None:
    add([Item(table, identity)])


def _take_out(table: str, identity: str) -> None:
    change(current().without(table, identity))


def _fits(basket: Basket) -> bool:
    """Whether it can be read again from where it is kept."""
    return len(write_basket(basket, indent=None)) <= LARGEST


def _set(basket: Basket) -> None:
    st.session_state[NOW], st.session_state[KNOWN] = basket, True


@ignore_misfits
def _take_kept() -> None:
    """What the browser kept, before what this session has put in meanwhile."""
    _take(st.session_state[KEEPER].kept, lambda kept: kept.with_items(current().items))


@ignore_misfits
def _take_changed() -> None:
    """What another window of the browser has made of it."""
    _take(st.session_state[KEEPER].changed, lambda kept: kept)


def _take(text: str | None, join: Callable[[Basket], Basket]) -> None:
    if text is None:
        return
    try:
        kept = read_basket(text.encode()) if text else EMPTY
    except BasketError:  # somebody else wrote there
        st.session_state[KNOWN] = True
        return
    if not _fits(joined := join(kept)):
        st.toast(FULL)
        joined = kept
    _set(joined)
