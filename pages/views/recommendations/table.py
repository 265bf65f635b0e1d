"""Recommendations: their numbers, and the table twin."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import pyarrow as pa
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from data.filters import CERTAINLY, POSSIBLY, Filters, match_words
from data.queries import recommendations as queries
from data.schema.vocabulary import Family, FollowUp, label
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import arrow, dates, labels, markup
from pages.views.session import reads
from pages.views.shell import selection
from pages.views.shell.faults import contain, contain_html
from pages.views.shell.pager import Pager, read_pager

ROWS = 50
"""Recommendations on a page of the list."""
COLUMNS = {
    "when": ("Event date", 120),
    **{name: (words, 90) for name, words in dates.MATCH.items()},
    "position": ("No.", 44),
    "text": ("What is asked", 430),
    "by": ("Who asks", 170),
    "of": ("Of whom", 150),
    "themes": ("Themes", 200),
    "followed": ("Follow-up", 180),
    "source_publisher": ("Source", 110),
}
"""Of the table: words and width of each."""
COUNTED = "Counted from the rows below; the number beside each leads to the words of its source."


def add_words(rows: Iterable[Row]) -> Records:
    """The recommendations with who asks, of whom, when and what followed in words."""
    return [
        row
        | {
            "by": describe_speaker(row),
            "of": text_or(row["addressee"], "addressee not stated"),
            "when": describe_event_date(row),
            "followed": label(FollowUp(row["follow_up"])),
            "family": row["family"] or Family.OTHER,
        }
        for row in rows
    ]


def describe_speaker(row: Row) -> str:
    """Person and organisation, as far as stated."""
    named = [name for name in (row["person"], row["organisation"]) if isinstance(name, str)]
    return ", ".join(named) or "not stated"


def describe_event_date(row: Row) -> str:
    """When the event of a recommendation or statement took place."""
    names = ("start_on", "end_on", "date_precision", "date_as_stated")
    return dates.format_span({name: row[f"event_{name}"] for name in names})


def count_words(number: int, one: str, many: str) -> str:
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many}"


@reads.cache_per_build
def count_recommendations(filters: Filters) -> dict[str, int]:
    """The numbers of `asked_counts.counted` by their names."""
    [row] = reads.read_records(queries.count_recommendations, filters)
    return row


class Page(NamedTuple):
    """A page of the list: its rows as `labelled`, and the same as the table sends them."""

    rows: Records
    table: pa.Table


def read_page(filters: Filters, number: int) -> tuple[Pager, Page]:
    """The page of the list that the address names."""
    pager = read_pager("page", number, ROWS, filters)
    return pager, _page(filters, pager.first, pager.size)


@reads.cache_few_per_build
def _page(filters: Filters, first: int, most: int) -> Page:
    rows = add_words(reads.read_uncached(queries.list_recommendations, filters, first, most))
    names = [name for name in COLUMNS if filters.has_dates or name not in dates.MATCH]
    return Page(rows, arrow.make_table(rows, names))


def sentence(counts: dict[str, int], filters: Filters) -> str:
    """What the page shows, with its numbers."""
    if not counts["recommendations"]:
        return "No recommendation matches."
    people, followed = counts["persons"], counts["followed"]
    spoken = f", in part voiced by {count_words(people, 'person', 'persons')}," if people else ""
    match = match_words(counts[CERTAINLY], counts[POSSIBLY]) if filters.has_dates else ""
    return (
        f"{count_words(counts['recommendations'], 'recommendation', 'recommendations')} by "
        f"{count_words(counts['organisations'], 'organisation', 'organisations')}{spoken} to "
        f"{count_words(counts['addressees'], 'addressee', 'addressees')} by name; "
        f"{f'{followed:,}' if followed else 'none'} of them with a source on follow-up."
        + (f" In the selected range by their events: {match}." if match else "")
    )


@contain_html
def draw_figures(counts: dict[str, int], notes: Footnotes) -> markup.Safe:
    """The headline figures."""
    number, bodies, people = (counts[name] for name in ("recommendations", "organisations", "persons"))
    own = notes.mark_own(COUNTED)
    shown = [
        (f"{number:,}", "recommendations"),
        (f"{bodies:,}", "organisation asks" if bodies == 1 else "organisations ask"),
        (f"{people:,}", "person who asks" if people == 1 else "persons who ask"),
        (f"{counts['named']:,} of {number:,}", "say whom they ask"),
        (f"{counts['followed']:,} of {number:,}", "with a source on follow-up"),
        (f"{counts['statements']:,}", "other statements"),
    ]
    return markup.figures((markup.join((value, own)), words) for value, words in shown)


@contain
def show_table(page: Page, filters: Filters) -> None:
    """The same recommendations as rows; selecting one opens its card."""
    key = f"asked-{filters.slug()}"
    st.dataframe(
        page.table,
        column_config=_columns(tuple(page.table.column_names)),
        hide_index=True,
        height=min(38 + 35 * len(page.rows), 260),
        key=key,
        on_select=selection.select_row("recommendation", key, [row["id"] for row in page.rows]),
        selection_mode="single-row",
        alt="The recommendations shown above, newest event first; select a row to read all about it",
    )


@cache
def _columns(names: tuple[str, ...]) -> Mapping[str, ColumnConfig]:
    return {name: st.column_config.Column(COLUMNS[name][0], width=COLUMNS[name][1]) for name in names}


def cite_row(row: Row, table: str, *fields: str) -> Cite:
    """Where the words of a recommendation or statement stand."""
    event = row["event_id"] if isinstance(row["event_id"], str) else ""
    return Cite(row["source_id"], table, row["id"], (*fields, "text"), event)


def show_event_link(row: Row, words: str) -> None:
    """A link to the event's card in the timeline; plain words where there is no event."""
    if isinstance(row["event_id"], str):
        st.page_link(
            "pages/timeline.py",
            label=labels.escape_markdown(words),
            query_params={"event": str(row["event_id"])},
        )


def text_or(text: object, otherwise: Any, separator: str = "; ") -> Any:
    return text.replace("; ", separator) if isinstance(text, str) and text else otherwise
