"""The card of one source: what it is, what rests on it, and what it says field by field."""

from typing import Any

import streamlit as st

from data.dictionary import table_words
from data.queries import claims as claim_queries
from data.queries import evidence as queries
from data.vocabulary import SourceKind, label
from pages.views import claim_words, differ, foot, markup, reads
from pages.views.faults import contained

MOST = 14
"""Claims that are shown at full length; more scroll."""


@contained
def show(source: Any) -> None:
    """The source of one row of `evidence_panel.labelled`."""
    with st.container(border=True, key="source-card"):
        facts, resting = st.columns([3, 2], gap="medium")
        with facts:
            markup.show(markup.tag("div", source["called"], "cardtitle"))
            markup.show(markup.pairs(_facts(source)))
        with resting:
            rows = reads.read(queries.resting, source["id"])
            lines = [(table_words(n), count) for n, count in zip(rows["table"], rows["rows"], strict=True)]
            markup.show(markup.table(["What rests on it", "Rows"], lines))
        _claims(source)


def _facts(source: Any) -> list[tuple[str, object]]:
    about = [("Reports", source["about"])] if source["called"] != source["about"] else []
    link = markup.link(source["url"], source["url"]) if isinstance(source["url"], str) else None
    return [
        *about,
        ("Publisher", source["publisher"]),
        ("Originator", source["origin"]),
        ("Published", source["on"]),
        ("Kind", f"{label(SourceKind(source['kind']))}, {source['tongue']}"),
        ("Address", link),
        ("How read", f"{source['read']}; {source['status']}"),
        ("Mirror", markup.link(source["read_via_url"], source["read_via_url"])),
        ("Last read", source["read_on"]),
        ("SHA-256", markup.tag("span", source["sha256"], "hash") if source["sha256"] else None),
        ("Note", source["note"]),
        ("Id", source["id"]),
    ]


def _claims(source: Any) -> None:
    claims = reads.read(claim_queries.of_source, source["id"])
    if claims.empty:
        markup.show(markup.tag("p", "No claim with its own passage rests on it yet.", "lead"))
        return
    known = claim_words.names()
    rows = [_line(row, known) for _, row in claims.iterrows()]
    count = f"{len(rows)} {'claim' if len(rows) == 1 else 'claims'}, in the order of its paragraphs"
    markup.show(markup.tag("div", f"What it says: {count}", "kindtitle"))
    head = ["¶", "About", "Field", "Value", "Passage", "Confidence", "Rank and reason"]
    with st.container(height=520 if len(rows) > MOST else "content", border=False, key="claims"):
        markup.show(markup.table(head, rows, "claims"))


def _line(row: Any, known: claim_words.Names) -> tuple[object, ...]:
    note = foot.note_of(row)
    inferred = markup.tag("div", "inferred", "small") if row["is_inferred"] else ""
    value = claim_words.value(row["table"], row["field"], row["value"], known)
    kind = "disputed" if row["is_disputed"] else ""
    return (
        str(note.paragraph or ""),
        claim_words.about(row["table"], row["subject"], known),
        claim_words.field(row["table"], row["field"]),
        markup.joined((markup.tag("span", value, kind), inferred)),
        foot.unfolding(note, row["url"], row["sha256"]),
        row["confidence"],
        differ.ranked(row),
    )
