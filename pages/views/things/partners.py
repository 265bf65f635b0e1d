"""Organisations at the events of a thing, and the people who spoke, with the offices that they held."""

from collections import defaultdict

from data.queries.days import to_date
from data.queries.things import partners as queries
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes, cache_part
from pages.views.html import dates, markup
from pages.views.html.things import link_event, link_thing
from pages.views.session import reads
from pages.views.shell.controls.pager import Pager
from pages.views.shell.faults import contain_html
from pages.views.shell.filters.controls import draw_filter
from pages.views.things.paging import draw_list
from pages.views.things.subject import Thing
from pages.views.things.wording import PARTNERS, PEOPLE, SPOKE_THERE, TOOK_PART

ROWS, SPEAKERS = 8, 6
"""Organisations and people on a page of their lists."""


@contain_html
def draw_partners(thing: Thing, notes: Footnotes) -> markup.Safe:
    """Organisations by number of events, page by page; of an organisation each number leads to the events."""
    number = _count(queries.list_partners, thing)
    return draw_list(thing, notes, "organisations", number, ROWS, _draw_partners)


@cache_part
def _draw_partners(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    found = reads.read_records(queries.list_partners, thing.filters, pager.first, ROWS)
    words = f"{PARTNERS.get(thing.table, TOOK_PART)}: {pager.rows:,}"
    title = markup.tag("h2", markup.join((words, notes.mark_own(thing.counted))), "cardhead")
    rows = [
        (
            markup.join(
                (
                    markup.family_dot(row["family"]),
                    link_thing("organisations", row["id"], row["name"]),
                    draw_filter("organisations", row["id"]),
                )
            ),
            _shared(thing, row),
            dates.format_iso(to_date(row["first"]))[:4] or None,
            dates.format_iso(to_date(row["last"]))[:4] or None,
        )
        for row in found
    ]
    shared = "Shared events" if thing.table == "organisations" else "Events"
    table = markup.table(["Organisation", shared, "First", "Last"], rows, "numbers")
    return markup.join((title, table))


def _shared(thing: Thing, row: Row) -> object:
    if thing.table != "organisations":
        return f"{row['events']:,}"
    both = {"org": [thing.subject.id, row["id"]]}
    return markup.page_link(f"{row['events']:,}", "network", both, "inline", keeps="all")


@contain_html
def draw_people(thing: Thing, notes: Footnotes) -> markup.Safe:
    """Who spoke, page by page, with the offices held then; a person's own are listed otherwise."""
    if thing.table == "people":
        return markup.Safe()
    return draw_list(thing, notes, "people", _count(queries.list_people, thing), SPEAKERS, _draw_people)


@cache_part
def _draw_people(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    found = reads.read_records(queries.list_people, thing.filters, pager.first, SPEAKERS)
    offices = _offices(thing, tuple(row["id"] for row in found), notes)
    rows = [
        (
            markup.join((link_thing("people", row["id"], row["name"]), draw_filter("people", row["id"]))),
            markup.join(_office(held, thing, notes) for held in offices[row["id"]]),
            f"{row['events']:,}",
        )
        for row in found
    ]
    title = markup.tag("h2", f"{PEOPLE.get(thing.table, SPOKE_THERE)}: {pager.rows:,}", "cardhead")
    table = markup.table(["Person", "Office held", "Events"], rows, "people")
    return markup.join((title, table))


@contain_html
@cache_part
def draw_offices_held(thing: Thing, notes: Footnotes) -> markup.Safe:
    """Of a person: each office, the body it was held for, and the first event at which it was."""
    held = _offices(thing, (thing.subject.id,), notes)[thing.subject.id]
    if not held:
        return markup.Safe()
    rows = [
        (
            markup.join((row["office"] or markup.to_html(None), notes.mark(_cite(row)))),
            link_thing("organisations", row["organisation_id"], row["organisation"]),
            markup.join((dates.format_span(row), ": ", link_event(row["event_id"], row["event"]))),
        )
        for row in held
    ]
    title = markup.tag("h2", "Offices held", "cardhead")
    return markup.join((title, markup.table(["Office", "For", "First seen in it"], rows)))


def _count(ask: object, thing: Thing) -> int:
    """How many there are, from the first of them."""
    first = reads.read_records(ask, thing.filters, 0, 1)  # type: ignore[arg-type]
    return int(first[0]["of"]) if first else 0


def _offices(thing: Thing, people: tuple[str, ...], notes: Footnotes) -> dict[str, Records]:
    rows = reads.read_records(queries.list_held_offices, thing.filters, people)
    notes.load_claims("speakers", map(_key, rows))
    found: dict[str, Records] = defaultdict(list)
    for row in rows:
        found[row["person_id"]].append(row)
    return found


def _office(row: Row, thing: Thing, notes: Footnotes) -> markup.Safe:
    """`Executive Director, UNODC`; of people for one organisation without its name."""
    for_it = thing.table == "organisations"
    body = (
        link_thing("organisations", row["organisation_id"], row["organisation"])
        if row["organisation"]
        else ""
    )
    parts = [part for part in (row["office"], "" if for_it else body) if part] or [markup.to_html(None)]
    return markup.tag("div", markup.join((markup.join(parts, ", "), notes.mark(_cite(row)))))


def _key(row: Row) -> str:
    return f"{row['event_id']}/{row['person_id']}/{row['role']}/{row['source_id']}"


def _cite(row: Row) -> Cite:
    return Cite(row["source_id"], "speakers", _key(row), ("office", "organisation_id"), row["event_id"])
