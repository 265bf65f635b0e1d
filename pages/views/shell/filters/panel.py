"""The sidebar: navigation and filters, whose widgets stand here alone; the URL follows them, or leads."""

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.filters import FilterNames, Filters
from data.links import MANY
from data.pictures.periods import count_by_period
from data.queries import facets
from data.queries.events import histogram
from data.schema.vocabulary import EventKind, OrganisationRole
from pages.views.html import bars, markup
from pages.views.session import reads
from pages.views.shell.filters import address, days

SEARCH = "f_q"
ALWAYS = (*(f"f_{name}" for name in MANY if name != "role"), days.WIDGET, SEARCH)
"""Keys of the widgets that are drawn at every run."""


def show_filter_panel(pages: Sequence[StreamlitPage], here: StreamlitPage) -> Filters:
    """Draw the sidebar and return its filters; the URL follows.

    The URL leads where it changed from outside, and where a run that failed before it had drawn all widgets
    made Streamlit forget the others.
    """
    names, choices = reads.filter_names(), _choices()
    asked, is_whole = address.read_parameters(), all(key in st.session_state for key in ALWAYS)
    if not is_whole or st.session_state.get("address") != asked:
        filters, st.session_state["stale"] = address.parse_filters(asked, choices)
        st.session_state["changed"] = address.list_changes(asked)
        fill_widgets(filters)
    with st.sidebar:
        markup.show(_brand())
        navigation = st.container(key="nav")
        _widgets(choices, names)
    filters = _from_widgets()
    if st.session_state.get("address") == asked != address.parameters(filters):  # a widget changed
        st.session_state["stale"] = st.session_state["changed"] = []
    address.write_filters(filters)
    st.session_state["address"] = address.parameters(filters)
    _navigation(navigation, pages, here, filters)
    return filters


def fill_widgets(filters: Filters) -> None:
    """Put the filters into the widgets: for callbacks of chips and charts, and for links from outside."""
    for name, field in MANY.items():
        st.session_state[f"f_{name}"] = list(getattr(filters, field))
    st.session_state["f_match"] = "all" if filters.match_all else "any"
    st.session_state[SEARCH] = filters.words
    days.fill_picker(filters)


@reads.cache_per_build
def _choices() -> dict[str, list[str]]:
    return {
        "org": reads.read_frame(facets.list_organisations)["id"].tolist(),
        "role": [str(role) for role in OrganisationRole],
        "country": reads.read_frame(facets.list_countries)["id"].tolist(),
        "kind": [str(kind) for kind in EventKind],
        "theme": reads.read_frame(facets.list_themes)["id"].tolist(),
    }


def _widgets(choices: dict[str, list[str]], names: FilterNames) -> None:
    def many(label: str, name: str, words: str) -> None:
        st.multiselect(
            label,
            choices[name],
            key=f"f_{name}",
            format_func=lambda value: names[MANY[name], value],
            placeholder=words,
            filter_mode="contains",
            select_all=False,
        )

    many("Organisations", "org", f"All {len(choices['org'])}")
    if st.session_state["f_org"]:
        many("Their role", "role", "Any role")
    if len(st.session_state["f_org"]) > 1:
        st.segmented_control(
            "Events with", ["any", "all"], key="f_match", format_func="{} of them".format, required=True
        )
    first, last = days.offer_days()
    st.date_input("Dates", min_value=first, max_value=last, key=days.WIDGET, format="YYYY-MM-DD")
    with st.container(key="years", gap=None):
        markup.show(_years())
        days.show_years()
    many("Country", "country", "All")
    many("Kind of event", "kind", "All")
    many("Theme", "theme", "All")
    st.text_input("Search", key=SEARCH, placeholder="Title, person, place…", max_chars=200)


def _from_widgets() -> Filters:
    state = st.session_state
    since, until = days.read_range()
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
        words=state[SEARCH].strip(),
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
    return markup.join(
        (
            markup.tag("div", "Chegara", "brand"),
            markup.tag("div", "Security cooperation in Central Asia", "brandline"),
        )
    )


@reads.cache_per_build
def _years() -> markup.Safe:
    """Events of the whole record per year, solid and hatched as in the strip of the timeline."""
    years = count_by_period(reads.read_records(histogram.count_beginnings, Filters()), 12)
    return bars.draw_bars(
        [(str(year.start.year), year.certainly, year.possibly, year.share) for year in years]
    )
