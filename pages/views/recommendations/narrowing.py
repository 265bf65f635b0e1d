"""What narrows recommendations on their page: what came of them, a filter, and who is asked by name."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import streamlit as st

from data.filters import Filters
from data.queries.recommendations import follow_ups as queries
from data.schema.vocabulary import STATES
from pages.views.session import reads
from pages.views.shell import notices
from pages.views.shell.filters import address
from pages.views.shell.filters.chips import Chip
from pages.views.shell.filters.panel import fill_widgets

ANYBODY = "Anybody"
STATE = "status-choice"


def read_addressee() -> str:
    """Whom the address asks for; one that there is not is left out here, and named by `show_controls`."""
    addressee = st.query_params.get("addressee", "")
    return addressee if addressee in _addressees(Filters()) else ""


def list_settings(addressee: str) -> tuple[tuple[str, str], ...]:
    """For what Download saves."""
    return (("addressee", addressee),) if addressee else ()


def list_chips(addressee: str) -> list[Chip]:
    """The chip that gives all of them back."""
    return [(f"asked of {addressee}", address.select, ("addressee", None))] if addressee else []


def show_controls(filters: Filters, addressee: str) -> None:
    """The states with the number of each, and the names of who is asked."""
    counts = _states(filters, addressee)
    words = {str(state): f"{text.capitalize()} {counts[state]:,}" for state, text in STATES.items()}
    with st.container(horizontal=True, vertical_alignment="top", key="narrowing"):
        st.session_state[STATE] = list(filters.follow_ups)
        st.segmented_control(
            "Follow-up",
            list(words),
            selection_mode="multi",
            format_func=words.__getitem__,
            key=STATE,
            on_change=partial(_on_state, filters),
        )
        _choose_addressee(_addressees(filters), addressee)


def _on_state(filters: Filters) -> None:
    fill_widgets(replace(filters, follow_ups=tuple(st.session_state[STATE])))


def _choose_addressee(asked: Mapping[str, int], addressee: str) -> None:
    address.read_selection("addressee", [addressee])
    st.session_state["addressee-choice"] = addressee or None
    st.selectbox(
        "Asked of",
        list(dict.fromkeys([*asked, *filter(None, [addressee])])),
        index=None,
        format_func=lambda name: f"{name} · {asked.get(name, 0):,}",
        placeholder=ANYBODY,
        key="addressee-choice",
        on_change=_on_addressee,
        width=320,
    )


def _on_addressee() -> None:
    address.select("addressee", st.session_state["addressee-choice"])


@reads.cache_per_build
def _states(filters: Filters, addressee: str) -> dict[str, int]:
    rows = reads.read_records(queries.count_states, filters, addressee)
    return {row["state"]: row["recommendations"] for row in rows}


@reads.cache_few_per_build
def _addressees(filters: Filters) -> Mapping[str, int]:
    rows = reads.read_records(queries.list_addressees, filters)
    return MappingProxyType({row["addressee"]: row["recommendations"] for row in rows})


def show_no_match(filters: Filters, addressee: str) -> None:
    """Say that nothing matches, and by which choice."""
    others = sum(_states(filters, "").values())
    if others and (addressee or filters.follow_ups):
        st.info(
            "Recommendations match the other filters, but none with this follow-up and addressee. "
            "Remove a chip above."
        )
    else:
        notices.no_match("recommendations", filters)
