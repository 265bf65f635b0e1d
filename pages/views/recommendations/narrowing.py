"""What narrows recommendations beside the filters: what came of them, who is asked. It is in the address."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from data.filters import Filters
from data.queries.recommendations import follow_ups as queries
from data.queries.recommendations.follow_ups import Narrowing
from data.schema.vocabulary import FollowUpState
from pages.views.session import reads
from pages.views.shell import notices
from pages.views.shell.controls.switch import switch
from pages.views.shell.filters import address
from pages.views.shell.filters.chips import Chip

STATES = MappingProxyType(
    {
        FollowUpState.DONE: "done",
        FollowUpState.UNDER_WAY: "under way",
        FollowUpState.SAME_THEME: "same theme only",
        FollowUpState.NOT_FOUND: "no source found",
    }
)
"""What came of a recommendation, in words."""
ANYBODY = "Anybody"


def read_narrowing() -> Narrowing:
    """What the address asks for; a value that there is not is left out here, and named by `show_controls`."""
    state, addressee = (st.query_params.get(name, "") for name in ("status", "addressee"))
    return Narrowing(
        state if state in list(FollowUpState) else "",
        addressee if addressee in _addressees(Filters()) else "",
    )


def list_settings(own: Narrowing) -> tuple[tuple[str, str], ...]:
    """For what Download saves."""
    named = (("status", own.state), ("addressee", own.addressee))
    return tuple((name, value) for name, value in named if value)


def list_chips(own: Narrowing) -> list[Chip]:
    """Chips that give all of them back."""
    words = {"status": STATES[FollowUpState(own.state)] if own.state else "", "addressee": own.addressee}
    begun = {"status": "follow-up: ", "addressee": "asked of "}
    return [(begun[name] + text, address.select, (name, None)) for name, text in words.items() if text]


def show_controls(filters: Filters, own: Narrowing) -> None:
    """The states with the number of each, and the names of who is asked."""
    counts = _states(filters, own.addressee)
    words = {"": f"All {sum(counts.values()):,}"}
    words |= {str(state): f"{text.capitalize()} {counts[state]:,}" for state, text in STATES.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", key="narrowing"):
        switch("status", words, "", "Follow-up", key="status-choice", is_labelled=True)
        _choose_addressee(_addressees(filters, own.state), own)


def _choose_addressee(asked: Mapping[str, int], own: Narrowing) -> None:
    address.read_selection("addressee", [own.addressee])
    st.session_state["addressee-choice"] = own.addressee or None
    st.selectbox(
        "Asked of",
        list(dict.fromkeys([*asked, *filter(None, [own.addressee])])),
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
def _addressees(filters: Filters, state: str = "") -> Mapping[str, int]:
    rows = reads.read_records(queries.list_addressees, filters, state)
    return MappingProxyType({row["addressee"]: row["recommendations"] for row in rows})


def show_no_match(filters: Filters, own: Narrowing) -> None:
    """Say that nothing matches, and by which choice."""
    if own == queries.EVERY or not sum(_states(filters, "").values()):
        notices.no_match("recommendations", filters)
    else:
        st.info(
            "Recommendations match the filters, but none with this follow-up and addressee. "
            "Remove a chip above."
        )
