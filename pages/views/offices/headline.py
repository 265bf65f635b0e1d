"""Border offices: the head of the page: the sentence and the figures."""

from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from data.claims.office_numbers import find_total_by_border, list_newest_totals
from data.claims.totals import sum_bounds
from data.schema.vocabulary import COMING, OfficeCounted, OfficeStatus, label
from data.values.number_words import format_amount, format_count
from data.values.rows import Records
from pages.views.footnotes import Cite, Footnotes, cache_part
from pages.views.html import dates, markup
from pages.views.offices.as_of import cite_count
from pages.views.offices.matrix import cite_border
from pages.views.offices.selection import Knowledge, OfficesView, border_name
from pages.views.session import reads
from pages.views.shell.faults import contain_html

UNCOUNTED = "No source has counted the offices"
UNSPLIT = (
    "how many of them stand on which border, so map and matrix show the last numbers that are given by border"
)
LISTED = (
    "Counted from the list. Offices that are only known as sites of the project count as named, and are "
    "taken as operational because the number of their border agrees."
)
SEVERAL = "An entry without a name that is being established stands for all that were meant for its border."
Figure = tuple[object, str]
BORDERS = (
    "Borders for which a source gives a number of operational offices; each number leads to its words below."
)


@reads.cache_few_per_build
def sentence(shown: OfficesView) -> str:
    """The newest count first, then the last one by border, and why map and matrix show that one."""
    told = _describe_counts(shown.then)
    if shown.day:
        return f"As known {dates.format_when(str(shown.day))}: {told[0].lower()}{told[1:]}"
    return told


def _describe_counts(then: Knowledge) -> str:
    newest, by_border = list_newest_totals(then.counts), find_total_by_border(then.counts)
    numbers = "; ".join(
        f"{' and '.join(f'{one.number} {one.words}' for one in each)} {when}"
        for when, each in groupby(_numbers(then), attrgetter("when"))
    )
    if not newest:
        return f"Map and matrix show the numbers by border: {numbers}." if numbers else f"{UNCOUNTED}."
    first = f"The newest count is {format_count(newest[-1])} offices ({_list_months(newest)})"
    if by_border is not None and by_border["id"] in [row["id"] for row in newest]:
        return f"{first}. It is given border by border, as map and matrix show it."
    if not numbers:
        return f"{first}. No source says how many of them stand on which border."
    whose = "Its source does not say" if len(newest) == 1 else "Its sources do not say"
    return f"{first}. {whose} {UNSPLIT}: {numbers}."


def _list_months(counts: Records) -> str:
    """`10 March 2016`; of several dates the months: `April and July 2024`, `May 2021 to February 2022`."""
    if len(counts) == 1:
        return dates.format_date(counts[0]["as_of"])
    first, last = (dates.format_date(row["as_of"][: len("YYYY-MM")]) for row in (counts[0], counts[-1]))
    if first == last:
        return last
    if first.split()[-1] == last.split()[-1] and len(counts) == 2:
        return f"{first.split()[0]} and {last}"
    return f"{first} to {last}"


@contain_html
@cache_part
def draw_figures(shown: OfficesView, notes: Footnotes) -> markup.Safe:
    """The newest count of all offices, then what sources state by border; silence is left out."""
    cells: list[Figure] = []
    if newest := list_newest_totals(shown.then.counts):
        marks = notes.mark(*map(cite_count, newest))
        number = markup.join((format_count(newest[-1]), marks))
        cells.append((number, f"newest count, {_list_months(newest)}"))
    cells += [
        (markup.join((one.number, notes.mark(*one.cites))), f"{one.words} {one.when}")
        for one in _numbers(shown.then)
    ]
    if counted := sum(row["number"] is not None for row in shown.then.borders):
        borders = "border with a count" if counted == 1 else "borders with a count"
        cells.append((markup.join((counted, notes.mark_own(BORDERS))), borders))
    return markup.figures(cells)


@contain_html
@cache_part
def draw_listed(shown: OfficesView, notes: Footnotes) -> markup.Safe:
    """How many offices are listed, named, with a position; how many of the count of 2021; candidates."""
    is_several = any(row["status"] in COMING and not row["is_named"] for row in shown.others)
    said = (
        _describe_listed(shown),
        notes.mark_own(f"{LISTED} {SEVERAL}" if is_several else LISTED),
        _describe_counted(shown),
        _describe_candidates(shown),
    )
    left = f" {_describe_undated(shown.undated)}" if shown.day and shown.undated else ""
    return markup.tag("p", markup.join((*said, left)), "sentence")


def _describe_listed(shown: OfficesView) -> str:
    """`23 offices are listed, 18 of them by name; 13 are on the map`."""
    rows = shown.others
    where = f" on the {border_name(shown)} border" if shown.border else ""
    if not rows:
        return (
            f"No source had named an office{where} by then." if shown.day else f"No office is listed{where}."
        )
    then = " that a source had named or counted by then" if shown.day else ""
    head = f"{markup.count_noun(len(rows), 'office')}{then} {_be(rows)} listed{where}"
    named, placed = (
        sum(each) for each in ([r["is_named"] for r in rows], [r["latitude"] is not None for r in rows])
    )
    if len(rows) == 1:
        found = f"{head}, {'by' if named else 'without a'} name; it is {'' if placed else 'not '}on the map"
    else:
        found = f"{head}, {_part(named, len(rows))} by name; {_on_map(placed, len(rows))}"
    match = f"; in the range of dates {dates.count_matches(shown.offices)}" if shown.has_dates else ""
    return f"{found}{match}."


def _describe_counted(shown: OfficesView) -> str:
    """` Of those listed, 19 were counted in November 2021: 15 by name, 4 without a name`, else nothing."""
    rows = [row for row in shown.others if row["counted_2021"] not in (None, OfficeCounted.NO)]
    if not rows or len(shown.others) == 1:
        return ""
    did = "was" if len(rows) == 1 else "were"
    return f" Of those listed, {len(rows)} {did} counted in November 2021: {_share_named(rows)}."


def _describe_candidates(shown: OfficesView) -> str:
    rows = shown.candidates
    if not rows:
        return ""
    if len(rows) == 1:
        return " One more place is only a candidate."
    return f" {len(rows)} more places are only candidates."


def _describe_undated(count: int) -> str:
    if count == 1:
        return "1 more is left out, because nothing dates what its sources say."
    return f"{count} more are left out, because nothing dates what their sources say."


def _share_named(rows: Records) -> str:
    return _share([row["is_named"] for row in rows], "by name", "without a name")


def _part(some: int, every: int) -> str:
    return "all" if some == every else f"{some or 'none'} of them"


def _on_map(placed: int, every: int) -> str:
    if placed in (0, 1):
        return f"{placed or 'none'} is on the map"
    return f"{'all' if placed == every else placed} are on the map"


def _share(each: list[bool], words: str, otherwise: str) -> str:
    """`18 by name, 5 without a name`; where all are alike `all by name`, of a single one `by name`."""
    many = sum(each)
    if many in (0, len(each)):
        return f"{'all ' if len(each) > 1 else ''}{words if many else otherwise}"
    return f"{many} {words}, {len(each) - many} {otherwise}"


def _be(rows: Records) -> str:
    return "is" if len(rows) == 1 else "are"


class StatedNumber(NamedTuple):
    """How many as it is worded, of what, when it held, and its citations."""

    number: str
    words: str
    when: str
    cites: list[Cite]


@reads.cache_few_per_build
def _numbers(then: Knowledge) -> list[StatedNumber]:
    """Operational, being established, planned.

    A source that counts every border by itself gives the total too; else the numbers by border are added up.
    """
    given = {status: _by_status(then, status) for status in (OfficeStatus.OPERATIONAL, *COMING)}
    only = {row["source_id"] for row in given[OfficeStatus.OPERATIONAL]}
    found = []
    for status, rows in given.items():
        totals = [row for row in _totals(then, status) if row["source_id"] in only and len(only) == 1]
        if totals:
            own = totals[-1]
            when = dates.format_when(own["as_of"])
            found.append(StatedNumber(str(format_count(own)), label(status), when, [cite_count(own)]))
        elif rows:
            words = f"{label(status)} on {_borders(len(rows))}"
            cites = [cite_border(row["source_id"], row["count_id"]) for row in rows]
            number = format_amount(
                sum(row["number"] for row in rows), sum_bounds(row["bound"] for row in rows)
            )
            found.append(StatedNumber(number, words, _span(rows), cites))
    return found


def _by_status(then: Knowledge, status: OfficeStatus) -> Records:
    """The numbers by border of offices of a status: number, bound, date, source, id."""
    more = "" if status == OfficeStatus.OPERATIONAL else "more_"
    rows = [row for row in then.borders if row[f"{more}number"] is not None]
    names = ("number", "bound", "as_of", "source_id", "count_id")
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
