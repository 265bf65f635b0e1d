"""The card of one event: when, where, who, about what, and which source says so."""

from typing import Any

import pandas as pd
import streamlit as st

from data.queries import event as queries
from data.vocabulary import EventMode, OrganisationRole, SpeakerMode, label
from pages.views import dates, markup, reads
from pages.views.footnotes import Footnotes

ROLES = {
    "organiser": "Organisers",
    "host": "Hosts",
    "partner": "Partners",
    "participant": "Taking part",
    "invited": "Invited",
}


def show(event: Any, notes: Footnotes) -> None:
    """The event of one row of `queries.events.events` (a Series); its sources are noted in `notes`."""
    facts, sources = st.columns([4, 3], gap="medium")
    with facts:
        markup.show(_head(event))
        markup.show(markup.pairs(_facts(event, notes)))
    with sources:
        markup.show(_sources(event["id"], notes))
        if said := _said(event["id"], notes):
            markup.show(said)


def _head(event: Any) -> markup.Safe:
    mode = "" if event["mode"] == EventMode.NOT_STATED else f" · {event['mode'].replace('_', ' ')}"
    place = event["places"] or event["place_as_stated"] or "place not stated"
    country = (
        f", {event['countries']}" if event["countries"] and event["countries"] != event["places"] else ""
    )
    line = f"{dates.span(event)} · {place}{country}{mode} · {event['form']}"
    return markup.joined((markup.tag("div", event["title"], "cardtitle"), markup.tag("div", line, "small")))


def _facts(event: Any, notes: Footnotes) -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = []
    if event["is_date_inferred"]:
        rows.append(
            (
                "Date",
                markup.joined(("Inferred. ", event["date_reason"] or "", notes.mark(event["source_id"]))),
            )
        )
    bodies = reads.read(queries.organisations, event["id"])
    told: set[str] = set()
    for role in OrganisationRole:
        part = bodies[(bodies["role"] == role) & ~bodies["id"].isin(told)]
        told |= set(part["id"])
        if not part.empty:
            rows.append((ROLES[role], _named(part, notes)))
    claims = reads.read(queries.claims, event["id"])
    rows.append(("Participants", _numbers(claims[claims["field"] == "participants"], event, notes)))
    rows.append(("Speakers", _speakers(event["id"], notes)))
    other = claims[~claims["field"].isin(["participants", "participants_as_stated"])]
    rows += _disputed(other, notes)
    instruments = reads.read(queries.instruments, event["id"])
    if not instruments.empty:
        rows.append(("Instruments", _listed(instruments, "name", notes, extra="relation")))
    agenda = reads.read(queries.agenda, event["id"])
    if not agenda.empty:
        rows.append(("Agenda", _listed(agenda, "title", notes)))
    if event["themes"]:
        rows.append(("Themes", event["themes"].replace("; ", " · ")))
    if event["note"]:
        rows.append(("Note", markup.joined((event["note"], notes.mark(event["source_id"])))))
    return rows


def _named(part: pd.DataFrame, notes: Footnotes) -> markup.Safe:
    """Names in the order of the sources, each with the numbers of all that name it."""
    named = [
        markup.joined((str(name), notes.marks(rows["source_id"])))
        for name, rows in part.groupby("name", sort=False)
    ]
    return markup.joined(named, ", ")


def _numbers(claims: pd.DataFrame, event: Any, notes: Footnotes) -> markup.Safe:
    """Every number of participants that was claimed, with its claimant; brick where they differ."""
    differ = len(set(claims["value"])) > 1
    values = [
        markup.joined(
            (
                markup.tag("span", row.value, "disputed" if differ else ""),
                f" {row.claimant}",
                notes.mark(str(row.source_id)),
            )
        )
        for row in claims.itertuples()
    ]
    reasons = [r for r in claims["reason"] if r and r == r]
    parts: list[object] = [markup.joined(values, " · ")] if values else []
    if differ and reasons:
        parts.append(markup.tag("div", reasons[0], "small"))
    if event["participants_as_stated"]:
        parts.append(
            markup.tag(
                "div",
                markup.joined((event["participants_as_stated"], notes.mark(event["source_id"]))),
                "small",
            )
        )
    return markup.joined(parts) if parts else markup.html(None)


def _speakers(event_id: str, notes: Footnotes) -> markup.Safe:
    people = reads.read(queries.speakers, event_id)
    lines = []
    for name, rows in people.groupby("name", sort=False):
        offices = list(dict.fromkeys(o for o in rows["office"] if o and o == o))
        bodies = list(dict.fromkeys(o for o in rows["organisation"] if o and o == o))
        roles = list(dict.fromkeys(r for r in rows["role"] if r != "speaker"))
        modes = list(
            dict.fromkeys(label(SpeakerMode(m)) for m in rows["mode"] if m != SpeakerMode.NOT_STATED)
        )
        words = ", ".join([*offices[:1], *bodies[:1]])
        how = "; ".join([*(r.replace("_", " ") for r in roles), " or ".join(modes)]).strip("; ")
        tail = markup.tag("span", " — ".join(t for t in (words, how) if t), "small")
        lines.append(markup.tag("div", markup.joined((str(name), " ", tail, notes.marks(rows["source_id"])))))
    return markup.joined(lines) if lines else markup.html(None)


def _disputed(claims: pd.DataFrame, notes: Footnotes) -> list[tuple[str, object]]:
    """Other values on which sources differ, each with who says so."""
    rows: list[tuple[str, object]] = []
    for field, values in claims.groupby("field"):
        if len(set(values["value"])) < 2:
            continue
        each = [
            markup.joined(
                (
                    markup.tag("span", row.value, "disputed"),
                    f" {row.claimant}",
                    notes.mark(str(row.source_id)),
                )
            )
            for row in values.itertuples()
        ]
        rows.append(
            (
                f"{str(field).replace('_', ' ').removesuffix(' on')} differs".capitalize(),
                markup.joined(each, " · "),
            )
        )
    return rows


def _listed(rows: pd.DataFrame, name: str, notes: Footnotes, extra: str | None = None) -> markup.Safe:
    lines = []
    for _, row in rows.iterrows():
        tail = markup.tag("span", f" {row[extra]}", "small") if extra else ""
        lines.append(markup.tag("div", markup.joined((row[name], tail, notes.mark(row["source_id"])))))
    return markup.joined(lines)


def _sources(event_id: str, notes: Footnotes) -> markup.Safe:
    sources = reads.read(queries.sources, event_id)
    originators = sources["originator"].nunique()
    count = f"{len(sources)} {'document' if len(sources) == 1 else 'documents'}"
    head = f"{count}, {originators} {'originator' if originators == 1 else 'originators'}"
    rows = [
        (
            notes.mark(str(row.id)),
            f"{row.publisher}, {dates.words(row.published_on) or 'date not stated'}",
            markup.link(f"“{row.anchor}”" if row.anchor else row.title, row.url),
        )
        for _, row in sources.iterrows()
    ]
    return markup.joined((markup.table(["", "Publisher", "Passage"], rows), markup.tag("p", head, "small")))


def _said(event_id: str, notes: Footnotes) -> markup.Safe | None:
    said = reads.read(queries.said, event_id)
    if said.empty:
        return None
    rows = [
        (str(row.kind), markup.joined((row.text, notes.mark(str(row.source_id)))), row.by)
        for row in said.head(6).itertuples()
    ]
    more = len(said) - len(rows)
    foot = markup.tag("p", f"{more} more on the page Recommendations.", "small") if more > 0 else ""
    return markup.joined((markup.table(["Said", "", "By"], rows), foot))
