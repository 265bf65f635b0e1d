"""The lists on the card of an event: who took part, who spoke, what it was about, what was said."""

from collections.abc import Container, Sequence
from typing import Any

from data.claims.values import split_items
from data.queries.events import card as queries
from data.schema.keys import part_key
from data.schema.vocabulary import OrganisationRole, SpeakerMode, SpeakerRole, label
from data.values.rows import Records, Row, group_rows
from data.values.text import fold
from pages.views.footnotes import Cite, Footnotes, endnotes, other_values, wording
from pages.views.footnotes.endnotes import Note
from pages.views.html import dates, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.filters.controls import draw_filter

MOST_STATEMENTS = 6
ALWAYS = (OrganisationRole.ORGANISER, OrganisationRole.HOST, OrganisationRole.DONOR)


def draw_organisations(event_id: str, roles: Sequence[str], notes: Footnotes) -> dict[str, markup.Safe]:
    """By role, in this order: names in the order of the sources, each with the words of all that name it.

    Who has an earlier part is not named again as one of many; a host or donor is, beside any other part.
    """
    rows = reads.read_records(queries.list_organisations, event_id)
    notes.load_claims("event_organisations", (part_key("event_organisations", event_id, row) for row in rows))
    parts = group_rows(rows, "role")
    told: set[str] = set()
    found: dict[str, markup.Safe] = {}
    for role in roles:
        part = [row for row in parts.get(role, []) if role in ALWAYS or row["id"] not in told]
        told |= {row["id"] for row in part}
        if part:
            found[role] = markup.join(
                [
                    _draw_organisation(name, rows, event_id, notes)
                    for name, rows in group_rows(part, "name").items()
                ],
                ", ",
            )
    return found


def names_of_organisations(event_id: str) -> set[str]:
    """All names of those that have a part in the event, folded."""
    rows = reads.read_records(queries.list_organisations, event_id)
    names = ("name", "full_name", "as_stated")
    return {fold(row[name]) for row in rows for name in names if row[name]}


def _cite(table: str, row: Row, fields: tuple[str, ...], event_id: str) -> Cite:
    """The passage for a part of the event."""
    return Cite(row["source_id"], table, part_key(table, event_id, row), fields, event_id)


def _draw_organisation(name: str, rows: Records, event_id: str, notes: Footnotes) -> markup.Safe:
    cites = [_cite("event_organisations", row, ("role", "as_stated"), event_id) for row in rows]
    own = draw_filter("organisations", rows[0]["id"])
    return markup.join((link_thing("organisations", rows[0]["id"], name), notes.mark(*cites), own))


def draw_speakers(event_id: str, notes: Footnotes, person: str | None = None) -> markup.Safe:
    """Each person with office, organisation and mode of taking part; differing modes each with its source.

    With `person` this one alone.
    """
    every = reads.read_records(queries.list_speakers, event_id)
    people = [row for row in every if person in (None, row["id"])]
    notes.load_claims("speakers", (part_key("speakers", event_id, row) for row in people))
    lines = [_person(name, rows, event_id, notes) for name, rows in group_rows(people, "name").items()]
    return markup.join(lines) if lines else markup.to_html(None)


def _person(name: str, rows: Records, event_id: str, notes: Footnotes) -> markup.Safe:
    def cites(some: Records, *fields: str) -> list[Cite]:
        return [_cite("speakers", row, fields, event_id) for row in some]

    offices = [row["office"] for row in rows if row["office"] is not None]
    organisations = [
        link_thing("organisations", row["organisation_id"], row["organisation"])
        for row in rows
        if row["organisation"] is not None
    ]
    named = (
        markup.join([*offices[:1], *organisations[:1]], ", "),
        notes.mark(*cites(rows, "office", "organisation_id")),
    )
    office = markup.join(named)
    by_role = group_rows(rows, "role")
    roles = [
        markup.join((label(SpeakerRole(role)), notes.mark(*cites(some, "role", "mode_as_stated"))))
        for role, some in by_role.items()
        if len(by_role) > 1 or role != SpeakerRole.SPEAKER
    ]
    known = group_rows([row for row in rows if row["mode"] != SpeakerMode.NOT_STATED], "mode")
    kind = "disputed" if len(known) > 1 else ""
    modes = [
        markup.join((markup.tag("span", label(SpeakerMode(mode)), kind), notes.mark(*cites(some, "mode"))))
        for mode, some in known.items()
    ]
    how = [*roles, *([markup.join(modes, " or ")] if modes else [])]
    tail = markup.join((" — ", office, *((" — ", markup.join(how, "; ")) if how else ())))
    person = (link_thing("people", rows[0]["id"], name), draw_filter("people", rows[0]["id"]))
    return markup.tag("div", markup.join((*person, markup.tag("span", tail, "small"))))


def draw_programme(event_id: str, notes: Footnotes) -> list[tuple[str, object]]:
    """Instruments, with names and dates that other sources give, and agenda."""
    rows: list[tuple[str, object]] = []
    instruments = reads.read_records(queries.list_instruments, event_id)
    notes.load_claims("instruments", (row["id"] for row in instruments))
    notes.load_claims(
        "event_instruments", (part_key("event_instruments", event_id, row) for row in instruments)
    )
    lines = [_instrument(row, event_id, notes) for row in instruments]
    if lines:
        rows.append(("Instruments", markup.join(lines)))
    agenda = reads.read_records(queries.list_agenda, event_id)
    notes.load_claims("agenda_items", (row["id"] for row in agenda))
    items = [
        markup.tag(
            "div",
            markup.join(
                (
                    row["title"],
                    notes.mark(Cite(row["source_id"], "agenda_items", row["id"], ("title",), event_id)),
                )
            ),
        )
        for row in agenda
    ]
    if items:
        rows.append(("Agenda", markup.join(items)))
    return rows


def _instrument(row: Any, event_id: str, notes: Footnotes) -> markup.Safe:
    cite = _cite("event_instruments", row, ("relation",), event_id)
    name = link_thing("instruments", row["id"], row["name"])
    line = (
        name,
        draw_filter("instruments", row["id"]),
        markup.tag("span", f" {row['relation']}", "small"),
        notes.mark(cite),
    )
    others = [
        other_values.describe_contradictions(
            Cite(row["source_id"], "instruments", row["id"], (field,)), row[field], notes
        )
        for field in ("name", "start_on")
    ]
    return markup.tag("div", markup.join((*line, *others)))


def merge_lists(claims: Records, notes: Footnotes, told: Container[str]) -> markup.Safe:
    """Lists of several sources merged: each item once, with the notes of all that name it.

    Those whose folded name is `told` elsewhere are left out.
    """
    named: dict[str, tuple[str, list[Any]]] = {}
    for claim in claims:
        for item in split_items(claim["value"]):
            if fold(item) in told:
                continue
            named.setdefault(fold(item), (item, []))[1].append(claim)
    return markup.join([markup.join((item, notes.mark_claims(*each))) for item, each in named.values()], "; ")


def draw_sources(event_id: str, notes: Footnotes) -> markup.Safe:
    """The sources of the event, the words each rests on, and how many speak for themselves."""
    found = reads.read_records(queries.list_sources, event_id)
    rows = []
    for row in found:
        cite = Cite(row["source_id"], "events", event_id, ("title",))
        on = dates.format_date(row["published_on"]) or "date not stated"
        source = link_thing("sources", row["source_id"], f"{row['publisher']}, {on}")
        named = markup.join((source, draw_filter("publishers", row["publisher"])))
        rows.append((notes.mark(cite), named, _draw_passage(row, notes.find_note(cite))))
    return markup.join(
        (
            markup.table(["", "Publisher", "Passage"], rows),
            markup.tag("p", wording.count_originators(found), "small"),
        )
    )


def _draw_passage(source: Any, note: Note) -> markup.Safe:
    return endnotes.link_words(note, source["url"]) or markup.link(source["title"], source["url"])


def draw_statements(event_id: str, notes: Footnotes) -> markup.Safe | None:
    """What was recommended and stated, by whom; None where nothing was."""
    every = reads.read_records(queries.list_statements, event_id)
    if not every:
        return None
    shown = every[:MOST_STATEMENTS]
    more = len(every) - len(shown)
    page = markup.page_link("page of the event", "event", {"id": event_id}, "inline", keeps="all")
    words = markup.join((f"{more:,} more on the ", page, "."))
    end = markup.tag("p", words, "small") if more > 0 else ""
    return markup.join((draw_said(shown, event_id, notes), end))


def draw_said(rows: Records, event_id: str, notes: Footnotes) -> markup.Safe:
    """Each with its kind and who said it, leading to its page."""
    cells = [(row["kind"], _draw_words(row, event_id, notes), _link_speaker(row)) for row in rows]
    return markup.table(["Said", "", "By"], cells)


def _draw_words(row: Row, event_id: str, notes: Footnotes) -> markup.Safe:
    cite = _cite_statement(row, event_id)
    return markup.join((link_thing(cite.table, row["id"], row["text"]), notes.mark(cite)))


def _link_speaker(row: Row) -> markup.Safe:
    """The person, else the organisation, whose words they are."""
    table, identity = (
        ("people", row["person_id"]) if row["person_id"] else ("organisations", row["organisation_id"])
    )
    return link_thing(table, identity, row["by"])


def _cite_statement(row: Any, event_id: str) -> Cite:
    table = "recommendations" if row["kind"] in ("recommendation", queries.QUOTED) else "statements"
    return Cite(row["source_id"], table, row["id"], ("text",), event_id)
