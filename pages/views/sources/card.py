"""The card of one source: what it is, what rests on it, and what it says field by field."""

from collections.abc import Mapping
from typing import Any

from data import documents
from data.queries.sources import claims as claim_queries
from data.queries.sources import rows as queries
from data.schema.dictionary import table_words
from data.schema.vocabulary import ReadAs, SourceKind, label
from pages.views.disagreements import fields
from pages.views.footnotes import endnotes, wording
from pages.views.html import dates, markup
from pages.views.session import reads
from pages.views.shell.controls.record_panel import Order, Record, show_record
from pages.views.shell.controls.selection import Selected
from pages.views.shell.faults import contain
from pages.views.shell.filters.controls import draw_filter
from pages.views.sources import table

MOST = 14
"""Claims that are shown at full length; more scroll."""
HEAD = ["¶", "About", "Field", "Value", "Passage", "Confidence", "Rank and reason"]


@contain
def show_panel(chosen: Selected, order: Order) -> None:
    """The panel of a source, a row of `queries.list_sources`."""
    source = chosen.row
    with show_record(Record("source", "sources", source["id"], source["id"], chosen.is_outside), order):
        markup.show(_card(tuple(source.items()), source["sha256"] in documents.list_hashes()))


def _draw_card(columns: tuple[tuple[str, Any], ...], _: bool) -> markup.Safe:
    """The card of a source by its columns, and by whether its document is in the folder."""
    source = dict(columns) | table.describe_source(dict(columns))
    resting = [
        (table_words(row["table"]), row["rows"])
        for row in reads.read_records(queries.count_rows_by_table, source["id"])
    ]
    facts = markup.join((markup.tag("div", source["called"], "cardtitle"), markup.fact_table(_facts(source))))
    about = markup.join(
        (markup.tag("div", facts), markup.tag("div", markup.table(["What rests on it", "Rows"], resting)))
    )
    return markup.join((markup.tag("div", about, "beside"), _claims(source["id"])))


_card = reads.cache_few_per_build(_draw_card)


def _facts(source: Mapping[str, Any]) -> list[tuple[str, object]]:
    about = [("Reports", source["about"])] if source["called"] != source["about"] else []
    link = markup.link(source["url"], source["url"]) if isinstance(source["url"], str) else None
    others: list[tuple[str, object]] = [
        ("Mirror", source["read_via_url"] and markup.link(source["read_via_url"], source["read_via_url"])),
        ("SHA-256", source["sha256"] and markup.tag("span", source["sha256"], "hash")),
        ("Note", source["note"]),
    ]
    return [
        *about,
        ("Publisher", markup.join((source["publisher"], draw_filter("publishers", source["publisher"])))),
        ("Originator", source["origin"]),
        ("Published", source["on"]),
        ("Kind", f"{label(SourceKind(source['kind']))}, {source['tongue']}"),
        ("Address", link),
        ("How read", f"{source['read']}; {source['status']}"),
        ("Last read", _reading(source)),
        *((name, value) for name, value in others if value),
        ("Id", source["id"]),
    ]


def _reading(source: Mapping[str, Any]) -> str | None:
    """When it was last read, and whether as a stored copy: `30 November 2026, as a stored copy`."""
    read_as = f"as a {label(ReadAs(source['read_as']))}" if source["read_as"] else ""
    return ", ".join(part for part in (dates.format_date(source["read_on"]), read_as) if part) or None


def _claims(source: str) -> markup.Safe:
    claims = reads.read_records(claim_queries.list_claims_of_source, source)
    if not claims:
        return markup.tag("p", "No claim quotes its words yet.", "lead")
    known = wording.row_names()
    count = f"{markup.count_noun(len(claims), 'claim')}, in the order of its paragraphs"
    title = markup.tag("div", f"What it says: {count}", "kindtitle")
    kind = "claims long" if len(claims) > MOST else "claims"
    return markup.join((title, markup.table(HEAD, [_line(row, known) for row in claims], kind)))


def _line(row: Mapping[str, Any], known: wording.Names) -> tuple[object, ...]:
    note = endnotes.make_note(row)
    inferred = markup.tag("div", "inferred", "small") if row["is_inferred"] else ""
    value = wording.describe_value(row["table"], row["field"], row["value"], known)
    kind = "disputed" if row["is_disputed"] else ""
    return (
        str(note.paragraph or ""),
        wording.describe_subject(row["table"], row["subject"], known),
        wording.describe_field(row["table"], row["field"]),
        markup.join((markup.tag("span", value, kind), inferred)),
        endnotes.quote_with_paragraph(note, row["url"], row["sha256"]),
        row["confidence"],
        fields.describe_rank(row),
    )
