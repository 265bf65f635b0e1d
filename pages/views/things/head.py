"""The head of the page of a thing: its name, one sentence with numbers, chips, downloads."""

import re
from collections.abc import Callable
from textwrap import shorten

from data.extracts.datasets import PROFILE
from data.filters import Filters
from data.queries.events import list as event_queries
from data.queries.events.list import Ask
from data.queries.recommendations import list as recommendation_queries
from data.queries.recommendations import statements as statement_queries
from data.schema.vocabulary import (
    InstrumentKind,
    OfficeStatus,
    OrganisationKind,
    PlaceKind,
    SourceKind,
    label,
)
from pages.views import events
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import heading
from pages.views.shell.downloads import Extract
from pages.views.shell.filters import chips
from pages.views.things.subject import Thing
from pages.views.things.wording import capital

KINDS = {
    "organisations": OrganisationKind,
    "places": PlaceKind,
    "instruments": InstrumentKind,
    "sources": SourceKind,
}


def show_head(thing: Thing, notes: Footnotes) -> None:
    """Title, sentence, Copy link, Download of all that the page draws on, chips.

    What is said, and what has no event under the filters, gives its own row.
    """
    has_events = thing.events and thing.table not in SAID
    rows = Extract("events", thing.events) if has_events else Extract(thing.table, 1)
    draw = ROWS.get(thing.table)
    words = draw(thing, notes) if draw else markup.join((_sentence(thing), notes.mark_own(thing.counted)))
    heading.show(_title(thing), words, thing.filters, rows, Extract(PROFILE, rows.number))
    chips.show_chips(thing.panel)


def _title(thing: Thing) -> str:
    if thing.table in SAID:
        who = thing.row["person"] or thing.row["organisation"] or capital(thing.kind)
        return f"{who}: {clip_words(thing.name)}"
    return f"{thing.name} border" if thing.table == "borders" else thing.name


def clip_words(words: str) -> str:
    """As many as a title may have, without a mark before the dots."""
    clipped = shorten(words.removesuffix("."), LONGEST, placeholder="…")
    return re.sub("[,;:]…$", "…", clipped)


def _draw_event(thing: Thing, notes: Footnotes) -> markup.Safe:
    """When and where it was; whether the filters leave it out."""
    line = events.draw_line(events.read_event(thing.subject.id), notes)
    found = reads.read_records(event_queries.find_event, thing.panel, thing.subject.id)
    return line if found else markup.join((line, OUTSIDE.format(what="event")), ". ")


def _draw_said(thing: Thing, _: Footnotes) -> markup.Safe:
    """What it is, or that the filters leave it out."""
    find, words = SAID[thing.table]
    found = reads.read_records(find, thing.panel, thing.subject.id)
    return markup.to_html(words if found else OUTSIDE.format(what=thing.kind))


SAID: dict[str, tuple[Callable[[Filters, str], Ask], str]] = {
    "recommendations": (
        recommendation_queries.find_recommendation,
        "A recommendation: who asks what of whom, and what came of it, with the words of the source.",
    ),
    "statements": (
        statement_queries.find_statement,
        "A statement: who says what, where and in which office, with the words of the source.",
    ),
}
"""By table what finds a row under the filters, and the sentence on it."""
LONGEST = 45
"""Characters of a title that are words of a recommendation or statement."""
ROWS = {"events": _draw_event, "recommendations": _draw_said, "statements": _draw_said}
"""By table the sentence of a row that is shown whole, whatever the filters."""
REPORTS_NONE, MENTIONED_NOWHERE = "It reports no recorded event.", "No recorded event mentions it."
OUTSIDE = "This {what} is outside the filters; all of it is shown."


def describe_kind(thing: Thing) -> str:
    """`UN entity`, `Person`, `Border Liaison Office, operational`."""
    if kinds := KINDS.get(thing.table):
        return capital(label(kinds(thing.row["kind"])))
    if thing.table == "border_liaison_offices":
        return f"{thing.kind}, {label(OfficeStatus(thing.row['status']))}"
    return capital(thing.kind)


def _sentence(thing: Thing) -> str:
    """What it is, and in how many events, of how many without a filter."""
    events, every = thing.events, thing.all_events
    kind, verb = describe_kind(thing), "Reports" if thing.table == "sources" else "In"
    if not every:
        return f"{kind}. {REPORTS_NONE if thing.table == 'sources' else MENTIONED_NOWHERE}"
    if thing.panel.is_empty:
        return f"{kind}. {verb} {markup.count_noun(every, 'event')} of the record."
    names = thing.panel.sentence(reads.filter_names())
    return f"{kind}. {verb} {events:,} of its {markup.count_noun(every, 'event')} under the filters: {names}."
