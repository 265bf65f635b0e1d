"""A Streamlit app with the filter panel and one line of text: what a rerun costs before any page is drawn.

Served by `bench.server.started_bare`. The widgets are those of the dashboard, with the same choices, as
Streamlit draws them.
"""

from datetime import date

import streamlit as st
from sqlalchemy import Engine

from data import engines, store
from data.queries import facets
from data.schema.vocabulary import EventKind

CHOICES = {
    "org": ("Organisations", facets.list_organisations),
    "country": ("Country", facets.list_countries),
    "theme": ("Theme", facets.list_themes),
}
FIRST, LAST = date(2000, 1, 1), date(2030, 12, 31)


@st.cache_resource
def engine() -> Engine:
    path = store.current_build(store.folder())
    if path is None:
        raise FileNotFoundError(f"{store.folder()} serves no build")
    return store.open_read_only(path)


@st.cache_data
def choices(name: str) -> list[str]:
    """The ids that a filter of this name offers."""
    return [str(row["id"]) for row in engines.read_records(engine(), CHOICES[name][1]())]


def draw() -> None:
    """Draw the panel and a line that says how many values it holds."""
    with st.sidebar:
        chosen = [_many(label, choices(name), name) for name, (label, _) in CHOICES.items()]
        chosen.append(_many("Kind of event", [str(kind) for kind in EventKind], "kind"))
        st.date_input("Dates", (FIRST, LAST), FIRST, LAST, key="f_dates")
        words = st.text_input("Search", key="f_q")
    st.title("Bare")
    st.write(f"{sum(map(len, chosen)) + bool(words)} values are chosen.")


def _many(label: str, options: list[str], name: str) -> list[str]:
    return st.multiselect(label, options, key=f"f_{name}", filter_mode="contains", select_all=False)


if __name__ == "__main__":
    draw()
