"""Recommendations: their numbers, the picture by theme, the table twin and the card of one."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data.filters import POSSIBLY, Filters
from data.queries import asked as queries
from data.queries import facets
from data.vocabulary import FollowUp, label
from pages.figures.themes import themes
from pages.views import dates, frame, markup, picked, reads, theme
from pages.views.faults import contained
from pages.views.footnotes import Cite, Footnotes

COUNTED = "Counted from the rows below; the number beside each leads to the words of its source."


def labelled(asked: pd.DataFrame) -> pd.DataFrame:
    """The recommendations with who asks, of whom, when and what followed in words."""
    rows = [row for _, row in asked.iterrows()]
    return asked.assign(
        by=[who(row) for row in rows],
        of=[either(row["addressee"], "addressee not stated") for row in rows],
        when=[when(row) for row in rows],
        followed=[label(FollowUp(row["follow_up"])) for row in rows],
        family=asked["family"].fillna("other"),
    )


def who(row: Any) -> str:
    """Person and organisation, as far as stated."""
    named = [name for name in (row["person"], row["organisation"]) if isinstance(name, str)]
    return ", ".join(named) or "not stated"


def when(row: Any) -> str:
    """When the event of a recommendation or statement took place."""
    names = ("start_on", "end_on", "date_precision", "date_as_stated")
    return dates.span({name: row[f"event_{name}"] for name in names})


def counted(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"


def sentence(asked: pd.DataFrame) -> str:
    """What the page shows, with its numbers."""
    if asked.empty:
        return "No recommendation matches."
    bodies, people = asked["organisation"].nunique(), asked["person"].nunique()
    spoken = f", in part voiced by {counted(people, 'person', 'persons')}," if people else ""
    followed = int((asked["follow_up"] != FollowUp.NOT_FOUND).sum())
    match = dates.matched(asked)
    return (
        f"{counted(len(asked), 'recommendation', 'recommendations')} by "
        f"{counted(bodies, 'organisation', 'organisations')}{spoken} to "
        f"{counted(asked['addressee'].nunique(), 'addressee', 'addressees')} by name; "
        f"{followed or 'none'} of them with a source on follow-up."
        + (f" In the selected range by their events: {match}." if match else "")
    )


@contained
def figures(asked: pd.DataFrame, said: pd.DataFrame, notes: Footnotes) -> None:
    """The headline figures."""
    named = int(asked["addressee"].notna().sum())
    followed = int((asked["follow_up"] != FollowUp.NOT_FOUND).sum())
    bodies, people = asked["organisation"].nunique(), asked["person"].nunique()
    own = notes.own(COUNTED)
    shown = [
        (len(asked), "recommendations"),
        (bodies, "organisation asks" if bodies == 1 else "organisations ask"),
        (people, "person who asks" if people == 1 else "persons who ask"),
        (f"{named} of {len(asked)}", "say whom they ask"),
        (f"{followed} of {len(asked)}", "with a source on follow-up"),
        (len(said), "other statements"),
    ]
    markup.show(markup.figures((markup.joined((value, own)), words) for value, words in shown))


@contained
def picture(filters: Filters, asked: pd.DataFrame) -> None:
    """Bars by theme, whatever theme is chosen, and beside them who asks."""
    every = labelled(reads.read(queries.recommendations, replace(filters, themes=())))
    bars, bodies = st.columns([3, 2], gap="large")
    with bars:
        counts = _by_theme(every)
        families = [("dot", family, words) for family, words in markup.FAMILIES]
        doubt = [("hatched", "", "hatched: possibly in the range")] if counts["possibly"].any() else []
        markup.show(markup.legend([*families, *doubt]))
        key = f"themes-{'-'.join(filters.themes)}"
        st.plotly_chart(
            themes(counts, filters.themes, theme.palette()),
            theme=None,
            key=key,
            on_select=lambda: _theme_picked(key, filters),
            selection_mode="points",
            config={"displayModeBar": False},
            alt="Recommendations by theme and family of who asks: " + _listed(counts),
        )
        words = "A recommendation counts once under each of its themes. Click a bar to keep that theme only."
        markup.show(markup.tag("p", words, "small"))
    with bodies:
        markup.show(_bodies(asked))


@contained
def table(asked: pd.DataFrame, filters: Filters) -> None:
    """The same recommendations as rows; selecting one opens its card."""
    columns = {
        "when": "Event date",
        **(dates.MATCH if filters.has_dates else {}),
        "position": "No.",
        "text": "What is asked",
        "by": "Who asks",
        "of": "Of whom",
        "themes": "Themes",
        "followed": "Follow-up",
        "source_publisher": "Source",
    }
    widths = [120, *([90] if filters.has_dates else []), 44, 430, 170, 150, 200, 180, 110]
    key = f"asked-{filters.slug()}"
    st.dataframe(
        asked[list(columns)],
        column_config={
            name: st.column_config.Column(words, width=width)
            for (name, words), width in zip(columns.items(), widths, strict=True)
        },
        hide_index=True,
        height=min(38 + 35 * len(asked), 260),
        key=key,
        on_select=picked.on_row("recommendation", key, asked["id"].tolist()),
        selection_mode="single-row",
        alt="The recommendations shown above, newest event first; select a row to read all about it",
    )


def cite(row: Any, table: str, *fields: str) -> Cite:
    """Where the words of a recommendation or statement stand."""
    event = row["event_id"] if isinstance(row["event_id"], str) else ""
    return Cite(row["source_id"], table, row["id"], (*fields, "text"), event)


def event_link(row: Any, words: str) -> None:
    """A link to the event's card in the timeline; plain words where there is no event."""
    if isinstance(row["event_id"], str):
        st.page_link(
            "pages/timeline.py", label=markup.plain(words), query_params={"event": str(row["event_id"])}
        )


def either(text: object, otherwise: Any, separator: str = "; ") -> Any:
    return text.replace("; ", separator) if isinstance(text, str) and text else otherwise


def _by_theme(asked: pd.DataFrame) -> pd.DataFrame:
    ids = reads.read(facets.themes).set_index("name")["id"]
    each = asked.assign(theme=asked["themes"].str.split("; ")).explode("theme").dropna(subset=["theme"])
    possible = each["date_match"] == POSSIBLY if "date_match" in each else False
    grouped = each.assign(possibly=possible).groupby(["theme", "family"])["possibly"]
    counts = grouped.agg(rows="size", possibly="sum").reset_index()
    return counts.assign(theme_id=counts["theme"].map(ids))


def _possibly(asked: pd.DataFrame) -> int:
    """How many are only possibly in the range of dates; 0 where none is on."""
    return int((asked["date_match"] == POSSIBLY).sum()) if "date_match" in asked else 0


def _counts(names: "pd.Series[str]") -> dict[str, int]:
    return dict(Counter(map(str, names.dropna())).most_common())


def _listed(counts: pd.DataFrame) -> str:
    totals: Any = counts.groupby("theme")["rows"].sum()
    return ", ".join(f"{theme} {number}" for theme, number in totals.items())


def _theme_picked(key: str, filters: Filters) -> None:
    """A bar keeps its theme only; the bar of the one theme that is on gives all of them back."""
    points = st.session_state[key].selection.points
    if points:
        chosen = (str(points[0]["customdata"][0]),)
        frame.fill(replace(filters, themes=() if filters.themes == chosen else chosen))


def _bodies(asked: pd.DataFrame) -> markup.Safe:
    rows = []
    for (name, family), part in asked.fillna({"organisation": "not stated"}).groupby(
        ["organisation", "family"], sort=False
    ):
        people = ", ".join(dict.fromkeys(part["person"].dropna()))
        whom = "; ".join(f"{to} ({n})" for to, n in _counts(part["addressee"]).items()) or None
        rows.append((len(part), str(name), str(family), people, whom, _possibly(part)))
    rows.sort(key=lambda row: (-row[0], row[1]))
    lines = [
        (
            markup.joined((markup.dot(family), name, markup.tag("div", people, "small") if people else "")),
            markup.joined((count, markup.tag("div", f"{possibly} {POSSIBLY}", "small") if possibly else "")),
            whom,
        )
        for count, name, family, people, whom, possibly in rows
    ]
    return markup.table(["Who asks", "Asked", "Of whom"], lines)
