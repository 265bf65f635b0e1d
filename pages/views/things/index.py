"""The index: every thing by name with its number of events, found by any spelling."""

from dataclasses import replace

import streamlit as st

from data.filters import Filters
from data.links import THINGS
from data.queries import comparison
from data.queries.things import index as queries
from data.values.rows import Records, Row
from data.values.text import LONGEST_SEARCH
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell import heading
from pages.views.shell.controls.pager import read_pager
from pages.views.shell.controls.switch import switch
from pages.views.shell.faults import contain
from pages.views.shell.filters import chips, panel
from pages.views.things.subject import TABLES
from pages.views.things.wording import COMPARE, COUNTED_AS, MANY, ONE, count_words

ROWS = 60
FIELD = "index-words"
SAME = (
    "Names and spellings are those of the record; events are those of the whole record, whatever the filters."
)
SILENT = "Of the filters only the search bears on the index; the others are left out of account here."


@contain
def show_head(filters: Filters, notes: Footnotes) -> None:
    """Title, sentence, chips, and the field in which a name is typed."""
    counts = _counts(filters)
    found = ", ".join(describe_number(row) for row in counts if row["number"])
    under = f" with a name that has “{filters.words}”" if filters.words else ""
    words = f"{found or 'Nothing in the record'}{under}."
    heading.show("Index", markup.join((words[:1].upper() + words[1:], notes.mark_own(SAME))), filters)
    chips.show_chips(filters)
    if not replace(filters, words="").is_empty:
        markup.show(markup.tag("p", SILENT, "sentence"))
    st.session_state[FIELD] = filters.words
    st.text_input(
        "Find a name, in any spelling or script",
        key=FIELD,
        max_chars=LONGEST_SEARCH,
        placeholder="ОБСЕ, Office on Drugs, Turkiye…",
        on_change=_search,
        args=(filters,),
    )


def _search(filters: Filters) -> None:
    panel.fill_widgets(replace(filters, words=st.session_state[FIELD].strip()))


@contain
def show_list(filters: Filters) -> None:
    """The kinds with how many there are of each, and the names of the chosen kind."""
    numbers = {row["table"]: row["number"] for row in _counts(filters)}
    options = {THINGS[table]: f"{MANY[table]} {number:,}" for table, number in numbers.items()}
    first = next((THINGS[table] for table, number in numbers.items() if number), "organisation")
    kind = switch("of", options, first, "Kind of thing", key="index-of")
    table = TABLES[kind]
    if kind in comparison.KINDS:
        link = markup.page_link(COMPARE, "compare", {"of": kind}, "inline", keeps_filters=True)
        markup.show(markup.tag("p", link, "lead"))
    pager = read_pager("index-page", numbers[table], ROWS, (filters.words, table))
    found = reads.read_records(queries.list_things, table, filters.words, pager.first, ROWS)
    if not found:
        words = f"No name here has “{filters.words}”." if filters.words else "The record holds none."
        markup.show(markup.tag("p", words, "lead"))
        return
    rows = [(_name(table, row), row["spellings"] or "", _events(row)) for row in found]
    markup.show(markup.table([MANY[table], "Also written", "Events"], rows, "numbers index"))
    pager.show(COUNTED_AS[table])


def _name(table: str, row: Row) -> markup.Safe:
    is_candidate = (table, row["kind"]) == ("border_liaison_offices", queries.CANDIDATE)
    link = link_thing(table, row["id"], row["name"], drops_search=True)
    return markup.join((link, " (candidate)" if is_candidate else ""))


def _events(row: Row) -> str:
    return "" if row["events"] is None else f"{row['events']:,}"


def _counts(filters: Filters) -> Records:
    return reads.read_records(queries.count_things, filters.words)


def describe_number(row: Row) -> str:
    """`228 people`, `23 Border Liaison Offices and 3 candidates`."""
    number, candidates = row["number"] - row["candidates"], row["candidates"]
    if candidates and not number:
        return f"{markup.count_noun(candidates, 'candidate')} for a {ONE[row['table']]}"
    words = count_words(row["table"], number)
    return f"{words} and {markup.count_noun(candidates, 'candidate')}" if candidates else words
