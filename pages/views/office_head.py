"""Border offices: what stands at the head of the page: the sentence and the figures."""

from typing import NamedTuple

import pandas as pd

from data.queries.stated import COUNTED_2021
from data.vocabulary import OfficeCounted, OfficeStatus, label
from pages.views import dates, markup, reads
from pages.views.faults import contained
from pages.views.footnotes import Cite, Footnotes
from pages.views.office_known import counted_in, number_words
from pages.views.office_matrix import of_borders
from pages.views.office_panel import Shown, border_name

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
    parts = [f"{one.number} {one.words} {one.when}" for one in _numbers(shown)]
    said = ", ".join(parts) or "no source had counted offices by border"
    for _, last in _totals(shown, OfficeStatus.OPERATIONAL).tail(1).iterrows():
        said += f"; {number_words(last)} counted in all {dates.when(last['as_of'])}"
    return f"As known {dates.when(str(shown.known))}: {said}."


def _by_border(shown: Shown) -> str:
    """As of when map and matrix hold."""
    known_at = sorted(set(shown.borders["as_of"].dropna()) | set(shown.borders["more_as_of"].dropna()))
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
    rows = f"{int(listed['latitude'].notna().sum())} with a place on the map, {len(listed)} listed"
    rows += f" and {markup.number(candidates, 'candidate')}, not counted" if candidates else ""
    rows += f"; in the range of dates {match}" if (match := dates.matched(shown.offices)) else ""
    if not shown.known:
        return f"Offices{where}: {rows}."
    if shown.every.empty:
        return "No source had named an office."
    left = f" {shown.undated} left out: nothing dates what their sources say." if shown.undated else ""
    return f"Offices{where} that a source had told of: {rows}.{left}"


@contained
def figures(shown: Shown, notes: Footnotes) -> None:
    """What sources state by border and the last total of the whole region; silence is left out."""
    cells: list[Figure] = [
        (markup.joined((one.number, notes.mark(*one.cites))), one.words) for one in _numbers(shown)
    ]
    counted = shown.borders[shown.borders["number"].notna()]
    if len(counted):
        one = len(counted) == 1
        cells.append((markup.joined((len(counted), notes.own(BORDERS))), "border" if one else "borders"))
    cells.append(_named(shown, notes))
    for _, last in _totals(shown, OfficeStatus.OPERATIONAL).tail(1).iterrows():
        number = markup.joined((number_words(last), notes.mark(counted_in(last))))
        cells.append((number, f"counted by {dates.words(last['as_of'])}"))
    markup.show(markup.figures(cells))


class Number(NamedTuple):
    """How many, in which words, when it held, and where that stands."""

    number: int
    words: str
    when: str
    cites: list[Cite]


@reads.few_per_build
def _numbers(shown: Shown) -> list[Number]:
    """Operational, being established, planned.

    A source that counts every border by itself gives the total too; else the numbers by border are added up.
    """
    rows, columns = shown.borders, ["number", "as_of", "source_id", "count_id"]
    given = {OfficeStatus.OPERATIONAL: rows[columns].dropna()}
    for status in MORE:
        more = rows.loc[rows["more_status"] == status, [f"more_{name}" for name in columns]]
        given[status] = more.dropna().set_axis(columns, axis=1)
    only = given[OfficeStatus.OPERATIONAL]["source_id"].unique().tolist()
    found = []
    for status, part in given.items():
        totals = _totals(shown, status)
        own = totals[totals["source_id"].isin(only)].tail(1) if len(only) == 1 else totals.head(0)
        words = label(status) if len(own) else f"{label(status)} on {_borders(len(part))}"
        shown_rows = own if len(own) else part
        if len(shown_rows):
            cites = [counted_in(own.iloc[0])] if len(own) else of_borders(part)
            found.append(Number(int(shown_rows["number"].sum()), words, _span(shown_rows["as_of"]), cites))
    return found


def _borders(count: int) -> str:
    return "one border" if count == 1 else f"{count} borders"


def _span(as_of: "pd.Series[str]") -> str:
    """`in November 2021`, or `between August 2012 and November 2021`."""
    first, last = min(as_of), max(as_of)
    return dates.when(first) if first == last else f"between {dates.words(first)} and {dates.words(last)}"


@reads.few_per_build
def _totals(shown: Shown, status: OfficeStatus) -> pd.DataFrame:
    """The numbers of that status that sources state for all borders together, by date."""
    rows = shown.counts
    return rows[rows["is_total"].astype(bool) & rows["number"].notna() & (rows["status"] == status)]


def _named(shown: Shown, notes: Footnotes) -> Figure:
    """How many of those counted in November 2021 have a name in public sources; before, how many had one."""
    every = shown.every
    if shown.known and str(shown.known) < COUNTED_2021:
        named = every[every["is_named"].astype(bool) & (every["status"] != OfficeStatus.CANDIDATE)]
        planned = int((named["status"] != OfficeStatus.OPERATIONAL).sum())
        by_hand = (
            "Counted from the list: offices that a source had named by then, "
            f"{planned or 'none'} of them planned or being established."
        )
        return markup.joined((len(named), notes.own(by_hand))), "named in public sources"
    counted = every[every["counted_2021"] != OfficeCounted.NO]
    named = counted[counted["counted_2021"].isin(SITES)]
    sites = int((named["counted_2021"] == OfficeCounted.PROJECT_SITE).sum())
    by_hand = (
        f"Counted from the list: {len(named) - sites} named as offices, {sites} known as sites of "
        "the project and taken as operational because the number of their border agrees."
    )
    return markup.joined((f"{len(named)} of {len(counted)}", notes.own(by_hand))), "named in public sources"
