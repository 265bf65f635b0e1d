"""The panel of the selected record: beside the page on a wide screen, a sheet over it on a narrow one.

Every page that has cards shows them in it, one at a time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.brief.basket import TABLES, Basket, Item
from data.brief.request import Length, Request
from data.claims.citations import format_plain
from data.links import THINGS
from data.queries.sources import rows as source_rows
from pages.views.html import clipboard, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell import basket, citations, embedding
from pages.views.shell.controls.pager import Pager

NARROW = 1100
"""Pixels up to which the panel is a sheet; also in `style.css`."""
OUTSIDE = "This {what} is not among what the page shows now; it stays open until you close it."
KEYS = st.components.v2.component(
    "record_panel",
    html="<button type='button'>Copy citation</button><span role='status' aria-live='polite'></span>",
    css="""
button { font: inherit; font-size: .9rem; color: var(--st-link-color); background: none; cursor: pointer;
  border: 0; min-height: 2rem; padding: 0; white-space: nowrap; }
button:hover { text-decoration: underline; }
span { position: absolute; left: -999rem; }
""",
    js=clipboard.PUT
    + f"const NARROW = matchMedia('(max-width: {NARROW}px)');"
    + """
const OTHERS = '[data-testid="stSidebar"], [role="dialog"]:not(.st-key-panel), [role="listbox"], .footnotes';
const find = () => document.querySelector(".st-key-panel");
function enter(root) {
  const panel = find(), from = root.opener = document.activeElement;
  const pressed = document.querySelector('button[data-choice][aria-pressed="true"]:not(.open)');
  const stays = pressed || from.closest('[data-testid="stDataFrame"]');  // arrows go on through its rows
  const is_asked = navigator.userActivation?.hasBeenActive && !stays;  // and not opened by a link
  if (NARROW.matches || is_asked) panel.focus({ preventScroll: true });
}
export default function ({ data, parentElement: root }) {
  const panel = find(), button = root.querySelector("button"), said = root.querySelector("span");
  panel.tabIndex = -1;
  panel.setAttribute("role", NARROW.matches ? "dialog" : "region");
  panel.setAttribute("aria-label", data.label);
  button.hidden = !data.cite;
  button.onclick = async () => {
    await put(data.cite);
    button.textContent = "Copied"; said.textContent = "Citation copied";
    setTimeout(() => { button.textContent = "Copy citation"; said.textContent = ""; }, 1600);
  };
  if (root.record !== data.record) { root.record = data.record; panel.scrollTop = 0; }
  if (root.close) return root.leave;
  root.close = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.target.closest?.(OTHERS)) return;
    if (document.querySelector(":popover-open")) return;
    find()?.querySelector(".st-key-panel-close button")?.click();
  };
  root.hold = (event) => {  // a sheet hides the page, so the focus stays in it
    const panel = find();
    if (!panel || !NARROW.matches || panel.contains(event.target) || event.target.closest(OTHERS)) return;
    panel.focus();
  };
  root.leave = () => {
    document.removeEventListener("keydown", root.close);
    document.removeEventListener("focusin", root.hold, true);
    const active = document.activeElement, is_lost = active === document.body || find()?.contains(active);
    const main = is_lost ? document.querySelector('[data-testid="stMain"]') : null;
    const came_with_page = root.opener === document.body || !root.opener?.isConnected;
    const of_list = root.opener?.matches("button.open") ? `button.open[data-choice="${root.record}"]` : null;
    const card = of_list && document.querySelector(of_list);  // the list was drawn anew
    (card || (came_with_page ? main : root.opener))?.focus({ preventScroll: true });
  };
  enter(root);
  document.addEventListener("keydown", root.close);
  document.addEventListener("focusin", root.hold, true);
  return root.leave;
}
""",
)
"""Copies the citation, closes by Escape, leads the focus into the panel and back to where it was."""


@dataclass(frozen=True)
class Order:
    """The list in which the reader goes to the record before and after: ids of its rows that are at hand.

    Of a list with pages these are the rows of one page, and `read` finds the id at a place counted from 0.
    """

    ids: Sequence[str]
    choose: Callable[[str | None], None]
    pager: Pager | None = None
    read: Callable[[int], str] | None = None

    @property
    def rows(self) -> int:
        return self.pager.rows if self.pager else len(self.ids)

    def find(self, record: str) -> int | None:
        """The place of a record in the whole list; None where it is not at hand."""
        first = self.pager.first if self.pager else 0
        return first + self.ids.index(record) if record in self.ids else None

    def go(self, place: int) -> None:
        """Select the record at a place; its page of the list too."""
        first = self.pager.first if self.pager else 0
        is_at_hand = first <= place < first + len(self.ids)
        if is_at_hand or self.read is None or self.pager is None:
            self.choose(self.ids[place - first])
        else:
            self.choose(self.read(place))
            self.pager.turn(place // self.pager.size + 1)


@dataclass(frozen=True)
class Record:
    """What the panel says of the record beside its card.

    `what` is its kind in a word, `table` and `id` its row, `source` the one that is cited.
    """

    what: str
    table: str
    id: str
    source: str | None = None
    is_outside: bool = False


@contextmanager
def show_record(record: Record, order: Order) -> Iterator[None]:
    """The panel with its buttons; what is shown within is the card, alone where it is embedded."""
    if embedding.is_asked():
        yield
        return
    with st.container(key="panel"):
        with st.container(horizontal=True, key="panel-bar", vertical_alignment="center"):
            _show_steps(record, order)
            st.button("Close ✕", key="panel-close", type="tertiary", on_click=order.choose, args=(None,))
        with st.container(horizontal=True, key="panel-links", vertical_alignment="center"):
            KEYS(
                key="panel-keys",
                data={
                    "record": record.id,
                    "label": f"The selected {record.what}",
                    "cite": _cite(record.source),
                },
                width="content",
            )
            markup.show(_link_page(record))
            basket.show_button(record.table, record.id)
            _show_sources(record)
        if record.is_outside:
            markup.show(markup.tag("p", OUTSIDE.format(what=record.what), "small"))
        yield


def _show_steps(record: Record, order: Order) -> None:
    """The way to the records before and after, where the list is at hand."""
    if (place := order.find(record.id)) is None:
        return
    is_first, is_last = not place, place + 1 == order.rows
    steps = partial(order.go, place - 1), partial(order.go, place + 1)
    st.button("‹ Previous", key="panel-previous", type="tertiary", on_click=steps[0], disabled=is_first)
    st.button("Next ›", key="panel-next", type="tertiary", on_click=steps[1], disabled=is_last)
    markup.show(markup.tag("span", f"{place + 1:,} of {order.rows:,}", "small"))


def _link_page(record: Record) -> markup.Safe:
    """The way to the page of the record, where its kind has pages."""
    return link_thing(record.table, record.id, "Open page") if record.table in THINGS else markup.Safe()


def _show_sources(record: Record) -> None:
    """All sources of the card, where a brief may be made of it."""
    if record.table in TABLES:
        card = Request(basket=Basket((Item(record.table, record.id),)), length=Length.WHOLE)
        citations.show_menu("card", card, "All sources", is_quiet=True)


def _cite(source: str | None) -> str:
    """The source on which the record rests, as plain text."""
    found = reads.read_records(source_rows.list_sources_by_id, (source,)) if source else []
    return format_plain(found[0]) if found else ""
