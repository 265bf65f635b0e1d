"""Recommendations: their numbers, the picture by theme, the table twin and the card of one."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data.filters import CERTAINLY, POSSIBLY, Filters, match_words
from data.queries import asked_counts as queries
from data.vocabulary import FollowUp, label
from pages.figures.themes import themes
from pages.views import dates, frame, markup, picked, reads, theme
from pages.views.faults import contained
from pages.views.footnotes import Cite, Footnotes
from pages.views.pager import Pager, turned_to

ROWS = 50
"""Recommendations on a page of the list."""
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
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many}"


def counts(filters: Filters) -> dict[str, int]:
    """The numbers of `asked_counts.counted` by their names."""
    row = reads.read(queries.counted, filters).iloc[0]
    return {str(name): int(number) for name, number in row.items()}


def page(filters: Filters, number: int) -> tuple[Pager, pd.DataFrame]:
    """The page of the list that the address names, its rows as `labelled`."""
    pager = turned_to("page", number, ROWS, filters)
    return pager, labelled(reads.read(queries.page, filters, pager.first, ROWS))


def sentence(counts: dict[str, int], filters: Filters) -> str:
    """What the page shows, with its numbers."""
    if not counts["recommendations"]:
        return "No recommendation matches."
    people, followed = counts["persons"], counts["followed"]
    spoken = f", in part voiced by {counted(people, 'person', 'persons')}," if people else ""
    match = match_words(counts[CERTAINLY], counts[POSSIBLY]) if filters.has_dates else ""
    return (
        f"{counted(counts['recommendations'], 'recommendation', 'recommendations')} by "
        f"{counted(counts['organisations'], 'organisation', 'organisations')}{spoken} to "
        f"{counted(counts['addressees'], 'addressee', 'addressees')} by name; "
        f"{f'{followed:,}' if followed else 'none'} of them with a source on follow-up."
        + (f" In the selected range by their events: {match}." if match else "")
    )


@contained
def figures(counts: dict[str, int], notes: Footnotes) -> None:
    """The headline figures."""
    number, bodies, people = (counts[name] for name in ("recommendations", "organisations", "persons"))
    own = notes.own(COUNTED)
    shown = [
        (f"{number:,}", "recommendations"),
        (f"{bodies:,}", "organisation asks" if bodies == 1 else "organisations ask"),
        (f"{people:,}", "person who asks" if people == 1 else "persons who ask"),
        (f"{counts['named']:,} of {number:,}", "say whom they ask"),
        (f"{counts['followed']:,} of {number:,}", "with a source on follow-up"),
        (f"{counts['statements']:,}", "other statements"),
    ]
    markup.show(markup.figures((markup.joined((value, own)), words) for value, words in shown))


@contained
def picture(filters: Filters) -> None:
    """Bars by theme, whatever theme is chosen, and beside them who asks."""
    bars, bodies = st.columns([3, 2], gap="large")
    with bars:
        counts = reads.read(queries.by_theme, filters)
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
        markup.show(_bodies(reads.read(queries.bodies, filters)))


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


def _listed(counts: pd.DataFrame) -> str:
    totals: Any = counts.groupby("theme")["rows"].sum()
    return ", ".join(f"{theme} {number}" for theme, number in totals.items())


def _theme_picked(key: str, filters: Filters) -> None:
    """A bar keeps its theme only; the bar of the one theme that is on gives all of them back."""
    points = st.session_state[key].selection.points
    if points:
        chosen = (str(points[0]["customdata"][0]),)
        frame.fill(replace(filters, themes=() if filters.themes == chosen else chosen))


def _bodies(rows: pd.DataFrame) -> markup.Safe:
    lines = [
        (
            markup.joined(
                (
                    markup.dot(row["family"]),
                    row["name"],
                    markup.tag("div", row["people"], "small") if row["people"] else "",
                )
            ),
            markup.joined(
                (
                    f"{row['rows']:,}",
                    markup.tag("div", f"{row['possibly']:,} {POSSIBLY}", "small") if row["possibly"] else "",
                )
            ),
            row["whom"],
        )
        for row in rows.to_dict("records")
    ]
    table = markup.table(["Who asks", "Asked", "Of whom"], lines)
    more = int(rows["of"].iloc[0]) - len(rows) if len(rows) else 0
    rest = markup.tag("p", f"The {len(rows)} that ask most; {more:,} more ask.", "small") if more else ""
    return markup.joined((table, rest))
