"""The sentence and the figures at the head of the overview."""

import streamlit as st

from data.claims import totals
from data.claims.office_numbers import find_total_by_border, list_newest_totals
from data.filters import CERTAINLY, Filters, match_words
from data.queries import overview
from data.queries.offices import list as offices
from data.queries.sources import coverage
from data.values.number_words import format_amount, format_count
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, glossary, markup
from pages.views.overview import wording
from pages.views.session import reads
from pages.views.shell.faults import contain

COUNTED = "Counted from the rows of this record; every row names its source (page Extracts)."
MATCHED = "Counted from the rows that match the filters; every row names its source (page Extracts)."


@reads.cache_per_build
def count_figures(filters: Filters) -> dict[str, int]:
    """The numbers of `overview.count_figures` and `overview.count_recommendations` by their names."""
    found = [
        reads.read_records(ask, filters) for ask in (overview.count_figures, overview.count_recommendations)
    ]
    return {name: number for [row] in found for name, number in row.items()}


@reads.cache_per_build
def count_pages_read() -> dict[str, int]:
    """How many `pages` by how many `publishers` were read, whatever the filters."""
    [row] = reads.read_records(coverage.count_pages)
    return row


def sentence(figures: dict[str, int], filters: Filters) -> markup.Safe:
    """What the record is, with its three words explained, and how many events match."""
    numbers = {
        "events": markup.count_noun(figures["events"], "event"),
        "reporting": f"{figures['sources']:,}",
        "sources": f"{count_pages_read()['pages']:,}",
        "verb": "reports" if figures["sources"] == 1 else "report",
        "them": "it" if figures["events"] == 1 else "them",
    }
    words = (wording.HOLDS if filters.is_empty else wording.MATCHES).format(**numbers)
    named = (
        glossary.explain(part, wording.TERMS[part]) if part in wording.TERMS else part
        for part in wording.WHAT
    )
    return markup.join((*named, words))


@contain
def show_headline(filters: Filters, notes: Footnotes) -> None:
    """Five figures: four counted here, and the offices as a source counted them."""
    counted = count_figures(filters)
    own = COUNTED if filters.is_empty else MATCHED
    certain = counted | {"recommendations_certainly": counted[CERTAINLY]}
    shown = [
        (
            markup.join((f"{counted[name]:,}", notes.mark_own(own))),
            f"{words}{_describe_match(name, certain, filters)}",
        )
        for name, words in wording.name_figures(counted)
    ]
    if stated := _office_totals():
        cites = (Cite(stated[0].source_id, "office_counts", each, ("number",)) for each in stated[0].ids)
        value = markup.join((format_amount(stated[0].number, stated[0].bound), notes.mark(*cites)))
        whole = "" if filters.is_empty else wording.UNFILTERED
        of = f"border liaison offices {dates.format_when(stated[0].as_of)}{whole}"
        shown.append((value, f"{of}{_last_by_border()}"))
    markup.show(markup.figures(shown))


@reads.cache_per_build
def _office_totals() -> list[totals.OfficeTotal]:
    return totals.list_office_totals(reads.read_records(offices.list_office_counts, None))


@reads.cache_per_build
def _last_by_border() -> str:
    """`. Border by border, the last count is 19, November 2021.`, unless the newest count is that one."""
    counts = reads.read_records(offices.list_office_counts, None)
    last = find_total_by_border(counts)
    if last is None or last["id"] == list_newest_totals(counts)[-1]["id"]:
        return ""
    when = dates.format_date(last["as_of"])
    return f". Border by border, the last count is {format_count(last)}, {when}."


def _describe_match(name: str, counted: dict[str, int], filters: Filters) -> str:
    """Under a range of dates: how many of those counted are certainly in it, and how many possibly."""
    certainly, number = counted[f"{name}_certainly"], counted[name]
    if not filters.has_dates or not number:
        return ""
    if certainly in (0, number):
        many = "all " if number > 1 and certainly else ""
        return f", {many}{'certainly' if certainly else 'possibly'} in the range"
    return f": {match_words(certainly, number - certainly)}"


def show_header(title: str, scope: str, filters: Filters) -> None:
    """The header of a block; under filters the words on whether it follows them."""
    st.header(title, anchor=False)
    if not filters.is_empty:
        markup.show(markup.tag("p", scope, "small scope"))
