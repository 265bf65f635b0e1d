"""What the address compares: the kind, two or three sides with their names, and the filters of each."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qs

import streamlit as st

from data import links
from data.extracts.lists.comparisons import KIND, OF
from data.filters import Filters
from data.queries import comparison as queries
from data.queries.comparison import PERIOD, Side
from data.queries.events import list as event_queries
from data.queries.things import thing as things
from data.values.rows import Row
from pages.views.compare.wording import KINDS
from pages.views.html import labels, markup
from pages.views.session import reads
from pages.views.shell.controls.switch import read_switch

LONGEST = 90
"""Characters of an id that a notice repeats."""


@dataclass(frozen=True)
class View:
    """The sides with their names, under the filters of the panel."""

    kind: str
    panel: Filters
    sides: tuple[Side, ...]
    names: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether there are two or more to compare."""
        return len(self.sides) > 1

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """The parameters of the address beside the filters."""
        return (KIND, self.kind), (OF, queries.BETWEEN.join(side.id for side in self.sides))

    @cached_property
    def counts(self) -> tuple[Row, ...]:
        """The row of `count_events` of each side."""
        return tuple(reads.read_records(event_queries.count_events, side.filters)[0] for side in self.sides)

    @cached_property
    def parts(self) -> dict[queries.Part, list[int]]:
        """The numbers of the events by the sides that share them."""
        return queries.part_numbers(
            [[row["n"] for row in reads.read_records(queries.list_numbers, s.filters)] for s in self.sides]
        )

    @property
    def is_dated(self) -> bool:
        """Whether events match a range of dates: certainly or possibly."""
        return self.kind == PERIOD or self.panel.has_dates

    def name_sides(self, part: queries.Part) -> str:
        """`UNODC and OSCE`."""
        return " and ".join(self.names[place] for place in part)


def read_view(filters: Filters) -> View:
    """What the address names; ids that the record does not know are named on the page and left out."""
    kind = read_switch(KIND, KINDS, next(iter(KINDS)))
    asked = queries.split_ids(st.query_params.get(OF, ""))
    named = [(each, name) for each in asked if (name := find_name(kind, each))]
    if unknown := [each for each in asked if each not in dict(named)]:
        words = ", ".join(labels.escape_markdown(f"“{each[:LONGEST]}”") for each in unknown)
        st.warning(f"This part of the link is not known here and was left out: {OF} {words}.")
    sides = queries.list_sides(kind, dict(named), filters)
    return View(kind, filters, tuple(sides), tuple(name for _, name in named))


def find_name(kind: str, identity: str) -> str | None:
    """What a side is called; None of what is none."""
    if kind == PERIOD:
        return identity.replace("-", "–") if queries.read_period(identity) else None
    [side] = queries.list_sides(kind, [identity], Filters())
    found = reads.read_records(things.find_thing, side.filters.subject)
    return str(found[0]["name"]) if found else None


def link_rows(text: object, filters: Filters, page: str = "timeline") -> markup.Safe:
    """`text` leading to the rows that match: the page of a thing, else another, under these filters."""
    path, _, query = links.view_address("", page, filters).lstrip("/").partition("?")
    return markup.page_link(text, path, parse_qs(query), "inline")
