"""Where sources differ: each field with all its values, their sources, which is preferred and why."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import streamlit as st

from data.claims import totals
from data.claims.totals import Choice
from data.filters import Filters
from data.queries.disagreements import fields as queries
from data.queries.disagreements import lists
from data.queries.sources import claims as claim_queries
from data.schema.dictionary import column_words, table_words
from data.schema.keys import row_key
from data.schema.vocabulary import OrganisationRole, Rank, Rule, label
from data.values.rows import Records, group_rows
from pages.views.footnotes import Cite, Footnotes, cache_part, endnotes, wording
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell.controls.pager import Pager, read_pager
from pages.views.shell.faults import contain

ROWS = 40
"""Disagreements on a page of the list."""
MODES, ORGANISERS = ("speakers", "mode"), ("event_organisations", "organisers")
"""Table and field of lists whose rows, one a source, differ."""
KNOWN = 4096
"""Claims whose words are kept: a page has a hundred."""
FieldKey = tuple[str, str, str]
"""Table, subject, field."""


class Disagreement(NamedTuple):
    """One field of one row with its claims that contradict each other."""

    table: str
    subject: str
    field: str
    claims: Records


class ClaimWords(NamedTuple):
    """A claim in words, but for the number of its note and what is chosen."""

    value: markup.Safe
    note: endnotes.Note
    passage: markup.Safe | str
    ranked: markup.Safe


def list_values(matters: Iterable[FieldKey]) -> list[Disagreement]:
    """The disagreements on values among these fields, each with every claim on it, best first."""
    claims: dict[FieldKey, Records] = {m: [] for m in matters if (m[0], m[2]) not in (MODES, ORGANISERS)}
    for table in dict.fromkeys(table for table, _, _ in claims):
        subjects = tuple(dict.fromkeys(subject for name, subject, _ in claims if name == table))
        for row in reads.read_records(claim_queries.list_claims, table, subjects):
            claims.get((row["table"], row["subject"], row["field"]), []).append(row)
    return [Disagreement(*matter, rows) for matter, rows in claims.items()]


def list_foremost(filters: Filters, most: int) -> list[Disagreement]:
    """The first disagreements on values: numbers of participants, other fields of events, the rest."""
    return list_values(_field_keys(reads.read_records(queries.list_foremost_disagreements, filters, most)))


def count_disagreements(filters: Filters) -> int:
    """On how many fields, lists and modes of speaking sources differ."""
    [row] = reads.read_records(queries.count_disagreements, filters)
    return int(row["matters"])


@contain
def show_disagreements(filters: Filters, choice: Choice, notes: Footnotes) -> None:
    """Every field on which sources differ, each with its values; what the choice takes is marked."""
    st.header("Where sources differ", anchor=False)
    total = count_disagreements(filters)
    pager = read_pager("matters", total, ROWS, filters)
    skip, after = markup.skip("Skip where sources differ", "after-matters")
    words = markup.tag("p", sentence(total, filters), "lead")
    markup.show(markup.join((skip, words, _draw_page(filters, choice, pager, notes), after)))
    pager.show("points, those of the newest events first")


@cache_part
def _draw_page(filters: Filters, choice: Choice, pager: Pager, notes: Footnotes) -> markup.Safe:
    matters = _field_keys(reads.read_records(queries.list_disagreements, filters, pager.first, ROWS))
    known = wording.row_names()
    modes, organisers = (
        tuple(subject for table, subject, field in matters if (table, field) == kind)
        for kind in (MODES, ORGANISERS)
    )
    values = (_draw_values(dispute, choice, known, notes) for dispute in list_values(matters))
    return markup.join((*values, *_modes(modes, known, notes), *_organisers(organisers, known, notes)))


def sentence(total: int, filters: Filters) -> str:
    """On how much sources differ, and what becomes of the values."""
    where = "" if filters.is_empty else " about the events that match"
    if not total:
        return f"Sources do not differ on anything{where}."
    return (
        f"Sources differ on {markup.count_noun(total, 'point')}{where}. All values are kept; elsewhere the "
        "preferred one comes first, for the reason given here."
    )


def _field_keys(rows: Records) -> list[FieldKey]:
    return [(row["table"], row["subject"], row["field"]) for row in rows]


def _draw_values(
    dispute: Disagreement, choice: Choice, known: wording.Names, notes: Footnotes
) -> markup.Safe:
    table, subject, field, claims = dispute
    taken = totals.choose_claim(claims, choice)
    head = ["Value", "Says", "Passage", "Rank, rule and reason"]
    rows = [_claim(row, taken, choice, notes) for row in claims]
    words = markup.table(head, rows, "differ")
    return _draw_disagreement(
        table, subject, column_words(field), known, wording.count_originators(claims), words
    )


def _draw_disagreement(
    table: str, subject: str, what: str, known: wording.Names, more: str, words: markup.Safe
) -> markup.Safe:
    """The heading of one disagreement, and its table."""
    title = wording.describe_subject(table, subject, known)
    if table == "events":
        head = markup.page_link(title, "event", {"id": subject}, "kindtitle", keeps="all")
    else:
        head = markup.tag("div", title, "kindtitle")
        what = f"{table_words(table)}: {what}"
    line = markup.tag("div", " · ".join(part for part in (what, more) if part), "small")
    return markup.tag("div", markup.join((head, line, words)), "matter")


def _claim(row: Any, taken: totals.Claim, choice: Choice, notes: Footnotes) -> tuple[object, ...]:
    worded = _claim_words(tuple(row.items()))
    is_taken = totals.affects_field(row, choice) and row["value"] == taken["value"]
    mark = markup.tag("span", f"counts under {choice}", "taken") if is_taken else ""
    return (
        markup.join((worded.value, " ", mark)),
        markup.join((row["claimant"], notes.mark_notes(worded.note))),
        worded.passage,
        worded.ranked,
    )


def _describe_claim(columns: tuple[tuple[str, Any], ...]) -> ClaimWords:
    row = dict(columns)
    value = wording.describe_value(row["table"], row["field"], row["value"], wording.row_names())
    kind = "preferred" if row["rank"] == Rank.PREFERRED or not row["is_disputed"] else "disputed"
    note = endnotes.make_note(row)
    return ClaimWords(
        markup.tag("span", value, kind), note, _link_passage(note, row["url"]), describe_rank(row)
    )


_claim_words = reads.cache_per_build(_describe_claim, KNOWN)


def _link_passage(note: endnotes.Note, url: object) -> markup.Safe:
    """The words of a note, linked to the publisher's page at them; nothing for words on something else."""
    return markup.Safe() if note.is_context else endnotes.link_words(note, url)


def describe_rank(row: Any) -> markup.Safe:
    """The rank, where it is not the normal one, the rule behind it, and the reason."""
    rank = "" if row["rank"] == Rank.NORMAL else label(Rank(row["rank"]))
    rule = f": {label(Rule(row['rule']))}" if row["rule"] else ""
    reason = markup.tag("div", row["reason"], "small") if row["reason"] else ""
    return markup.join((markup.tag("b", f"{rank}{rule}") if rank else "", reason))


def _modes(people: tuple[str, ...], known: wording.Names, notes: Footnotes) -> list[markup.Safe]:
    """Modes of speaking are rows of the table of speakers, one row a source: none is preferred.

    `people` are event and person, joined by a slash.
    """
    rows = reads.read_records(lists.list_speaker_modes, people) if people else []
    notes.load_claims("speakers", (row_key("speakers", row) for row in rows))
    made = []
    for (event, person), said in group_rows(rows, "event_id", "person").items():
        table = markup.table(["Value", "Says", "Passage", ""], [_mode(row, notes) for row in said], "differ")
        line = markup.tag("div", f"{person}: how they took part", "small")
        made.append(_draw_disagreement("events", event, "mode", known, "", markup.join((line, table))))
    return made


def _mode(row: Mapping[str, Any], notes: Footnotes) -> tuple[object, ...]:
    fields = ("mode", "mode_as_stated")
    cite = Cite(row["source_id"], "speakers", row_key("speakers", row), fields, row["event_id"])
    value = wording.describe_value("speakers", "mode", row["mode"], {})
    return (
        markup.tag("span", value, "" if value == "not stated" else "disputed"),
        markup.join((row["publisher"], notes.mark(cite))),
        _link_passage(notes.find_note(cite), row["url"]),
        "",
    )


def _organisers(events: tuple[str, ...], known: wording.Names, notes: Footnotes) -> list[markup.Safe]:
    """Lists of different granularity, as their union with who names whom."""
    rows = reads.read_records(lists.list_organisers, events) if events else []
    notes.load_claims("event_organisations", map(_part, rows))
    notes.load_claims("events", events)
    made = []
    for event, named in group_rows(rows, "event_id").items():
        sources = len({row["source_id"] for row in named})
        lines = [
            (
                body,
                f"{len(some)} of {sources}",
                len({row["originator"] for row in some}),
                markup.join([_namer(row, notes) for row in some], ", "),
            )
            for body, some in group_rows(named, "organisation").items()
        ]
        table = markup.table(["Organiser", "Documents", "Originators", "Who names it"], lines, "union")
        made.append(_draw_disagreement("events", event, "organisers", known, "", table))
    return made


def _part(row: Mapping[str, Any]) -> str:
    """The key of a row of event_organisations."""
    return row_key("event_organisations", {**row, "role": OrganisationRole.ORGANISER})


def _namer(row: Mapping[str, Any], notes: Footnotes) -> markup.Safe:
    cite = Cite(
        row["source_id"], "event_organisations", _part(row), ("role", "as_stated"), event=row["event_id"]
    )
    return markup.join((row["publisher"], notes.mark(cite)))
