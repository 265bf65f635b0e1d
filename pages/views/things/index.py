"""The index: every thing by name with its number of events, found by any spelling."""

from data.filters import Filters
from data.links import THINGS
from data.queries import comparison
from data.queries.things import index as queries
from data.values.rows import Records, Row
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.html.kinds import COUNTED_AS, MANY, ONE, count_rows
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell import heading
from pages.views.shell.controls.pager import read_pager
from pages.views.shell.controls.switch import switch
from pages.views.shell.faults import contain
from pages.views.shell.filters.search_box import show_search
from pages.views.things.subject import TABLES
from pages.views.things.wording import COMPARE

ROWS = 60
SAME = (
    "Names and spellings are those of the record; events are those of the whole record, whatever the filters."
)
BOX, EXAMPLE = "Find a name, in any spelling or script", "ОБСЕ, Office on Drugs, Turkiye…"


@contain
def show_head(filters: Filters, notes: Footnotes) -> None:
    """Title, sentence, chips, and the field in which a name is typed."""
    counts = _counts(filters)
    found = ", ".join(describe_number(row) for row in counts if row["number"])
    under = f" with a name that has “{filters.words}”" if filters.words else ""
    words = f"{found or 'Nothing in the record'}{under}."
    heading.show("Index", markup.join((words[:1].upper() + words[1:], notes.mark_own(SAME))), filters)
    show_search(filters, BOX, EXAMPLE, "index-words")


@contain
def show_list(filters: Filters) -> None:
    """The kinds with how many there are of each, and the names of the chosen kind."""
    numbers = {row["table"]: row["number"] for row in _counts(filters)}
    options = {THINGS[table]: f"{MANY[table]} {number:,}" for table, number in numbers.items()}
    first = next((THINGS[table] for table, number in numbers.items() if number), "organisation")
    kind = switch("of", options, first, "Kind of thing", key="index-of")
    table = TABLES[kind]
    if kind in comparison.KINDS:
        link = markup.page_link(COMPARE, "compare", {"of": kind}, "inline", keeps="all")
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
    words = count_rows(row["table"], number)
    return f"{words} and {markup.count_noun(candidates, 'candidate')}" if candidates else words
