"""Border offices: what the page shows, and what the address selects."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import repeat
from typing import Any

import pandas as pd

from data.claims.office_numbers import latest_by_border, list_statements
from data.extracts.request import Settings
from data.filters import Filters
from data.pictures.maps.borders import CountedBorder
from data.queries.offices import list as queries
from data.schema.vocabulary import OfficeStatus, label
from data.values.number_words import format_count
from data.values.rows import Records, Row
from pages.views.html import dates, markup
from pages.views.session import reads
from pages.views.shell.downloads import Extract
from pages.views.shell.faults import contain
from pages.views.shell.filters import address
from pages.views.shell.filters.chips import Chip

SILENT = {
    "kinds": "kind of event",
    "themes": "theme",
    "roles": "part of an organisation",
    "people": "person",
    "instruments": "instrument",
    "forms": "form of event",
    "follow_ups": "follow-up",
}
"""Filters that do not bear on offices."""
RULE = (
    "A statement counts from the day its source was published. Where the source prints no date, the date "
    "that its number holds for stands for it, and for an office without one the last day of its opening. A "
    "date that is only a month or a year counts from its last day."
)


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What had been stated by `day` (None: all that is known), whatever the filters; see `OfficesView`.

    `every` is all offices, `statements` what was ever stated.
    """

    day: date | None
    every: Records
    counts: Records
    statements: Records
    borders: Records

    def list_counted(self, hints: Iterable[str] = repeat("")) -> tuple[CountedBorder, ...]:
        """The borders as map and matrix show them; `hints` describe them one by one."""
        return tuple(map(CountedBorder.from_row, self.borders, hints))


@dataclass(frozen=True, eq=False)
class OfficesView:
    """The offices on the page, what sources count by border, and what the URL selects.

    Shared by all sessions; compared by identity, so that what is drawn of it can be cached.

    `undated` is how many offices are in the list only without a date, because nothing dates what is said
    of them; `has_dates`, that a range of dates is on; `read` reads the offices as a frame.
    """

    then: Knowledge
    offices: Records
    undated: int
    has_dates: bool
    border: str | None
    office: str | None
    read: Callable[[], pd.DataFrame]

    @property
    def day(self) -> date | None:
        return self.then.day

    @cached_property
    def candidates(self) -> Records:
        return [row for row in self.offices if row["status"] == OfficeStatus.CANDIDATE]

    @cached_property
    def others(self) -> Records:
        """The offices that are not candidates."""
        return [row for row in self.offices if row["status"] != OfficeStatus.CANDIDATE]

    def settings(self, *names: str) -> Settings:
        """Those of the parameters `border` and `known` that are on."""
        on = {"border": self.border, "known": self.day.isoformat() if self.day else None}
        return tuple((name, value) for name in names if (value := on[name]))


def read_view(filters: Filters) -> OfficesView:
    """What the filters and the address select; an office that is selected selects its border too."""
    day = address.read_day("known")
    office = address.read_selection("office", list(_offices(Filters(), day)))
    border = address.read_selection("border", list(borders_by_id()))
    return _make_view(filters, day, office, border)


@reads.cache_per_build
def _offices(filters: Filters, day: date | None) -> dict[str, str]:
    """The borders of the offices by id."""
    return {row["id"]: row["border_id"] for row in reads.read_records(queries.list_offices, filters, day)}


@reads.cache_per_build
def borders_by_id() -> dict[str, dict[str, Any]]:
    """Every border by id."""
    return {row["id"]: row for row in reads.read_records(queries.list_borders)}


@reads.cache_few_per_build
def _read_knowledge(day: date | None) -> Knowledge:
    counts = reads.read_records(queries.list_office_counts, day)
    return Knowledge(
        day=day,
        every=reads.read_records(queries.list_offices, Filters(), day),
        counts=counts,
        statements=list_statements(reads.read_records(queries.list_office_counts, None)),
        borders=[row | {"words": _words(row)} for row in latest_by_border(counts)],
    )


@reads.cache_few_per_build
def _make_view(filters: Filters, day: date | None, office: str | None, border: str | None) -> OfficesView:
    if office:
        border = _offices(Filters(), day)[office]
    rows = reads.read_records(queries.list_offices, filters, None)
    return OfficesView(
        then=_read_knowledge(day),
        offices=[
            row for row in reads.read_records(queries.list_offices, filters, day) if _is_on(row, border)
        ],
        undated=sum(row["known_on"] is None and _is_on(row, border) for row in rows),
        has_dates=filters.has_dates,
        border=border,
        office=office,
        read=partial(_read, reads.frame_reader(queries.list_offices, filters, day), border),
    )


def _is_on(row: Row, border: str | None) -> bool:
    return not border or bool(row["border_id"] == border)


def _read(offices: Callable[[], pd.DataFrame], border: str | None) -> pd.DataFrame:
    rows = offices()
    return rows[rows["border_id"] == border].reset_index(drop=True) if border else rows


def _words(row: Row) -> str:
    """E.g. `Tajik-Uzbek: 6 operational in November 2021; more being established, …`."""
    number, many = format_count(row), format_count(row, "more_")
    parts = [f"{number} operational {dates.format_when(row['as_of'])}"] if number else []
    if row["more_status"]:
        status = label(OfficeStatus(row["more_status"]))
        more = f"{f'{many} ' if many else ''}{'more ' * bool(parts)}{status}"
        since = "" if row["more_as_of"] == row["as_of"] else f" {dates.format_when(row['more_as_of'])}"
        parts.append(f"{more}{since}{'' if many else ', number not stated'}")
    return f"{row['name']}: {'; '.join(parts)}"


def make_extract(shown: OfficesView) -> Extract:
    """The rows to download."""
    settings = shown.settings("border", "known")
    return Extract("offices", len(shown.offices), {"offices": shown.read}, settings)


def find_office(shown: OfficesView) -> Row:
    """The selected office, also where the filters leave it out."""
    return next(row for row in shown.then.every if row["id"] == shown.office)


def border_name(shown: OfficesView) -> str:
    """The selected border in words."""
    return str(borders_by_id()[str(shown.border)]["name"])


def format_pair(border: str) -> str:
    """The id of a border as it is printed, on one line: `TJK–UZB`."""
    return border.replace("-", "\u2060–\u2060")


def link_office(row: Row, shown: OfficesView, filters: Filters, words: str | None = None) -> markup.Safe:
    """The name of an office, or `words` for it, leading to its card under the same filters."""
    parameters = address.parameters(filters) | dict(shown.settings("known")) | {"office": row["id"]}
    return markup.page_link(words or row["name"], "offices", parameters)


def list_chips(shown: OfficesView) -> list[Chip]:
    """The removable chips of the selection."""
    found: list[Chip] = []
    if shown.day:
        found.append((f"As known on {shown.day}", select_day, (None,)))
    if shown.border:
        found.append((f"Border: {border_name(shown)}", select_office, (None, None)))
    if shown.office:
        found.append((f"Office: {find_office(shown)['name']}", select_office, (shown.border, None)))
    return found


@contain
def show_silent_filters(filters: Filters) -> None:
    """Say which filters are on that offices do not know."""
    on = [words for field, words in SILENT.items() if getattr(filters, field)]
    if on:
        words = f"The filter by {' and '.join(on)} does not bear on offices; they are shown regardless of it."
        markup.show(markup.tag("p", words, "sentence"))


def select_office(border: str | None, office: str | None) -> None:
    """Make the URL select a border, or an office and its border, or nothing."""
    address.select_several({"border": border, "office": office, "city": None})


def choose_office(shown: OfficesView, office: str | None) -> None:
    """Make the URL select one of the offices that are shown, and its border, or nothing."""
    row = next((row for row in shown.offices if row["id"] == office), None)
    select_office(row["border_id"] if row else None, office)


def select_day(day: date | None) -> None:
    """Make the URL select what was known on `day`, or for all that is known."""
    address.select("known", day.isoformat() if day else None)


@reads.cache_few_per_build
def describe_borders(then: Knowledge) -> str:
    """What map and matrix show, in words."""
    words = [row["words"] for row in then.borders]
    return ". ".join([*words, ""]).strip() or "No source counts offices by border."
