"""The card of one event: when, where, who, about what, by which source."""

from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from data.claims.values import split_items
from data.filters import Filters
from data.queries.events import card as queries
from data.queries.events import list as event_queries
from data.queries.sources import claims as claim_queries
from data.schema.dictionary import column_words
from data.schema.keys import part_key
from data.schema.vocabulary import EventKind, EventMode, OrganisationRole, label
from data.values.rows import Records, Row
from data.values.text import fold
from pages.views.events import lists, offices
from pages.views.footnotes import Cite, Footnotes, cache_part, other_values
from pages.views.html import dates, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.controls.record_panel import Order, Record, show_record
from pages.views.shell.controls.selection import Selected
from pages.views.shell.faults import contain
from pages.views.shell.filters.controls import draw_filter

ROLES = {
    OrganisationRole.ORGANISER: "Organisers",
    OrganisationRole.HOST: "Hosts",
    OrganisationRole.DONOR: "Donors",
    OrganisationRole.PARTNER: "Partners",
    OrganisationRole.PARTICIPANT: "Taking part",
    OrganisationRole.INVITED: "Invited",
}
INFERRED = {
    "date": "Inferred: no source prints it whole.",
    "place": "Inferred: no source prints it.",
}
CLASSIFIED = "Kinds, themes and the relation to instruments are the curators' classification."


@contain
def show_panel(event: Selected, order: Order, notes: Footnotes) -> None:
    """The panel of an event, a row of `queries.events.list_events`; its passages are noted in `notes`."""
    row = event.row
    with show_record(Record("event", "events", row["id"], row["source_id"], event.is_outside), order):
        markup.show(_draw_card(row["id"], notes))


def read_event(identity: str) -> Row:
    """The row of an event of the record as `list_events` has it."""
    return reads.read_records(event_queries.find_event, Filters(), identity)[0]


@cache_part
def _draw_card(identity: str, notes: Footnotes) -> markup.Safe:
    event = read_event(identity)
    parts = (
        _head(event, notes),
        draw_facts(event, notes),
        lists.draw_sources(event["id"], notes),
        lists.draw_statements(event["id"], notes) or "",
    )
    return markup.stack(parts)


def _head(event: Any, notes: Footnotes) -> markup.Safe:
    title = markup.join((event["title"], _mark_values(event, notes, "title")))
    line = markup.tag("div", draw_line(event, notes), "small")
    return markup.join((markup.tag("div", title, "cardtitle"), line))


def _mark_values(event: Any, notes: Footnotes, *fields: str) -> markup.Safe:
    return notes.mark_value(Cite(event["source_id"], "events", event["id"], fields))


def draw_line(event: Any, notes: Footnotes) -> markup.Safe:
    """When, where and in which form it took place."""
    cited = partial(_mark_values, event, notes)
    parts = [
        markup.join(
            (dates.format_span(event), cited("start_on", "end_on", "date_as_stated"), _mark(event, "date"))
        ),
        markup.join((_place(event, notes), _mark(event, "place"))),
    ]
    if event["mode"] != EventMode.NOT_STATED:
        parts.append(markup.join((label(EventMode(event["mode"])), cited("mode"))))
    classified = markup.tag("span", notes.mark_own(CLASSIFIED), "apart")
    parts.append(markup.join((event["form"], cited("form"), draw_filter("forms", event["form"]), classified)))
    return markup.join(parts, " · ")


def _mark(event: Any, what: str) -> str:
    return " (inferred)" if event[f"is_{what}_inferred"] else ""


def _place(event: Any, notes: Footnotes) -> markup.Safe:
    places = reads.read_records(queries.list_places, event["id"])
    if not places:
        words = event["place_as_stated"]
        if not words:
            return markup.to_html("place not stated")
        return markup.join(
            (words, notes.mark_value(Cite(event["source_id"], "events", event["id"], ("place_as_stated",))))
        )
    named = []
    for place in places:
        country = place["country"] if isinstance(place["country"], str) else place["name"]
        key = part_key("event_places", event["id"], place)
        cite = Cite(place["source_id"], "event_places", key, ("place_id",), event["id"])
        links = [link_thing("places", place["id"], place["name"])]
        if country != place["name"]:
            links.append(link_thing("countries", place["country_id"], country))
        by_country = draw_filter("countries", place["country_id"])
        named.append(markup.join((markup.join(links, ", "), notes.mark(cite), by_country)))
    return markup.join(named, "; ")


def draw_facts(event: Any, notes: Footnotes) -> markup.Safe:
    """Who took part in which role, who spoke, on what, as a table."""
    return markup.fact_table(_facts(event, notes))


def _facts(event: Any, notes: Footnotes) -> list[tuple[str, object]]:
    claims = reads.read_records(claim_queries.list_claims, "events", (event["id"],))
    rows: list[tuple[str, object]] = []
    for what, words in INFERRED.items():
        if event[f"is_{what}_inferred"]:
            rows.append((what.capitalize(), _draw_inference(words, event[f"{what}_reason"], event, notes)))
    organisations = lists.draw_organisations(event["id"], tuple(ROLES), notes)
    rows += [(ROLES[role], organisations[role]) for role in ROLES if role in organisations]
    rows += offices.list_offices(event["id"], notes)
    if participants := _participants(claims, event, notes):
        rows.append(("Participants", participants))
    rows.append(("Speakers", lists.draw_speakers(event["id"], notes)))
    rows += _draw_disputed(claims, notes)
    rows += lists.draw_programme(event["id"], notes)
    kind = (label(EventKind(event["kind"])), notes.mark_own(CLASSIFIED), draw_filter("kinds", event["kind"]))
    rows.append(("Kind", markup.join(kind)))
    if themes := _draw_themes(event["id"], notes):
        rows.append(("Themes", themes))
    if event["note"]:
        rows.append(("Note", markup.join((event["note"], notes.mark(event["source_id"])))))
    return rows


def _draw_inference(words: str, reason: str | None, event: Any, notes: Footnotes) -> markup.Safe:
    """That a value is inferred; why, folded."""
    why = markup.details("why", markup.join((reason, notes.mark(event["source_id"])))) if reason else ""
    return markup.join((words, why))


def _draw_themes(event_id: str, notes: Footnotes) -> markup.Safe:
    """The curators' own, and those that the event has by what was asked or said there alone."""
    rows = reads.read_records(queries.list_themes, event_id)
    own, derived = (
        markup.join(
            [
                markup.join((link_thing("themes", row["id"], row["name"]), draw_filter("themes", row["id"])))
                for row in rows
                if bool(row["is_derived"]) is is_derived
            ],
            " · ",
        )
        for is_derived in (False, True)
    )
    parts = [markup.join((own, notes.mark_own(CLASSIFIED)))] if own else []
    if derived:
        alone = markup.join(("By what was asked or said there alone: ", derived))
        parts.append(markup.tag("div", alone, "small"))
    return markup.join(parts)


def _participants(claims: Records, event: Any, notes: Footnotes) -> markup.Safe:
    """Every number that was claimed, with its claimant, and the groups as the sources list them.

    Who has a part above is left out; nothing where nobody is left.
    """
    numbers = [claim for claim in claims if claim["field"] == "participants"]
    parts: list[object] = [other_values.draw_values(numbers, notes)] if numbers else []
    listed = [claim for claim in claims if claim["field"] == "participants_as_stated"]
    told = lists.names_of_organisations(event["id"])
    if listed:
        parts.append(markup.tag("div", lists.merge_lists(listed, notes, told), "small"))
    elif event["participants_as_stated"]:
        items = [item for item in split_items(event["participants_as_stated"]) if fold(item) not in told]
        cited = notes.mark(Cite(event["source_id"], "events", event["id"])) if items else ""
        parts.append(markup.tag("div", markup.join(("; ".join(items), cited)), "small") if items else "")
    return markup.join(parts) if parts else markup.to_html(None)


def _draw_disputed(claims: Records, notes: Footnotes) -> list[tuple[str, object]]:
    """Other fields on which sources contradict each other, each value with who gives it."""
    shown = ("participants", "participants_as_stated")
    rows: list[tuple[str, object]] = []
    for field, values in groupby(claims, itemgetter("field")):
        each = list(values)
        if field not in shown and any(claim["is_disputed"] for claim in each):
            words = f"{column_words(field)} differs".capitalize()
            rows.append((words, other_values.draw_values(each, notes)))
    return rows
