"""Border Liaison Offices of a thing: one by one, or border by border where they are of many borders."""

from collections import Counter
from itertools import groupby
from operator import itemgetter

from data.queries.offices import list as queries
from data.schema.vocabulary import OfficeStatus, label
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes, cache_part
from pages.views.html import dates, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.controls.pager import Pager
from pages.views.shell.faults import contain_html
from pages.views.things.paging import draw_list
from pages.views.things.subject import Thing

ROWS, NAMED = 8, 12
"""Offices on a page of their list, and names beside a border at most."""
WORDS = {"organisations": "Border Liaison Offices that it runs or supports"}
NAME = "Border Liaison Offices"
NUMBERED = {
    OfficeStatus.OPERATIONAL: "{} in operation",
    OfficeStatus.ESTABLISHING: "{} being established",
    OfficeStatus.PLANNED: "{} planned",
}
BY_BORDER = ("organisations", "countries", "sources")


@contain_html
def draw_offices(thing: Thing, notes: Footnotes) -> markup.Safe:
    """The offices on a border or in a country, at a place, or that an organisation supports."""
    every = reads.read_records(queries.list_offices, thing.filters)
    if not every or thing.table == "border_liaison_offices":
        return markup.Safe()
    if thing.table in BY_BORDER:
        return _draw_by_border(thing, notes)
    return draw_list(thing, notes, "offices", len(every), ROWS, _draw_page)


def _title(thing: Thing, every: Records) -> markup.Safe:
    return markup.tag("h2", f"{WORDS.get(thing.table, NAME)}: {describe_statuses(every)}", "cardhead")


@cache_part
def _draw_by_border(thing: Thing, notes: Footnotes) -> markup.Safe:
    every = reads.read_records(queries.list_offices, thing.filters)
    return markup.join((_title(thing, every), _draw_borders(every, notes)))


@cache_part
def _draw_page(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    every = reads.read_records(queries.list_offices, thing.filters)
    shown = every[pager.first : pager.first + ROWS]
    notes.load_claims("border_liaison_offices", (row["id"] for row in shown))
    rows = [(_name(row, notes), _status(row, notes), _opened(row, notes)) for row in shown]
    table = markup.table(["Office", "Status", "Opened"], rows)
    return markup.join((_title(thing, every), table))


def describe_statuses(offices: Records) -> str:
    """`22 in operation, 1 being established, 3 candidates (not counted)`."""
    counts = Counter(OfficeStatus(row["status"]) for row in offices)
    said = [words.format(f"{counts[status]:,}") for status, words in NUMBERED.items() if counts[status]]
    return ", ".join([*said, *_describe_candidates(counts[OfficeStatus.CANDIDATE], " (not counted)")])


def _describe_candidates(number: int, more: str = "") -> list[str]:
    return [f"{markup.count_noun(number, 'candidate')}{more}"] if number else []


def _draw_borders(offices: Records, notes: Footnotes) -> markup.Safe:
    """A row a border, with the names of its offices, each with its status unless it is in operation."""
    borders = [list(rows) for _, rows in groupby(offices, itemgetter("border_id"))]
    notes.load_claims("border_liaison_offices", (row["id"] for rows in borders for row in rows[:NAMED]))
    lines = []
    for rows in borders:
        more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
        names = markup.join([_name_with_status(row, notes) for row in rows[:NAMED]], ", ")
        border = link_thing("borders", rows[0]["border_id"], rows[0]["border"])
        lines.append((border, count(rows), markup.join((names, more))))
    return markup.table(["Border", "Offices", "Their names"], lines)


def count(rows: Records) -> str:
    """`5`, `2, 1 candidate`, `1 candidate`: candidates are counted apart."""
    candidates = sum(row["status"] == OfficeStatus.CANDIDATE for row in rows)
    offices = [f"{len(rows) - candidates:,}"] if len(rows) > candidates else []
    return ", ".join([*offices, *_describe_candidates(candidates)])


def _name_with_status(row: Row, notes: Footnotes) -> markup.Safe:
    is_said = label(OfficeStatus(row["status"])) in row["name"]
    if is_said or row["status"] == OfficeStatus.OPERATIONAL:
        return _name(row, notes)
    return markup.join((_name(row, notes), " (", _status(row, notes), ")"))


def _name(row: Row, notes: Footnotes) -> markup.Safe:
    return markup.join(
        (link_thing("border_liaison_offices", row["id"], row["name"]), _mark(row, notes, "name"))
    )


def _status(row: Row, notes: Footnotes) -> markup.Safe:
    words = label(OfficeStatus(row["status"])).split(",")[0]
    return markup.join((words, _mark(row, notes, "status")))


def _mark(row: Row, notes: Footnotes, *fields: str) -> markup.Safe:
    return notes.mark_value(Cite(row["source_id"], "border_liaison_offices", row["id"], fields))


def _opened(row: Row, notes: Footnotes) -> object:
    words = dates.format_span(row, "")
    return markup.join((words, _mark(row, notes, "start_on", "end_on", "date_as_stated"))) if words else None
