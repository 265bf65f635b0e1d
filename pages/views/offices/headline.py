"""Border offices: what stands at the head of the page: the sentence and the figures."""

from typing import NamedTuple

from data.queries.office_statements import COUNTED_2021
from data.schema.vocabulary import OfficeCounted, OfficeStatus, label
from data.values.rows import Records
from pages.views.footnotes.markers import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.offices.as_of import counted_in, number_words
from pages.views.offices.matrix import border_cite
from pages.views.offices.selection import Shown, Then, border_name
from pages.views.session import reads
from pages.views.shell.faults import part

SITES = (OfficeCounted.NAMED, OfficeCounted.PROJECT_SITE)
MORE = (OfficeStatus.ESTABLISHING, OfficeStatus.PLANNED)
Figure = tuple[object, str]
BORDERS = (
    "Borders for which a source gives a number of operational offices; each number leads to its words below."
)


@reads.few_per_build
def sentence(shown: Shown) -> str:
    """What the page shows and as of when, with its numbers."""
    return f"{_as_known(shown) if shown.known else _by_border(shown)} {_listed(shown)}"


def _as_known(shown: Shown) -> str:
    parts = [f"{one.number} {one.words} {one.when}" for one in _numbers(shown.then)]
    said = ", ".join(parts) or "no source had counted offices by border"
    for last in _totals(shown.then, OfficeStatus.OPERATIONAL)[-1:]:
        said += f"; {number_words(last)} counted in all {dates.when(last['as_of'])}"
    return f"As known {dates.when(str(shown.known))}: {said}."


def _by_border(shown: Shown) -> str:
    """As of when map and matrix hold."""
    every = {row[name] for row in shown.then.borders for name in ("as_of", "more_as_of")}
    known_at = sorted(day for day in every if day is not None)
    if not known_at:
        return "No source in the record counts offices by border."
    if len(known_at) == 1:
        return (
            f"Map and matrix as known {dates.when(known_at[0])}: widths show offices per border, which the "
            "source counts by border, not by place. The list also holds what opened later."
        )
    return (
        f"Map and matrix show the latest that sources state of each border, from {dates.words(known_at[0])} "
        f"to {dates.words(known_at[-1])}: widths show offices per border, not by place."
    )


def _listed(shown: Shown) -> str:
    where = f" on the {border_name(shown)} border" if shown.border else ""
    candidates, listed = len(shown.candidates), shown.others
    placed = sum(row["latitude"] is not None for row in listed)
    rows = f"{placed} with a place on the map, {len(listed)} listed"
    rows += f" and {markup.number(candidates, 'candidate')}, not counted" if candidates else ""
    rows += f"; in the range of dates {dates.matched(shown.offices)}" if shown.has_dates else ""
    if not shown.known:
        return f"Offices{where}: {rows}."
    if not shown.then.every:
        return "No source had named an office."
    left = f" {shown.undated} left out: nothing dates what their sources say." if shown.undated else ""
    return f"Offices{where} that a source had told of: {rows}.{left}"


@part
def figures(shown: Shown, notes: Footnotes) -> markup.Safe:
    """What sources state by border and the last total of the whole region; silence is left out."""
    cells: list[Figure] = [
        (markup.joined((one.number, notes.mark(*one.cites))), one.words) for one in _numbers(shown.then)
    ]
    if counted := sum(row["number"] is not None for row in shown.then.borders):
        borders = "border" if counted == 1 else "borders"
        cells.append((markup.joined((counted, notes.own(BORDERS))), borders))
    cells.append(_named(shown.then, notes))
    for last in _totals(shown.then, OfficeStatus.OPERATIONAL)[-1:]:
        number = markup.joined((number_words(last), notes.mark(counted_in(last))))
        cells.append((number, f"counted by {dates.words(last['as_of'])}"))
    return markup.figures(cells)


class Number(NamedTuple):
    """How many, in which words, when it held, and where that stands."""

    number: int
    words: str
    when: str
    cites: list[Cite]


@reads.few_per_build
def _numbers(then: Then) -> list[Number]:
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
            when = dates.when(own["as_of"])
            found.append(Number(own["number"], label(status), when, [counted_in(own)]))
        elif rows:
            words = f"{label(status)} on {_borders(len(rows))}"
            cites = [border_cite(row["source_id"], row["count_id"]) for row in rows]
            found.append(Number(sum(row["number"] for row in rows), words, _span(rows), cites))
    return found


def _by_status(then: Then, status: OfficeStatus) -> Records:
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
    return dates.when(first) if first == last else f"between {dates.words(first)} and {dates.words(last)}"


def _totals(then: Then, status: OfficeStatus) -> Records:
    """The numbers of that status that sources state for all borders together, by date."""
    rows = (row for row in then.counts if row["is_total"] and row["number"] is not None)
    return [row for row in rows if row["status"] == status]


def _named(then: Then, notes: Footnotes) -> Figure:
    """How many of those counted in November 2021 have a name in public sources; before, how many had one."""
    if then.known and str(then.known) < COUNTED_2021:
        candidate, is_open = OfficeStatus.CANDIDATE, OfficeStatus.OPERATIONAL
        named = [row for row in then.every if row["is_named"] and row["status"] != candidate]
        planned = sum(row["status"] != is_open for row in named)
        by_hand = (
            "Counted from the list: offices that a source had named by then, "
            f"{planned or 'none'} of them planned or being established."
        )
        return markup.joined((len(named), notes.own(by_hand))), "named in public sources"
    counted = [row["counted_2021"] for row in then.every if row["counted_2021"] != OfficeCounted.NO]
    named_2021 = [how for how in counted if how in SITES]
    sites = named_2021.count(OfficeCounted.PROJECT_SITE)
    by_hand = (
        f"Counted from the list: {len(named_2021) - sites} named as offices, {sites} known as sites of "
        "the project and taken as operational because the number of their border agrees."
    )
    return markup.joined(
        (f"{len(named_2021)} of {len(counted)}", notes.own(by_hand))
    ), "named in public sources"
