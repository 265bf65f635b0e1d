"""The sidebar: navigation and filters, whose widgets stand here alone; the URL follows them, or leads."""

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.filters import Filters
from data.links import MANY
from data.pictures.periods import count_by_period
from data.queries.events import histogram
from data.values.text import LONGEST_SEARCH
from pages.views.html import bars, labels, markup
from pages.views.session import reads
from pages.views.shell import basket
from pages.views.shell.filters import address, days, facets

SEARCH = "f_q"
ALWAYS = (*(f"f_{name}" for name in MANY if name != "role"), days.WIDGET, SEARCH)
"""Keys of the widgets that are drawn at every run."""
NAMES = {field: name for name, field in MANY.items()}
LISTS = {"countries": "Country", "kinds": "Kind of event", "themes": "Theme"}
MORE = {
    "people": "Person",
    "instruments": "Instrument",
    "borders": "Border",
    "forms": "Form of event",
    "publishers": "Reported by",
    "follow_ups": "Follow-up of its recommendations",
}
"""Lists of the panel by field; the second ones are folded."""


def show_filter_panel(pages: Sequence[StreamlitPage], here: StreamlitPage) -> Filters:
    """Draw the sidebar and return its filters; the URL follows.

    The URL leads where it changed from outside, and where a run that failed before it had drawn all widgets
    made Streamlit forget the others. Where a widget changed too, the URL is one that the browser had before
    it was told of the last change: the widget leads.
    """
    asked, known = address.read_parameters(), st.session_state.get("address")
    is_whole = all(key in st.session_state for key in ALWAYS)
    is_changed = is_whole and known is not None and address.parameters(_read_sent()) != known
    if not is_changed and (known != asked or not is_whole):
        filters, st.session_state["stale"] = address.parse_filters(asked, facets.list_choices())
        st.session_state["changed"] = address.list_changes(asked)
        fill_widgets(filters)
    with st.sidebar:
        markup.show(_brand())
        navigation = st.container(key="nav")
        results = _widgets()
    filters = _from_widgets()
    wanted = st.session_state["address"] = address.parameters(filters)
    if is_changed:
        st.session_state["stale"] = st.session_state["changed"] = []
    if wanted != asked:
        address.write_filters(wanted)
    elif known not in (None, asked):
        address.confirm()
    _navigation(navigation, pages, here, wanted)
    results.page_link(
        "pages/search.py",
        label="All results" if filters.words else "Search everything",
        query_params=wanted,
    )
    return filters


def fill_widgets(filters: Filters) -> None:
    """Put the filters into the widgets: for callbacks of chips and charts, and for links from outside."""
    for name, field in MANY.items():
        st.session_state[f"f_{name}"] = list(getattr(filters, field))
    st.session_state["f_match"] = "all" if filters.match_all else "any"
    st.session_state[SEARCH] = filters.words
    days.fill_picker(filters)


def _read_sent() -> Filters:
    """The filters that the widgets hold, of what the browser sent only what is offered."""
    for field, name in NAMES.items():
        sent = st.session_state.get(f"f_{name}", ())
        st.session_state[f"f_{name}"] = facets.read_facet(field, Filters()).find_ids(sent)
    days.offer_days()
    return _from_widgets()


def _widgets() -> Any:
    """The lists are drawn last, wherever they stand: what each offers depends on all other filters.

    What is returned is the place of the link to the search page.
    """
    organisations = st.container(key="of-organisations")
    first, last = days.offer_days()
    st.date_input("Dates", min_value=first, max_value=last, key=days.WIDGET, format="YYYY-MM-DD")
    with st.container(key="years", gap=None):
        markup.show(_years())
        days.show_years()
    filters = _from_widgets()
    with organisations:
        _list_of(filters, "organisations", "Organisations")
        if filters.organisations:
            _list_of(filters, "roles", "Their role")
        if len(filters.organisations) > 1:
            st.segmented_control(
                "Events with", ["any", "all"], key="f_match", format_func="{} of them".format, required=True
            )
            markup.show(markup.tag("div", facets.describe_match(filters), "small"))
    for field, label in LISTS.items():
        _list_of(filters, field, label)
    st.text_input("Search", key=SEARCH, placeholder="Title, person, place…", max_chars=LONGEST_SEARCH)
    results = st.container(key="all-results")
    on = sum(len(getattr(filters, field)) for field in MORE)
    with st.expander(f"More filters ({on} on)" if on else "More filters", key="more-filters"):
        for field, label in MORE.items():
            _list_of(filters, field, label)
    return results


def _list_of(filters: Filters, field: str, label: str) -> None:
    """The list of one field: found by any spelling, each value with the events that it would leave."""
    labels, key = facets.read_facet(field, filters).labels, f"f_{NAMES[field]}"
    st.session_state[key] = list(getattr(filters, field))  # sent anew: counts are part of what it shows
    st.multiselect(
        label,
        list(labels),
        key=key,
        format_func=labels.__getitem__,
        placeholder="Any role" if field == "roles" else f"All {len(labels)}",
        filter_mode="contains",
        select_all=False,
    )


def _from_widgets() -> Filters:
    state = st.session_state
    since, until = days.read_range()
    organisations = tuple(state["f_org"])
    kept: dict[str, Any] = {field: tuple(state[f"f_{NAMES[field]}"]) for field in (*LISTS, *MORE)}
    return Filters(
        organisations=organisations,
        match_all=len(organisations) > 1 and state.get("f_match") == "all",
        roles=tuple(state.get("f_role", ())) if organisations else (),
        since=since,
        until=until,
        words=state[SEARCH].strip(),
        **kept,
    )


def _navigation(
    container: Any, pages: Sequence[StreamlitPage], here: StreamlitPage, parameters: dict[str, list[str]]
) -> None:
    with container:
        for page in pages:
            place = st.container(key="nav-here") if page is here else container
            label = basket.name_page(page.title) if page.url_path == "brief" else page.title
            place.page_link(
                page, label=labels.escape_markdown(label), query_params=parameters, width="stretch"
            )


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
