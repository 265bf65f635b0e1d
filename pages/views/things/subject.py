"""The thing that a page shows: which one the address names, its row, and the filters narrowed to it."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import streamlit as st

from data.filters import Filters, Subject
from data.links import NAMED, THINGS
from data.queries.events import list as event_queries
from data.queries.things import thing as queries
from data.values.rows import Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import markup
from pages.views.html.kinds import ONE
from pages.views.session import reads
from pages.views.shell import heading
from pages.views.shell.filters import chips
from pages.views.things.wording import COUNTED, LISTS, MATCHED, capital

LONGEST = 90
"""Characters of an id that the page repeats; none of the record is longer."""


@dataclass(frozen=True)
class Thing:
    """One row of the record; `filters` are those of the panel narrowed to it, `panel` those alone."""

    subject: Subject
    row: Row = field(compare=False)  # the build and the subject determine it
    panel: Filters

    @property
    def name(self) -> str:
        return str(self.row["name"])

    @property
    def table(self) -> str:
        return self.subject.table

    @property
    def kind(self) -> str:
        """What it is in one word, e.g. `person`."""
        return ONE[self.table]

    @property
    def counted(self) -> str:
        """What its numbers are counted from."""
        return COUNTED if self.panel.is_empty or self.table not in NAMED else MATCHED

    @cached_property
    def filters(self) -> Filters:
        """Of a row without a name, such as an event, all is shown, whatever else is filtered."""
        return replace(self.panel if self.table in NAMED else Filters(), subject=self.subject)

    @cached_property
    def events(self) -> int:
        """How many events match."""
        return int(reads.read_records(event_queries.count_events, self.filters)[0]["events"])

    @cached_property
    def all_events(self) -> int:
        """How many events it has without any other filter."""
        own = Filters(subject=self.subject)
        return int(reads.read_records(event_queries.count_events, own)[0]["events"])

    def cite(self, *fields: str) -> Cite | None:
        """The citation of values of its row; None of a theme, which no source states."""
        if self.table == "themes":
            return None
        source = self.subject.id if self.table == "sources" else self.row["source_id"]
        return Cite(source, self.table, self.subject.id, fields)

    def mark(self, notes: Footnotes, *fields: str) -> markup.Safe:
        """The number of the values of these fields."""
        cite = self.cite(*fields)
        return notes.mark_value(cite) if cite else notes.mark_own(OWN_LIST)


TABLES = {page: table for table, page in THINGS.items()}
OWN_LIST = "The list of themes, and what belongs under each, is the curators' own."


def read_thing(path: str, filters: Filters) -> Thing | None:
    """What the page and `id` of the address name; None, and the page says why, where there is no such row."""
    table = TABLES[path]
    identity = st.query_params.get("id")
    found = reads.read_records(queries.find_thing, Subject(table, identity)) if identity else []
    if found:
        return Thing(Subject(table, str(identity)), found[0], filters)
    one = ONE[table]
    heading.show(capital(one), _explain(one, identity, table), filters)
    chips.show_chips(filters)
    return None


def _explain(one: str, identity: str | None, table: str) -> markup.Safe:
    """Why nothing is shown, and where to look."""
    name, page, asked = LISTS.get(table, ("Index", "index", {"of": THINGS[table]}))
    listed = markup.page_link(name, page, asked, "inline")
    if not identity:
        return markup.join((f"This page shows one {one} of the record. Choose it in the ", listed, "."))
    short = identity if len(identity) <= LONGEST else f"{identity[:LONGEST]}…"
    return markup.join(
        (f"The record holds no {one} with the id “{short}”; the ", listed, " lists all it holds.")
    )
