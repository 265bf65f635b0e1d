"""The head of the page of a thing: its name, one sentence with numbers, chips, downloads."""

from data.extracts.datasets import PROFILE
from data.schema.vocabulary import (
    InstrumentKind,
    OfficeStatus,
    OrganisationKind,
    PlaceKind,
    SourceKind,
    label,
)
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
    """Title, sentence, Copy link, Download of all that the page draws on, chips."""
    extracts = (Extract("events", thing.events), Extract(PROFILE, thing.events))
    words = markup.join((_sentence(thing), notes.mark_own(thing.counted)))
    heading.show(_title(thing), words, thing.filters, *extracts)
    chips.show_chips(thing.panel)


def _title(thing: Thing) -> str:
    return f"{thing.name} border" if thing.table == "borders" else thing.name


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
        return f"{kind}. No recorded event mentions it."
    if thing.panel.is_empty:
        return f"{kind}. {verb} {markup.count_noun(every, 'event')} of the record."
    names = thing.panel.sentence(reads.filter_names())
    return f"{kind}. {verb} {events:,} of its {markup.count_noun(every, 'event')} under the filters: {names}."
