"""The panel of the network: a selected organisation or line, and what can be done with it."""

import streamlit as st

from data.filters import Filters
from data.queries.network.shared_events import Settings
from data.values.rows import Row
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.html.things import link_thing
from pages.views.network import card, choice
from pages.views.network.graph import END, Network, draw_whole, organisation_names
from pages.views.shell.controls.record_panel import Order, Record, show_record
from pages.views.shell.controls.selection import ignore_misfits
from pages.views.shell.faults import contain

NO_CHAIN = "No chain of lines joins the two in this picture."
CHAIN = "Shortest chain to"


@contain
def show_panel(shown: Network, notes: Footnotes) -> None:
    """The panel of what the address selects; nothing where it selects nothing."""
    if len(shown.selected) == 1:
        _show_node(shown, shown.selected[0], notes)
    elif shown.selected:
        _show_line(shown, notes)


def _show_node(shown: Network, node: str, notes: Footnotes) -> None:
    ids = [each["id"] for each in shown.nodes]
    row, is_outside = _find_node(shown, node), node not in ids
    with show_record(
        Record("organisation", "organisations", node, row["source_id"], is_outside),
        Order(ids, choice.choose_node),
    ):
        with st.container(horizontal=True, key="network-actions"):
            is_focus = shown.focus == node
            st.button(
                "Leave the focus" if is_focus else "Focus",
                key="network-focus",
                on_click=choice.set_focus,
                args=(None if is_focus else node,),
            )
            _show_filter_buttons(shown.filters, (node,))
        _show_chain(shown, node)
        markup.show(card.draw_organisation(shown, row, notes))


def _find_node(shown: Network, node: str) -> Row:
    """Its row in the picture, else in that of the whole record."""
    for row in shown.nodes:
        if row["id"] == node:
            return row
    whole = draw_whole(Settings(Filters(organisations=(node,))))
    return next(row for row in whole.nodes if row["id"] == node)


def _show_line(shown: Network, notes: Footnotes) -> None:
    lines = [choice.name_line(link) for link in shown.pairs]
    line = END.join(shown.selected)
    with show_record(Record("line", "", line, None, line not in lines), Order(lines, choice.choose_line)):
        with st.container(horizontal=True, key="network-actions"):
            _show_filter_buttons(shown.filters, shown.selected)
        markup.show(card.draw_shared_events(shown, shown.selected, notes))


def _show_filter_buttons(filters: Filters, organisations: tuple[str, ...]) -> None:
    given = (filters, organisations)
    st.button("Add to filter", key="network-add", on_click=choice.add_to_filter, args=given)
    st.button("Replace filter", key="network-replace", on_click=choice.replace_filter, args=given)


def _show_chain(shown: Network, node: str) -> None:
    """The choice of another organisation, and the chain of lines that leads to it."""
    names = {row["id"]: row["name"] for row in shown.nodes if row["id"] != node}
    now = st.query_params.get("chain")
    st.session_state["network-chain"] = now if now in names else None
    st.selectbox(
        CHAIN,
        list(names),
        format_func=lambda id_: names.get(id_, id_),
        index=None,
        key="network-chain",
        placeholder="Choose an organisation",
        on_change=_choose_chain,
    )
    if now is None:
        return
    if not shown.chain:
        markup.show(markup.tag("p", NO_CHAIN, "small"))
        return
    markup.show(_draw_chain(shown))


def _draw_chain(shown: Network) -> markup.Safe:
    """Each step with the number of events that the two shared."""
    shared = {frozenset((link["a_id"], link["b_id"])): link["shared"] for link in shown.links}
    names = organisation_names()
    rows = [
        (
            link_thing("organisations", start, names[start]),
            link_thing("organisations", end, names[end]),
            shared[frozenset((start, end))],
        )
        for start, end in zip(shown.chain, shown.chain[1:], strict=False)
    ]
    return markup.table(("From", "To", "Shared"), rows, "partners")


@ignore_misfits
def _choose_chain() -> None:
    choice.choose_chain(st.session_state["network-chain"])
