"""Border Liaison Offices in a brief: the newest count, the last by border, those that are named."""

from collections.abc import Iterator
from typing import Any

from data.brief.document import Paragraph, Section, Sentence
from data.brief.evidence import Cite
from data.brief.pictures import office_rows
from data.brief.request import Context, Length
from data.schema.vocabulary import DatePrecision, OfficeStatus, label
from data.values.rows import Records, Row

TABLE = "border_liaison_offices"
COUNTS = "office_counts"
FIELDS = ("number", "border_id", "as_of")


def section(context: Context) -> list[Section]:
    """Totals, numbers by border with the names known there, what is listed besides."""
    rows, counts, borders = office_rows(context.view)
    if not rows and not borders:
        return []
    paragraphs = [tuple(_totals(context, counts))]
    if context.request.length != Length.ONE:
        paragraphs += [tuple(_border(context, row, rows)) for row in borders]
        paragraphs.append(tuple(_rest(context, rows)))
    blocks = tuple(Paragraph(each) for each in paragraphs if each)
    return [Section(context.label("offices"), blocks)] if blocks else []


def _totals(context: Context, counts: Records) -> Iterator[Sentence]:
    """The newest total that a source states, and the one before it."""
    totals = [
        row
        for row in counts
        if row["is_total"] and row["number"] is not None and row["status"] == OfficeStatus.OPERATIONAL
    ]
    if not totals:
        yield context.count("no_counts")
        return
    for name, row in zip(("total", "total_before"), reversed(totals), strict=False):
        bound = "" if row["bound"] in ("exact", "not_stated") else f"{row['bound'].replace('_', ' ')} "
        gaps = {
            "publisher": row["source_publisher"],
            "value": f"{bound}{row['number']:,}",
            "day": context.request.language.day(row["as_of"]),
        }
        cite = Cite(row["source_id"], COUNTS, row["id"], ("number", "as_of"))
        yield context.sentence(context.say(name, row["number"], **gaps), cite)


def _border(context: Context, row: Row, offices: Records) -> Iterator[Sentence]:
    """How many were operational there, how many were to come, and which are known by name."""
    when, border = context.request.language.when, row["name"]
    if row["number"] is not None:
        cite = Cite(row["source_id"], COUNTS, row["count_id"], FIELDS)
        yield context.sentence(
            context.say("border", row["number"], border=border, when=when(row["as_of"])), cite
        )
    if row["more_status"]:
        cite = Cite(row["more_source_id"], COUNTS, row["more_count_id"], FIELDS)
        gaps = {
            "border": border,
            "when": when(row["more_as_of"]),
            "status": label(OfficeStatus(row["more_status"])),
        }
        number = row["more_number"]
        text = (
            context.say("coming_unknown", **gaps) if number is None else context.say("coming", number, **gaps)
        )
        yield context.sentence(text, cite)
    named = [each for each in offices if each["border_id"] == row["id"] and _is_named(each)]
    if named:
        names = context.request.language.join([_office_words(context, each) for each in named])
        yield context.sentence(context.say("named", len(named), names=names), *map(_cite, named))


def _rest(context: Context, rows: Records) -> Iterator[Sentence]:
    """Offices that are counted and have no published place, and places that may be offices."""
    is_candidate = OfficeStatus.CANDIDATE
    unnamed = [row for row in rows if not row["is_named"] and row["status"] != is_candidate]
    candidates = [row for row in rows if row["status"] == is_candidate]
    for name, own in (("unnamed", unnamed), ("candidates", candidates)):
        if own:
            yield context.count(name, len(own))


def office(context: Context, row: Row) -> Iterator[Sentence]:
    """One office of a basket."""
    gaps = {"name": row["name"], "border": row["border"], "status": label(OfficeStatus(row["status"]))}
    if row["date_precision"] == DatePrecision.UNKNOWN:
        yield context.sentence(context.say("office", **gaps), _cite(row))
    else:
        yield context.sentence(context.say("office_since", day=_opening(context, row), **gaps), _cite(row))


def _is_named(row: Row) -> bool:
    return bool(row["is_named"]) and row["status"] == OfficeStatus.OPERATIONAL


def _office_words(context: Context, row: Row) -> str:
    if row["date_precision"] == DatePrecision.UNKNOWN:
        return str(row["name"])
    return context.say("office_opened", name=row["name"], day=_opening(context, row))


def _opening(context: Context, row: Row) -> str:
    words = context.request.language.span(row)
    return words[:1].lower() + words[1:]


def _cite(row: Any) -> Cite:
    return Cite(row["source_id"], TABLE, row["id"], ("status", "start_on", "end_on", "name"))
