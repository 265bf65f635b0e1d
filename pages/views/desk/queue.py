"""The top of the desk: its drafts, which one is in hand, who decides, and the groups of its cards."""

from functools import lru_cache

import streamlit as st

from data.drafts.acceptance import list_undecided
from data.drafts.draft import HEAD, DraftError
from data.drafts.folders import open_page
from data.drafts.review import open_review
from data.filters import Filters
from pages.views.desk import wording
from pages.views.desk.card import count_groups
from pages.views.desk.review_session import DRAFT, GROUP, WHO, ReviewSession, choose_card
from pages.views.html.markup import count_noun, show, tag
from pages.views.shell import heading
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

PICKER = "desk-draft"


def show_head(names: list[str], filters: Filters) -> dict[str, str]:
    """Title and sentence; the state of each draft by its name, those that wait first."""
    told = {name: _describe(name, _stamp(name)) for name in names}
    states = dict(sorted(told.items(), key=lambda each: not each[1].endswith(wording.WAITS)))
    waiting = sum(state.endswith(wording.WAITS) for state in states.values())
    words = wording.QUEUE.format(drafts=count_noun(len(names), "draft"), waiting=waiting)
    heading.show(wording.TITLE, words, filters)
    if not filters.is_empty:
        show(tag("p", wording.NO_FILTERS, "sentence"))
    return states


def _stamp(name: str) -> tuple[int, ...]:
    """When what a state rests on was changed last."""
    desk = open_page()
    paths = (desk.decisions, desk.drafts / name / HEAD)
    return tuple(path.stat().st_mtime_ns if path.is_file() else 0 for path in paths)


@lru_cache(2048)
def _describe(name: str, _: tuple[int, ...]) -> str:
    try:
        review = open_review(open_page(), name)
    except DraftError:
        return "damaged"
    waiting = len(list_undecided(review.draft, review.decisions))
    return f"{waiting} {wording.WAITS}" if waiting else "decided"


@contain
def show_picker(session: ReviewSession, states: dict[str, str]) -> None:
    """Which draft is in hand, and who decides."""
    left, right = st.columns([3, 1])
    st.session_state[PICKER] = session.name
    left.selectbox(
        "Draft",
        list(states),
        format_func=lambda name: f"{name} ({states[name]})",
        key=PICKER,
        on_change=_pick,
    )
    right.text_input("Who decides", key=WHO, max_chars=60, placeholder="initials, kept with decisions")


def _pick() -> None:
    address.select(DRAFT, st.session_state[PICKER])
    choose_card(None)


@contain
def show_groups(session: ReviewSession) -> None:
    """The groups of cards, each with how many wait."""
    groups = count_groups(session)
    if not groups:
        return
    st.session_state[GROUP] = session.group
    with st.container(key="desk-groups"):
        st.segmented_control(
            "Cards",
            list(groups),
            format_func=groups.__getitem__,
            key=GROUP,
            required=True,
            label_visibility="collapsed",
            on_change=_choose_group,
        )


def _choose_group() -> None:
    choose_card(None, st.session_state[GROUP])
