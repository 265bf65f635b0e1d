"""What a thing is: its names and spellings, its own facts, and since when the record has it."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from data.claims.office_numbers import latest_by_border
from data.filters import Filters
from data.links import THINGS
from data.queries import comparison
from data.queries.offices import list as office_queries
from data.queries.things import thing as queries
from data.schema.vocabulary import Family, OfficeStatus, label
from data.values.number_words import format_count
from pages.views.footnotes import Cite, Footnotes, cache_part, other_values, wording
from pages.views.footnotes.names import link_each, link_named
from pages.views.footnotes.originators import originator_names
from pages.views.html import dates, languages, markup
from pages.views.html.things import link_event, link_thing
from pages.views.session import reads
from pages.views.shell.faults import contain_html
from pages.views.shell.filters.controls import draw_filter
from pages.views.things.head import describe_kind
from pages.views.things.subject import Thing
from pages.views.things.wording import COMPARE_WITH, capital

Fact = tuple[str, object]


@contain_html
@cache_part
def draw_identity(thing: Thing, notes: Footnotes) -> markup.Safe:
    """A table of its names, its facts, and its first and last event."""
    own = FACTS.get(thing.table, _no_facts)(thing, notes)
    facts = [*_names(thing, notes), *own, *_note(thing, notes), *_bounds(thing, notes)]
    table = markup.tag("div", markup.fact_table(fact for fact in facts if fact[1]), "links")
    return markup.join((table, _link_comparison(thing)))


def _link_comparison(thing: Thing) -> markup.Safe:
    """The way to the page that sets it beside others; nothing of a kind that is not compared."""
    kind = THINGS[thing.table]
    if kind not in comparison.KINDS:
        return markup.Safe()
    asked = {"of": kind, "id": thing.subject.id}
    link = markup.page_link(COMPARE_WITH, "compare", asked, "inline", keeps="all")
    return markup.tag("p", link, "small")


def _cited(thing: Thing, notes: Footnotes, words: object, *fields: str) -> object:
    """The words with the number of the fields, and what other sources say; nothing where none are stated."""
    if words is None or words == "":
        return None
    others = markup.Safe()
    cite = thing.cite(*fields)
    if cite and len(fields) == 1 and isinstance(thing.row.get(fields[0]), str | int | float):
        value = thing.row[fields[0]]
        shown = f"{value:.10g}" if isinstance(value, float) else value
        others = other_values.describe_contradictions(cite, shown, notes)
    return markup.join((words, thing.mark(notes, *fields), others))


def _names(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    """Every name, each with its source; other spellings with why they mean it."""
    named = {"name": "Name", "full_name": "Full name", "name_russian": "In Russian"}
    named |= {"name_cyrillic": "In Cyrillic"}
    if thing.table == "sources":
        named = {"title": "Title", "about": "Reports"}
    shown: set[str] = set()
    for field, words in named.items():
        value = thing.row.get(field)
        if value and value not in shown:
            own = "" if shown else draw_filter(thing.table, thing.subject.id)
            shown.add(value)
            yield words, markup.join((_cited(thing, notes, value, field), own))
    aliases = reads.read_records(queries.list_aliases, thing.subject)
    groups = [
        markup.join(("; ".join(row["spelling"] for row in rows), notes.mark_own(_sentence(reason))))
        for reason, rows in groupby(aliases, itemgetter("reason"))
    ]
    if groups:
        yield "Also written", markup.join(groups, "; ")


def _sentence(words: str) -> str:
    """The words as a sentence: reasons are written with and without a capital and a full stop."""
    return f"{capital(words).rstrip('.')}."


def _note(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    yield "Note", _cited(thing, notes, thing.row.get("note"), "note")


def _bounds(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    """The first and the last event: since when it is in the record."""
    found = {row["bound"]: row for row in reads.read_records(queries.find_bounds, thing.filters)}
    is_one = thing.events == 1
    for bound, words in (("first", "Only event" if is_one else "First event"), ("last", "Last event")):
        if (row := found.get(bound)) and not (is_one and bound == "last"):
            cite = Cite(row["source_id"], "events", row["id"], ("start_on", "end_on", "date_as_stated"))
            link = link_event(row["id"], row["title"])
            yield words, markup.join((dates.format_span(row), notes.mark_value(cite), ": ", link))


def _no_facts(_: Thing, __: Footnotes) -> Iterator[Fact]:
    yield from ()


def _organisation(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    row = thing.row
    family = markup.join((markup.family_dot(row["family"]), label(Family(row["family"]))))
    kind = markup.join((describe_kind(thing), " · ", family))
    yield "What it is", markup.tag("span", _cited(thing, notes, kind, "kind"), "small")
    parent = row["parent"] and link_each("organisations", row["parent"], "; ")
    yield "Belongs to", _cited(thing, notes, parent, "parent")
    seat = [
        row["city"] and link_named("places", row["city"]),
        link_thing("countries", row["country_id"], row["country"]) if row["country_id"] else None,
    ]
    yield (
        "Seat",
        _cited(thing, notes, markup.join([part for part in seat if part], ", "), "city", "country_id"),
    )
    yield "Website", markup.link(row["website"], row["website"]) if row["website"] else None


def _place(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    row = thing.row
    yield "What it is", _cited(thing, notes, describe_kind(thing), "kind")
    country = link_thing("countries", row["country_id"], row["country"]) if row["country_id"] else None
    yield "Country", _cited(thing, notes, country, "country_id")
    if row["latitude"] is not None:
        where = f"{row['latitude']:.3f}° N, {row['longitude']:.3f}° E"
        yield "Position", markup.join((where, notes.mark_own("From GeoNames, CC BY 4.0.")))


def _country(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    yield "Code", _cited(thing, notes, thing.subject.id, "id")
    if thing.row["is_central_asia"]:
        yield "Region", "One of the five Central Asian states"


def _border(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    row = thing.row
    ends = [link_thing("countries", row[f"{end}_id"], row[end]) for end in ("country_a", "country_b")]
    yield "Between", _cited(thing, notes, markup.join(ends, " and "), "country_a_id", "country_b_id")
    length = f"{row['length_km']:,.0f} km" if row["length_km"] is not None else None
    yield "Length", _cited(thing, notes, length, "length_km")
    counts = markup.page_link(
        "Border offices", "offices", {"border": thing.subject.id}, "inline", keeps="all"
    )
    yield (
        "What sources counted",
        markup.join((*_newest_count(thing, notes), "all counts on the page ", counts)),
    )


def _newest_count(thing: Thing, notes: Footnotes) -> Iterator[object]:
    """`6 in operation, November 2021; one or more being established; `, each with its number."""
    counts = reads.read_records(office_queries.list_office_counts, None)
    row = next((row for row in latest_by_border(counts) if row["id"] == thing.subject.id), None)
    for part, words in (("", "in operation"), ("more_", row and row["more_status"])):
        if row and words and row[f"{part}source_id"]:
            number = format_count(row, part) or "one or more"
            told = words if not part else label(OfficeStatus(words))
            cite = Cite(row[f"{part}source_id"], "office_counts", row[f"{part}count_id"], ("number", "as_of"))
            is_same_day = part and row["as_of"] == row["more_as_of"]
            when = "" if is_same_day else f", {dates.format_date(row[f'{part}as_of'])}"
            yield markup.join((f"{number} {told}{when}", notes.mark(cite), "; "))


def _office(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    row = thing.row
    yield "Border", _cited(thing, notes, link_thing("borders", row["border_id"], row["border"]), "border_id")
    if row["country_id"]:
        assumed = " (assumed)" if row["is_country_inferred"] else ""
        side = markup.join((link_thing("countries", row["country_id"], row["country"]), assumed))
        yield "Side", _cited(thing, notes, side, "country_id")
    opposite = row["counterpart"] and link_named("border_liaison_offices", row["counterpart"])
    yield "Opposite", _cited(thing, notes, opposite, "counterpart")
    yield "Crossing", _cited(thing, notes, row["crossing"], "crossing")
    yield "Status", _cited(thing, notes, label(OfficeStatus(row["status"])), "status")
    opened = dates.format_span(row, "")
    yield "Opened", _cited(thing, notes, opened, "start_on", "end_on", "date_as_stated")
    [full] = reads.read_records(office_queries.list_offices, Filters(subject=thing.subject))
    supporters = full["supporters"] and link_each("organisations", full["supporters"], "; ")
    yield "Supporters", _cited(thing, notes, supporters, "supporters")
    card = markup.page_link("Border offices", "offices", {"office": thing.subject.id}, "inline", keeps="all")
    yield "On the map", markup.join(("On the page ", card))


def _instrument(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    row = thing.row
    yield "What it is", _cited(thing, notes, describe_kind(thing), "kind")
    yield "Adopted or begun", _cited(thing, notes, dates.format_date(row["start_on"]), "start_on")
    yield "Ended or due to end", _cited(thing, notes, dates.format_date(row["end_on"]), "end_on")


def _theme(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    yield "What belongs to it", _cited(thing, notes, thing.row["scope"], "scope")


def _originator(identity: str) -> markup.Safe:
    """Its name, leading to its page where it is an organisation of the record."""
    name = originator_names().get(identity, identity)
    is_known = ("organisations", identity) in wording.row_names()
    return link_thing("organisations", identity if is_known else None, name)


def _source(thing: Thing, notes: Footnotes) -> Iterator[Fact]:
    row = thing.row
    publisher = markup.join((row["publisher"], draw_filter("publishers", row["publisher"])))
    yield "Publisher", _cited(thing, notes, publisher, "publisher")
    yield "Originator", _originator(row["originator"])
    yield "Published", dates.format_date(row["published_on"]) or "date not stated"
    yield "Kind", f"{describe_kind(thing)}, {languages.language_name(row['language'])}"
    yield "Address", markup.link(row["url"], row["url"]) if row["url"] else None
    yield "Last read", dates.format_date(row["read_on"])
    card = markup.page_link("Evidence", "evidence", {"source": thing.subject.id}, "inline", keeps="all")
    yield "All that it says", markup.join(("Field by field, in its own words, on the page ", card))


FACTS: dict[str, Callable[[Thing, Footnotes], Iterator[Fact]]] = {
    "organisations": _organisation,
    "places": _place,
    "countries": _country,
    "borders": _border,
    "border_liaison_offices": _office,
    "instruments": _instrument,
    "themes": _theme,
    "sources": _source,
}
