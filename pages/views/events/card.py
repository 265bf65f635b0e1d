"""The card of one event: when, where, who, about what, by which source."""

from itertools import groupby
from operator import itemgetter
from typing import Any

import streamlit as st

from data.queries import claims as claim_queries
from data.queries import event as queries
from data.schema.dictionary import column_words
from data.schema.vocabulary import EventMode, OrganisationRole
from data.values.rows import Records
from pages.views.events import lists
from pages.views.footnotes import Cite, Footnotes, other_values
from pages.views.html import dates, markup
from pages.views.session import reads
from pages.views.shell.faults import contain

ROLES = {
    "organiser": "Organisers",
    "host": "Hosts",
    "partner": "Partners",
    "participant": "Taking part",
    "invited": "Invited",
}
CLASSIFIED = "Kinds, themes and the relation to instruments are the curators' classification."


@contain
def show_card(event: Any, notes: Footnotes) -> None:
    """The event of one row of `queries.events.list_events`; its passages are noted in `notes`."""
    facts, sources = st.columns([4, 3], gap="medium")
    with facts:
        markup.show(_head(event, notes))
        markup.show(markup.fact_table(_facts(event, notes)))
    with sources:
        markup.show(lists.draw_sources(event["id"], notes))
        if said := lists.draw_statements(event["id"], notes):
            markup.show(said)


def _head(event: Any, notes: Footnotes) -> markup.Safe:
    def cited(*fields: str) -> markup.Safe:
        return notes.mark_value(Cite(event["source_id"], "events", event["id"], fields))

    title = markup.join((event["title"], cited("title")))
    parts = [
        markup.join((dates.format_span(event), cited("start_on", "end_on", "date_as_stated"))),
        _place(event, notes),
    ]
    if event["mode"] != EventMode.NOT_STATED:
        parts.append(markup.join((event["mode"].replace("_", " "), cited("mode"))))
    parts.append(markup.join((event["form"], cited("form"), " ", notes.mark_own(CLASSIFIED))))
    return markup.join(
        (markup.tag("div", title, "cardtitle"), markup.tag("div", markup.join(parts, " · "), "small"))
    )


def _place(event: Any, notes: Footnotes) -> markup.Safe:
    places = reads.read_records(queries.list_places, event["id"])
    if not places:
        words = event["place_as_stated"]
        if not words:
            return markup.Safe("place not stated")
        return markup.join(
            (words, notes.mark_value(Cite(event["source_id"], "events", event["id"], ("place_as_stated",))))
        )
    named = []
    for place in places:
        country = place["country"] if isinstance(place["country"], str) else place["name"]
        cite = Cite(
            place["source_id"], "event_places", f"{event['id']}/{place['id']}", ("place_id",), event["id"]
        )
        named.append(markup.join((", ".join(dict.fromkeys((place["name"], country))), notes.mark(cite))))
    return markup.join(named, "; ")


def _facts(event: Any, notes: Footnotes) -> list[tuple[str, object]]:
    claims = reads.read_records(claim_queries.list_claims, "events", (event["id"],))
    rows: list[tuple[str, object]] = []
    if event["is_date_inferred"]:
        reason = ("Inferred. ", event["date_reason"] or "", notes.mark(event["source_id"]))
        rows.append(("Date", markup.join(reason)))
    organisations = lists.draw_organisations(event["id"], notes)
    rows += [(ROLES[role], organisations[role]) for role in OrganisationRole if role in organisations]
    rows.append(("Participants", _participants(claims, event, notes)))
    rows.append(("Speakers", lists.draw_speakers(event["id"], notes)))
    rows += _draw_disputed(claims, notes)
    rows += lists.draw_programme(event["id"], notes)
    if event["themes"]:
        themes = event["themes"].replace("; ", " · ")
        rows.append(("Themes", markup.join((themes, notes.mark_own(CLASSIFIED)))))
    if event["note"]:
        rows.append(("Note", markup.join((event["note"], notes.mark(event["source_id"])))))
    return rows


def _participants(claims: Records, event: Any, notes: Footnotes) -> markup.Safe:
    """Every number that was claimed, with its claimant, and the groups as the sources list them."""
    numbers = [claim for claim in claims if claim["field"] == "participants"]
    parts: list[object] = [other_values.draw_values(numbers, notes)] if numbers else []
    listed = [claim for claim in claims if claim["field"] == "participants_as_stated"]
    if listed:
        parts.append(markup.tag("div", lists.merge_lists(listed, notes), "small"))
    elif event["participants_as_stated"]:
        cited = notes.mark(Cite(event["source_id"], "events", event["id"]))
        parts.append(markup.tag("div", markup.join((event["participants_as_stated"], cited)), "small"))
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
