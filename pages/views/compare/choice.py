"""What is compared, as the reader chooses it; the address holds the choice."""

from functools import partial

import streamlit as st

from data.extracts.lists.comparisons import KIND, OF
from data.filters import Filters
from data.queries import comparison as queries
from data.queries.comparison import PERIOD
from pages.views.compare import wording
from pages.views.compare.view import LONGEST, View, find_name
from pages.views.shell.controls import selection
from pages.views.shell.faults import contain
from pages.views.shell.filters import address, days, facets

KINDS, IDS = "compare-kind", "compare-ids"
OTHERS = ("part", "shared-page")
"""Parameters of the address that mean nothing once something else is compared."""


@contain
def show_picker(view: View) -> None:
    """The kind of what is compared, and a list in which up to three are found by any spelling."""
    st.session_state[KINDS] = view.kind
    st.segmented_control(
        "What is compared",
        list(wording.KINDS),
        format_func=wording.KINDS.__getitem__,
        key=KINDS,
        required=True,
        label_visibility="collapsed",
        on_change=_choose_kind,
    )
    options, things = _list_options(view), wording.KINDS[view.kind].lower()
    label = wording.PICK_PERIODS if view.kind == PERIOD else wording.PICK.format(things=things)
    st.session_state[IDS] = [side.id for side in view.sides]
    st.multiselect(
        label,
        list(options),
        key=IDS,
        format_func=lambda value: options.get(value, value),
        max_selections=queries.MOST,
        filter_mode="contains",
        accept_new_options=view.kind == PERIOD,
        select_all=False,
        on_change=partial(_choose_ids, view.kind, view.panel),
    )


def _list_options(view: View) -> dict[str, str]:
    """By id the words under which it is found, with the events that it has under the filters."""
    own = {side.id: name for side, name in zip(view.sides, view.names, strict=True)}
    if view.kind == PERIOD:
        first, last = (day.year for day in days.record_bounds())
        return {str(year): str(year) for year in range(last, first - 1, -1)} | own
    return own | _facet_labels(view.kind, view.panel)


def _facet_labels(kind: str, panel: Filters) -> dict[str, str]:
    return dict(facets.read_facet(queries.KINDS[kind], panel).labels)


@selection.ignore_misfits
def _choose_kind() -> None:
    _write(st.session_state[KINDS], ())


@selection.ignore_misfits
def _choose_ids(kind: str, panel: Filters) -> None:
    """What the browser sent may be ids, labels, or periods as they were typed."""
    sent: list[str] = st.session_state[IDS][: queries.MOST]
    if kind == PERIOD:
        chosen = [each.replace("–", "-").replace(" ", "") for each in sent]
    else:
        known = {words: value for value, words in _facet_labels(kind, panel).items()}
        chosen = [known.get(each, each) for each in sent]
    unknown = [each for each in chosen if not find_name(kind, each)]
    if unknown:
        st.session_state["changed"] = [wording.NO_PERIOD.format(text=each[:LONGEST]) for each in unknown]
    _write(kind, tuple(each for each in chosen if each not in unknown))


def _write(kind: str, ids: tuple[str, ...]) -> None:
    first = next(iter(wording.KINDS))
    values = {KIND: None if kind == first else kind, OF: queries.BETWEEN.join(ids) or None}
    address.select_several({**values, **dict.fromkeys(OTHERS)})
