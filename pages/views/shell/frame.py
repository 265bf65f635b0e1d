"""The frame around every page: navigation, filter panel, chips. Filter widgets stand here alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.filters import Filters, date_words, match_words
from data.pictures.periods import counted
from data.queries import events as event_queries
from data.queries import facets, histogram
from data.schema.vocabulary import EventKind, OrganisationRole
from pages.views.html import labels, markup
from pages.views.session import reads
from pages.views.shell import address

WIDGETS = {
    "org": "organisations",
    "role": "roles",
    "country": "countries",
    "kind": "kinds",
    "theme": "themes",
}
FILTERS, RUNNING, STARTED_OVER = "filters", "running", "started_over"
Chip = tuple[str, Callable[..., None], tuple[Any, ...]]
"""Words, and what removes it."""


def filter_panel(pages: Sequence[StreamlitPage], here: StreamlitPage) -> Filters:
    """Draw the sidebar and return what it asks for; the URL follows, or leads if it changed from outside."""
    names, (first, last) = reads.names(), bounds()
    choices = _choices()
    if st.session_state.get("address") != (asked := address.asked()):
        filters, st.session_state["stale"] = address.parse(asked, choices)
        fill(filters)
    with st.sidebar:
        markup.show(_brand())
        navigation = st.container(key="nav")
        _widgets(choices, names, first, last)
    filters = _from_widgets(first, last)
    if st.session_state.get("address") == asked != address.parameters(filters):  # a widget changed
        st.session_state["stale"] = []
    address.write(filters)
    st.session_state["address"] = address.parameters(filters)
    _navigation(navigation, pages, here, filters)
    return filters


def run(page: StreamlitPage, filters: Filters) -> None:
    """Run the page inside the frame: pages.views.shell.frame.current_filters() tells it what is asked."""
    st.session_state[FILTERS], st.session_state[RUNNING] = filters, True
    st.session_state[STARTED_OVER] = False
    try:
        page.run()
    finally:
        st.session_state[RUNNING] = False


def current_filters() -> Filters:
    """What the panel asks for; the first call of every page.

    The folder `pages/` makes Streamlit believe, until st.navigation has run once in the process, that each
    page is an app of its own, so a deep link right after a start runs the page without the frame. Then this
    tells Streamlit otherwise and starts over: once a session, whoever else has told Streamlit meanwhile. The
    flag is private.
    """
    if not st.session_state.get(RUNNING):
        from streamlit.runtime.pages_manager import PagesManager

        if not st.session_state.get(STARTED_OVER):
            st.session_state[STARTED_OVER] = True
            PagesManager.uses_pages_directory = False
            st.rerun()
        st.info("This page is part of the dashboard. Start it with `streamlit run app.py`.")
        st.stop()
    filters: Filters = st.session_state[FILTERS]
    return filters


def fill(filters: Filters) -> None:
    """Put the filters into the widgets: for callbacks of chips and charts, and for links from outside."""
    for name, field in WIDGETS.items():
        st.session_state[f"f_{name}"] = list(getattr(filters, field))
    st.session_state["f_match"] = "all" if filters.match_all else "any"
    st.session_state["f_q"] = filters.words
    first, last = bounds()
    st.session_state["f_dates"] = (
        min(max(filters.since or first, first), last),
        min(max(filters.until or last, first), last),
    )


@reads.per_build
def bounds() -> tuple[date, date]:
    """The first day of the first year and the last day of the last year of the record."""
    row = reads.records(event_queries.find_bounds)[0]
    return date(int(str(row["first"])[:4]), 1, 1), date(int(str(row["last"])[:4]), 12, 31)


def chips(filters: Filters, *extra: Chip) -> None:
    """The row of removable chips: one per value that is on; `extra` chips bring their own way to go."""
    shown, span = [*_chips(filters), *extra], _span(filters)
    stale: list[str] = st.session_state.get("stale", [])
    if stale:
        st.warning(
            f"The link asked for {', '.join(map(labels.plain, stale))}, which this record does not hold. "
            "It was left out."
        )
    if not shown:
        return
    with st.container(horizontal=True, key="chips"):
        for number, (words, remove, arguments) in enumerate(shown):
            label = f"{words} · events: {_in_range(filters)}" if words == span else words
            st.button(
                f"{labels.plain(label)} ✕", key=f"chip-{number}-{words}", on_click=remove, args=arguments
            )
        if len(shown) > 1:
            st.button("Clear all", key="chip-clear", type="tertiary", on_click=_clear, args=(extra,))


def _clear(extra: Sequence[Chip]) -> None:
    fill(Filters())
    for _, remove, arguments in extra:
        remove(*arguments)


def _chips(filters: Filters) -> list[Chip]:
    names = reads.names()
    found: list[Chip] = []
    for field in WIDGETS.values():
        values: tuple[str, ...] = getattr(filters, field)
        for value in values:
            fewer = without(filters, field, value)
            words = f"as {names[value]}" if field == "roles" else names[value]
            found.append((words, fill, (fewer,)))
    if filters.match_all and len(filters.organisations) > 1:
        found.append(("all of these organisations", fill, (replace(filters, match_all=False),)))
    if filters.has_dates:
        found.append((_span(filters), fill, (replace(filters, since=None, until=None),)))
    if filters.words:
        found.append((f"“{filters.words}”", fill, (replace(filters, words=""),)))
    return found


def _span(filters: Filters) -> str:
    return date_words(filters.since, filters.until).replace(" to ", " → ")


def _in_range(filters: Filters) -> str:
    """How many of the events that match are in the range of dates, certainly and possibly."""
    row = reads.records(event_queries.count_in_range, filters)[0]
    return match_words(row["certainly"], row["possibly"])


def without(filters: Filters, field: str, value: str) -> Filters:
    """The filters less one value of a field that holds several."""
    left: Any = tuple(v for v in getattr(filters, field) if v != value)
    return replace(filters, **{field: left})


@reads.per_build
def _choices() -> dict[str, list[str]]:
    return {
        "org": reads.read(facets.list_organisations)["id"].tolist(),
        "role": [str(role) for role in OrganisationRole],
        "country": reads.read(facets.list_countries)["id"].tolist(),
        "kind": [str(kind) for kind in EventKind],
        "theme": reads.read(facets.list_themes)["id"].tolist(),
    }


def _widgets(choices: dict[str, list[str]], names: dict[str, str], first: date, last: date) -> None:
    def many(label: str, name: str, words: str) -> None:
        st.multiselect(
            label,
            choices[name],
            key=f"f_{name}",
            format_func=names.__getitem__,
            placeholder=words,
            filter_mode="contains",
            select_all=False,
        )

    many("Organisations", "org", f"All {len(choices['org'])}")
    if st.session_state["f_org"]:
        many("Their part", "role", "Any part")
    if len(st.session_state["f_org"]) > 1:
        st.segmented_control(
            "Events with", ["any", "all"], key="f_match", format_func="{} of them".format, required=True
        )
    st.date_input("Dates", min_value=first, max_value=last, key="f_dates", format="YYYY-MM-DD")
    markup.show(_years())
    many("Country", "country", "All")
    many("Kind of event", "kind", "All")
    many("Theme", "theme", "All")
    st.text_input("Search", key="f_q", placeholder="Title, person, place…", max_chars=200)


def _from_widgets(first: date, last: date) -> Filters:
    state = st.session_state
    days = state["f_dates"] if isinstance(state["f_dates"], tuple | list) else (state["f_dates"],)
    since = days[0] if days and days[0] > first else None
    until = days[1] if len(days) > 1 and days[1] < last else None
    organisations = tuple(state["f_org"])
    return Filters(
        organisations=organisations,
        match_all=len(organisations) > 1 and state.get("f_match") == "all",
        roles=tuple(state.get("f_role", ())) if organisations else (),
        since=since,
        until=until,
        countries=tuple(state["f_country"]),
        kinds=tuple(state["f_kind"]),
        themes=tuple(state["f_theme"]),
        words=state["f_q"].strip(),
    )


def _navigation(
    container: Any, pages: Sequence[StreamlitPage], here: StreamlitPage, filters: Filters
) -> None:
    parameters = address.parameters(filters)
    with container:
        for page in pages:
            place = st.container(key="nav-here") if page is here else container
            place.page_link(page, query_params=parameters, width="stretch")


def _brand() -> markup.Safe:
    return markup.joined(
        (
            markup.tag("div", "Chegara", "brand"),
            markup.tag("div", "Security cooperation in Central Asia", "brandline"),
        )
    )


@reads.per_build
def _years() -> markup.Safe:
    """Events of the whole record per year, solid and hatched as in the strip of the timeline."""
    years = counted(reads.records(histogram.count_beginnings, Filters()), 12)
    return markup.bars([(str(year.start.year), year.certainly, year.possibly) for year in years])
