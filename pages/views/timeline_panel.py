"""The pictures of the timeline and what a drag or a click on them does."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from data.citations import at_words
from data.filters import POSSIBLY, Filters
from data.queries import events as event_queries
from data.queries import evidence
from data.vocabulary import EventKind, label
from pages.figures.lanes import lanes
from pages.figures.strip import strip
from pages.views import address, dates, frame, markup, picked, reads, theme
from pages.views.faults import contained
from pages.views.footnotes import Footnotes
from pages.views.switch import switch

LANES = {"kind": "Kind of event", "organiser": "First organiser", "country": "First country"}
COLUMNS = {"kind": "kind_label", "organiser": "organisers", "country": "countries"}
COUNTED = (
    "Counted from the events of this record under the filters; the card of each leads to the words of its "
    "sources."
)
BARE = {"displayModeBar": False}
WORDS = ":~:text=(.+)$"
"""What a link to a passage shows of its address: the words."""


def labelled(events: pd.DataFrame) -> pd.DataFrame:
    """The events with their kind and date in words, for pictures and tables."""
    words = {str(kind): label(kind) for kind in EventKind}
    when = [dates.span(row) for _, row in events.iterrows()]
    return events.assign(kind_label=events["kind"].map(words), when=when)


def sentence(events: pd.DataFrame, filters: Filters) -> str:
    """What the page shows, with its numbers."""
    if events.empty:
        return "No event matches."
    days = pd.concat([events["earliest"], events["latest"]]).dropna()
    years = [str(day)[:4] for day in (days.min(), days.max())] if len(days) else ["dates not stated"]
    text = f"{len(events)} {'event' if len(events) == 1 else 'events'}, {'–'.join(dict.fromkeys(years))}"
    if filters.has_dates:
        text += f", in the selected range: {dates.matched(events)}"
        if possible := int((events["date_match"] == POSSIBLY).sum()):
            text += f" ({'its date is' if possible == 1 else 'their dates are'} not exact)"
    undated = int((events["earliest"].isna() & events["latest"].isna()).sum())
    if undated:
        text += f". {undated} without any date {'stands' if undated == 1 else 'stand'} in the table only"
    return f"{text}."


def counted(events: pd.DataFrame, filters: Filters, notes: Footnotes) -> markup.Safe:
    """The sentence with the note that says how its numbers were counted."""
    return markup.joined((sentence(events, filters), notes.own(COUNTED)))


@contained
def pictures(events: pd.DataFrame, filters: Filters, chosen: str | None) -> None:
    """The strip, the choice of lanes, and the lanes."""
    first, last = frame.bounds()
    since, until = filters.since or first, filters.until or last
    whole = reads.read(event_queries.beginnings, replace(filters, since=None, until=None))
    st.plotly_chart(
        strip(whole, first, last, (since, until) if filters.has_dates else None, theme.palette()),
        theme=None,
        key="strip",
        on_select=partial(_brushed, filters),
        selection_mode="box",
        config=BARE,
        alt=f"Events per quarter in which they began, {first.year} to {last.year}, solid where certain, "
        "hatched where possible; drag over a span to set the dates",
    )
    by = switch("lanes", LANES, "kind", "Lanes by", key="lane-choice")
    st.plotly_chart(
        lanes(events, COLUMNS[by], since, until, theme.palette(), chosen=chosen, months_read=_months_read()),
        theme=None,
        key=f"lanes-{by}",
        on_select=partial(_picked, f"lanes-{by}"),
        selection_mode="points",
        config=BARE,
        alt=f"{len(events)} events in lanes by {LANES[by].lower()}; the table below holds the same events",
    )


@contained
def legend() -> None:
    """The keys of colours and marks."""
    families = [("dot", family, words) for family, words in markup.FAMILIES]
    marks = [
        ("faded", "ink", "faded: date not exact"),
        ("hatched", "", "hatched: may have begun then"),
        ("ring", "", "sources disagree"),
    ]
    markup.show(markup.legend([*families, *marks]))


@contained
def table(events: pd.DataFrame, filters: Filters) -> None:
    """The same events as rows; selecting one opens its card."""
    columns = {
        "when": "Date",
        **(dates.MATCH if filters.has_dates else {}),
        "title": "Event",
        "form": "Form",
        "places": "Place",
        "organisers": "Organisers",
        "source_count": "Documents",
        "originator_count": "Originators",
        "speakers": "Speakers",
        "passage": "In its words",
    }
    key = f"events-table-{filters.slug()}"
    st.dataframe(
        events.assign(passage=_passages(events))[list(columns)],
        column_config={
            **{name: st.column_config.Column(words) for name, words in columns.items()},
            "when": st.column_config.Column("Date", width=190),
            "title": st.column_config.Column("Event", width=400),
            "source_count": st.column_config.NumberColumn("Documents", width="small"),
            "originator_count": st.column_config.NumberColumn("Originators", width="small"),
            "passage": st.column_config.LinkColumn("In its words", display_text=WORDS, width=260),
        },
        hide_index=True,
        height=min(38 + 35 * len(events), 420),
        key=key,
        on_select=picked.on_row("event", key, events["id"].tolist()),
        selection_mode="single-row",
        placeholder="",
        alt="The events shown above, oldest first",
    )


def _passages(events: pd.DataFrame) -> "pd.Series[str]":
    """The address of each principal source, at the words on the event where they are recorded."""
    each = zip(events["source_url"], events["source_anchor"], strict=True)
    found = [at_words(url, anchor) if isinstance(url, str) and anchor else url for url, anchor in each]
    return pd.Series(found, index=events.index, dtype=object)


def _months_read() -> dict[str, int]:
    months = reads.read(evidence.months)
    return dict(zip(months["month"], months["sources"], strict=True))


def _brushed(filters: Filters) -> None:
    boxes = st.session_state["strip"].selection.box
    if not boxes:
        return
    since, until = sorted(date.fromisoformat(str(end)[:10]) for end in boxes[0]["x"])
    frame.fill(replace(filters, since=since, until=until))


def _picked(key: str) -> None:
    points = st.session_state[key].selection.points
    if points:
        address.select("event", points[0]["customdata"][0])
