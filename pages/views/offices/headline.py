"""Border offices: the head of the page: the sentence and the figures."""

from typing import NamedTuple

from data.queries.office_statements import COUNTED_2021
from data.schema.vocabulary import OfficeCounted, OfficeStatus, label
from data.values.rows import Records
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.offices.as_of import cite_count, format_count
from pages.views.offices.matrix import cite_border
from pages.views.offices.selection import Knowledge, OfficesView, border_name
from pages.views.session import reads
from pages.views.shell.faults import contain_html

SITES = (OfficeCounted.NAMED, OfficeCounted.PROJECT_SITE)
MORE = (OfficeStatus.ESTABLISHING, OfficeStatus.PLANNED)
Figure = tuple[object, str]
BORDERS = (
    "Borders for which a source gives a number of operational offices; each number leads to its words below."
)


@reads.cache_few_per_build
def sentence(shown: OfficesView) -> str:
    """What the page shows and as of when, with its numbers."""
    return f"{_describe_day(shown) if shown.known else _describe_borders(shown)} {_describe_list(shown)}"


def _describe_day(shown: OfficesView) -> str:
    parts = [f"{one.number} {one.words} {one.when}" for one in _numbers(shown.then)]
    said = ", ".join(parts) or "no source had counted offices by border"
    for last in _totals(shown.then, OfficeStatus.OPERATIONAL)[-1:]:
        said += f"; {format_count(last)} counted in all {dates.format_when(last['as_of'])}"
    return f"As known {dates.format_when(str(shown.known))}: {said}."


def _describe_borders(shown: OfficesView) -> str:
    """As of when map and matrix hold."""
    every = {row[name] for row in shown.then.borders for name in ("as_of", "more_as_of")}
    known_at = sorted(day for day in every if day is not None)
    if not known_at:
        return "No source in the record counts offices by border."
    if len(known_at) == 1:
        return (
            f"Map and matrix as known {dates.format_when(known_at[0])}: widths show offices per border, "
            "which the source counts by border, not by place. The list also holds what opened later."
        )
    return (
        "Map and matrix show the latest that sources state of each border, from "
        f"{dates.format_date(known_at[0])} to {dates.format_date(known_at[-1])}: widths show offices per "
        "border, not by place."
    )


def _describe_list(shown: OfficesView) -> str:
    where = f" on the {border_name(shown)} border" if shown.border else ""
    candidates, listed = len(shown.candidates), shown.others
    placed = sum(row["latitude"] is not None for row in listed)
    rows = f"{placed} with a place on the map, {len(listed)} listed"
    rows += f" and {markup.count_noun(candidates, 'candidate')}, not counted" if candidates else ""
    rows += f"; in the range of dates {dates.count_matches(shown.offices)}" if shown.has_dates else ""
    if not shown.known:
        return f"Offices{where}: {rows}."
    if not shown.then.every:
        return "No source had named an office."
    left = f" {shown.undated} left out: nothing dates what their sources say." if shown.undated else ""
    return f"Offices{where} that a source had told of: {rows}.{left}"


@contain_html
def draw_figures(shown: OfficesView, notes: Footnotes) -> markup.Safe:
    """What sources state by border and the last total of the whole region; silence is left out."""
    cells: list[Figure] = [
        (markup.join((one.number, notes.mark(*one.cites))), one.words) for one in _numbers(shown.then)
    ]
    if counted := sum(row["number"] is not None for row in shown.then.borders):
        borders = "border" if counted == 1 else "borders"
        cells.append((markup.join((counted, notes.mark_own(BORDERS))), borders))
    cells.append(_count_named(shown.then, notes))
    for last in _totals(shown.then, OfficeStatus.OPERATIONAL)[-1:]:
        number = markup.join((format_count(last), notes.mark(cite_count(last))))
        cells.append((number, f"counted by {dates.format_date(last['as_of'])}"))
    return markup.figures(cells)


class StatedNumber(NamedTuple):
    """How many, in which words, when it held, and its citations."""

    number: int
    words: str
    when: str
    cites: list[Cite]


@reads.cache_few_per_build
def _numbers(then: Knowledge) -> list[StatedNumber]:
    """Operational, being established, planned.

    A source that counts every border by itself gives the total too; else the numbers by border are added up.
    """
    given = {status: _by_status(then, status) for status in (OfficeStatus.OPERATIONAL, *MORE)}
    only = {row["source_id"] for row in given[OfficeStatus.OPERATIONAL]}
    found = []
    for status, rows in given.items():
        totals = [row for row in _totals(then, status) if row["source_id"] in only and len(only) == 1]
        if totals:
            own = totals[-1]
            when = dates.format_when(own["as_of"])
            found.append(StatedNumber(own["number"], label(status), when, [cite_count(own)]))
        elif rows:
            words = f"{label(status)} on {_borders(len(rows))}"
            cites = [cite_border(row["source_id"], row["count_id"]) for row in rows]
            found.append(StatedNumber(sum(row["number"] for row in rows), words, _span(rows), cites))
    return found


def _by_status(then: Knowledge, status: OfficeStatus) -> Records:
    """The numbers by border of offices of a status: number, date, source, id."""
    more = "" if status == OfficeStatus.OPERATIONAL else "more_"
    rows = [row for row in then.borders if row[f"{more}number"] is not None]
    names = ("number", "as_of", "source_id", "count_id")
    return [
        {name: row[f"{more}{name}"] for name in names}
        for row in rows
        if not more or row["more_status"] == status
    ]


def _borders(count: int) -> str:
    return "one border" if count == 1 else f"{count} borders"


def _span(rows: Records) -> str:
    """`in November 2021`, or `between August 2012 and November 2021`."""
    days = [row["as_of"] for row in rows]
    first, last = min(days), max(days)
    return (
        dates.format_when(first)
        if first == last
        else f"between {dates.format_date(first)} and {dates.format_date(last)}"
    )


def _totals(then: Knowledge, status: OfficeStatus) -> Records:
    """The numbers of that status that sources state for all borders together, by date."""
    rows = (row for row in then.counts if row["is_total"] and row["number"] is not None)
    return [row for row in rows if row["status"] == status]


def _count_named(then: Knowledge, notes: Footnotes) -> Figure:
    """How many of those counted in November 2021 have a name in public sources; before, how many had one."""
    if then.known and str(then.known) < COUNTED_2021:
        candidate, is_open = OfficeStatus.CANDIDATE, OfficeStatus.OPERATIONAL
        named = [row for row in then.every if row["is_named"] and row["status"] != candidate]
        planned = sum(row["status"] != is_open for row in named)
        by_hand = (
            "Counted from the list: offices that a source had named by then, "
            f"{planned or 'none'} of them planned or being established."
        )
        return markup.join((len(named), notes.mark_own(by_hand))), "named in public sources"
    counted = [row["counted_2021"] for row in then.every if row["counted_2021"] != OfficeCounted.NO]
    named_2021 = [how for how in counted if how in SITES]
    sites = named_2021.count(OfficeCounted.PROJECT_SITE)
    by_hand = (
        f"Counted from the list: {len(named_2021) - sites} named as offices, {sites} known as sites of "
        "the project and taken as operational because the number of their border agrees."
    )
    return markup.join(
        (f"{len(named_2021)} of {len(counted)}", notes.mark_own(by_hand))
    ), "named in public sources"
