"""Where sources differ: each field with all its values, who says so, which is preferred and why."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from data import totals
from data.citations import quoted
from data.dictionary import column_words, table_words
from data.filters import Filters
from data.queries import claims as claim_queries
from data.queries import differing
from data.queries import evidence_counts as queries
from data.totals import Choice
from data.vocabulary import Rank, Rule, label
from pages.views import claim_words, foot, markup, reads
from pages.views.event_parts import corroborated
from pages.views.faults import contained
from pages.views.footnotes import Cite, Footnotes
from pages.views.pager import turned_to

ROWS = 40
"""Matters on a page of the list."""
PARTS = ("speakers", "event_organisations")
"""Tables whose rows themselves, one a source, tell what differs."""


class Dispute(NamedTuple):
    """One field of one row with the rows of its rival claims."""

    table: str
    subject: str
    field: str
    claims: list[dict[str, Any]]


def found(matters: pd.DataFrame) -> list[Dispute]:
    """The values among these `evidence_counts.differing`, each with every claim on it, best first."""
    wanted = matters[~matters["field"].isin(("mode", "organisers")) | ~matters["table"].isin(PARTS)]
    keys = list(zip(wanted["table"], wanted["subject"], wanted["field"], strict=True))
    claims: dict[tuple[str, str, str], list[dict[str, Any]]] = {key: [] for key in keys}
    for table in dict.fromkeys(table for table, _, _ in keys):
        subjects = tuple(dict.fromkeys(subject for name, subject, _ in keys if name == table))
        for row in reads.records(claim_queries.on, table, subjects):
            claims.get((row["table"], row["subject"], row["field"]), []).append(row)
    return [Dispute(*key, rows) for key, rows in claims.items()]


def foremost(filters: Filters, most: int) -> list[Dispute]:
    """The first disputes on values: numbers of participants, then other fields of events, then the rest."""
    return found(reads.read(queries.foremost, filters, most))


def number(filters: Filters) -> int:
    """How many fields, lists and ways of speaking sources tell differently."""
    return int(reads.read(queries.differ, filters)["matters"].iloc[0])


@contained
def show(filters: Filters, choice: Choice, notes: Footnotes) -> None:
    """Every field on which sources differ, each with its values; what the choice takes is marked."""
    st.header("Where sources differ", anchor=False)
    total = number(filters)
    fields = f"{f'{total:,}' if total else 'No'} {'matter' if total == 1 else 'matters'}"
    more = "" if filters.is_empty else " of the events that match; without a filter, also of all other rows"
    words = "All values stay; the preferred one is shown first elsewhere, for the reason given."
    markup.show(markup.tag("p", f"{fields}{more}. {words}", "lead"))
    known = claim_words.names()
    pager = turned_to("matters", total, ROWS, filters)
    matters = reads.read(queries.differing, filters, pager.first, ROWS)
    for place, dispute in enumerate(found(matters)):
        with st.container(key=f"differ-{place}", gap="xsmall"):
            _head(dispute.table, dispute.subject, dispute.field, known, corroborated(dispute.claims))
            taken = totals.chosen(dispute.claims, choice)
            rows = [_claim(row, taken, choice, known, notes) for row in dispute.claims]
            markup.show(markup.table(["Value", "Says", "Passage", "Rank, rule and reason"], rows, "differ"))
    of = matters.groupby(["table", "field"])["subject"].apply(tuple).to_dict()
    if people := of.get(("speakers", "mode")):
        _modes(people, known, notes)
    if events := of.get(("event_organisations", "organisers")):
        _organisers(events, known, notes)
    pager.show("matters, those of the newest events first")


def _head(table: str, subject: str, field: str, known: claim_words.Names, rests: str = "") -> None:
    title = claim_words.about(table, subject, known)
    words = column_words(field)
    if table == "events":
        st.page_link("pages/timeline.py", label=markup.plain(title), query_params={"event": subject})
    else:
        markup.show(markup.tag("div", title, "kindtitle"))
        words = f"{table_words(table)}: {words}"
    markup.show(markup.tag("div", " · ".join(part for part in (words, rests) if part), "small"))


def _claim(row: Any, taken: totals.Claim, choice: Choice, known: Any, notes: Footnotes) -> tuple[object, ...]:
    value = claim_words.value(row["table"], row["field"], row["value"], known)
    kind = "preferred" if row["rank"] == Rank.PREFERRED or not row["is_disputed"] else "disputed"
    is_taken = totals.is_ordered(row, choice) and row["value"] == taken["value"]
    mark = markup.tag("span", f"counts under {choice}", "taken") if is_taken else ""
    return (
        markup.joined((markup.tag("span", value, kind), " ", mark)),
        markup.joined((row["claimant"], notes.claim(row))),
        passage(foot.note_of(row), row["url"]),
        ranked(row),
    )


def passage(note: foot.Note, url: object) -> markup.Safe | str:
    """The words of a note, linked to the publisher's page at them; nothing for words on something else."""
    if not note.anchor or note.is_context:
        return ""
    return markup.link(quoted(note.anchor), foot.at_words(url, note))


def ranked(row: Any) -> markup.Safe:
    """The rank, where it is not the normal one, the rule behind it, and the reason."""
    rank = "" if row["rank"] == Rank.NORMAL else label(Rank(row["rank"]))
    rule = f": {label(Rule(row['rule']))}" if row["rule"] else ""
    reason = markup.tag("div", row["reason"], "small") if row["reason"] else ""
    return markup.joined((markup.tag("b", f"{rank}{rule}") if rank else "", reason))


def _modes(people: tuple[str, ...], known: claim_words.Names, notes: Footnotes) -> None:
    """Ways of speaking stand in the table of speakers, one row a source: none is preferred.

    `people` are event and person, joined by a slash.
    """
    rows = reads.read(differing.modes, tuple(tuple(each.split("/")) for each in people))
    for (event, person), group in rows.groupby(["event_id", "person"], sort=False):
        keys = group["event_id"] + "/" + group["person_id"] + "/" + group["role"] + "/" + group["source_id"]
        notes.learn("speakers", keys)
        lines = [
            _mode(row, Cite(row["source_id"], "speakers", key, ("mode", "mode_as_stated"), str(event)), notes)
            for (_, row), key in zip(group.iterrows(), keys, strict=True)
        ]
        with st.container(key=f"differ-mode-{event}-{person}", gap="xsmall"):
            _head("events", str(event), "mode", known)
            markup.show(markup.tag("div", f"{person}: how they took part", "small"))
            markup.show(markup.table(["Value", "Says", "Passage", ""], lines, "differ"))


def _mode(row: Any, cite: Cite, notes: Footnotes) -> tuple[object, ...]:
    value = claim_words.value("speakers", "mode", row["mode"], {})
    return (
        markup.tag("span", value, "" if value == "not stated" else "disputed"),
        markup.joined((row["publisher"], notes.mark(cite))),
        passage(notes.note(cite), row["url"]),
        "",
    )


def _organisers(events: tuple[str, ...], known: claim_words.Names, notes: Footnotes) -> None:
    """Lists of different granularity, as their union with who names whom."""
    rows = reads.read(differing.organisers, events)
    keys = rows["event_id"] + "/" + rows["organisation_id"] + "/organiser/" + rows["source_id"]
    notes.learn("event_organisations", keys)
    notes.learn("events", rows["event_id"])
    for event, group in rows.groupby("event_id", sort=False):
        sources = len(set(group["source_id"]))
        with st.container(key=f"differ-organisers-{event}", gap="xsmall"):
            _head("events", str(event), "organisers", known)
            lines = [
                (
                    str(body),
                    f"{len(some)} of {sources}",
                    len(set(some["originator"])),
                    _namers(some, str(event), notes),
                )
                for body, some in group.groupby("organisation", sort=False)
            ]
            markup.show(
                markup.table(["Organiser", "Documents", "Originators", "Who names it"], lines, "union")
            )


def _namers(rows: pd.DataFrame, event: str, notes: Footnotes) -> markup.Safe:
    each = []
    for _, row in rows.iterrows():
        key = f"{event}/{row['organisation_id']}/organiser/{row['source_id']}"
        cite = Cite(row["source_id"], "event_organisations", key, ("role", "as_stated"), event)
        each.append(markup.joined((row["publisher"], notes.mark(cite))))
    return markup.joined(each, ", ")
