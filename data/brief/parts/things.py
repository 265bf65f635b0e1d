"""Rows of a basket: each in sentences, with the analyst's own note set apart."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from data.brief.basket import Basket
from data.brief.context import Context
from data.brief.document import Block, Paragraph, Remark, Section, Sentence
from data.brief.parts import events, offices, recommendations
from data.claims.passages import Cite
from data.engines.statements import bind_values, bound_list
from data.filters import Filters, Subject
from data.queries.events import list as event_queries
from data.queries.offices import list as office_queries
from data.schema.models import Speaker, tables
from data.schema.vocabulary import label
from data.values.rows import Records, Row

Tell = Callable[[Context, Row], Iterator[Sentence]]


def section(context: Context, basket: Basket) -> list[Section]:
    """The basket in its order; what this release does not hold is named at the end."""
    rows = find_rows(context, basket)
    context.evidence.learn("events", context.list_chosen("events"))
    blocks: list[Block] = [Remark(basket.note)] if basket.note else []
    for item in context.follow(basket.items):
        if row := rows.get((item.table, item.id)):
            blocks.append(Paragraph(tuple(TELL[item.table](context, row))))
        if item.note:
            blocks.append(Remark(item.note))
    if missing := [f"{item.table}/{item.id}" for item in basket.items if (item.table, item.id) not in rows]:
        ids = context.request.language.join(missing)
        blocks.append(Paragraph((context.count("missing", len(missing), ids=ids),)))
    return [Section(context.label("selection"), tuple(blocks))]


def find_rows(context: Context, basket: Basket) -> dict[tuple[str, str], Row]:
    """The rows of the basket that the release holds, by table and id."""
    tables = dict.fromkeys(item.table for item in basket.items)
    return {(table, row["id"]): row for table in tables for row in _rows(context, table)}


def _rows(context: Context, table: str) -> Records:
    """Rows of a table as its page lists them; of a table without a list, the rows alone."""
    match table:
        case "events":
            return context.events
        case "recommendations":
            return context.recommendations
        case "statements":
            return context.statements
        case "border_liaison_offices":
            return context.offices.rows
        case "borders":
            return context.read(office_queries.list_borders())
    model: Any = tables()[table]
    own = [col(getattr(model, name)) for name in model.model_fields]
    chosen = select(*own).where(col(model.id).in_(bound_list("ids")))
    return context.read(bind_values(chosen, ids=context.list_chosen(table)))


def _cite(table: str, row: Row, *fields: str) -> Cite:
    return Cite(row["source_id"], table, row["id"], fields)


def _statement(context: Context, row: Row) -> Iterator[Sentence]:
    cite = _cite("statements", row, "text")._replace(event=row["event_id"] or "")
    yield context.sentence(
        context.say("text", text=row["text"]), cite, lead=recommendations.lead(context, row)
    )


def _source(context: Context, row: Row) -> Iterator[Sentence]:
    text = context.say("source", publisher=row["publisher"], about=row["about"])
    yield context.sentence(text, Cite(row["id"], "sources", row["id"], ("title",)))


def _organisation(context: Context, row: Row) -> Iterator[Sentence]:
    cite, kind = _cite("organisations", row, "full_name", "name"), label(row["kind"])
    if row["full_name"] == row["name"]:
        yield context.sentence(context.say("organisation_plain", name=row["name"], kind=kind), cite)
    else:
        yield context.sentence(
            context.say("organisation", name=row["name"], full_name=row["full_name"]), cite
        )


def _person(context: Context, row: Row) -> Iterator[Sentence]:
    wanted = select(col(Speaker.event_id)).where(col(Speaker.person_id) == row["id"]).distinct()
    number = len(context.read(wanted))
    yield context.sentence(context.say("person", number, name=row["name"]), _cite("people", row, "name"))


def _instrument(context: Context, row: Row) -> Iterator[Sentence]:
    name = f"{row['name']}: {row['full_name']}" if row["full_name"] else row["name"]
    cite, gaps = (
        _cite("instruments", row, "start_on", "full_name"),
        {"name": name, "kind": label(row["kind"])},
    )
    if row["start_on"]:
        gaps["when"] = context.request.language.when(row["start_on"])
    yield context.sentence(context.say("instrument_since" if row["start_on"] else "instrument", **gaps), cite)


def _border(context: Context, row: Row) -> Iterator[Sentence]:
    cite = _cite("borders", row, "length_km")
    if row["length_km"] is None:
        yield context.sentence(context.say("border_thing", border=row["name"]), cite)
    else:
        length = f"{row['length_km']:,g}"
        yield context.sentence(context.say("border_length", border=row["name"], length=length), cite)


def _thing(table: str) -> Tell:
    """How many events have to do with a row of this table."""

    def tell(context: Context, row: Row) -> Iterator[Sentence]:
        [found] = context.read(event_queries.count_events(Filters(subject=Subject(table, row["id"]))))
        yield context.count("thing", found["events"], name=row["name"])

    return tell


TELL: dict[str, Tell] = {
    "events": events.sentences,
    "border_liaison_offices": offices.office,
    "recommendations": recommendations.sentences,
    "statements": _statement,
    "sources": _source,
    "organisations": _organisation,
    "people": _person,
    "instruments": _instrument,
    "borders": _border,
    "places": _thing("places"),
    "countries": _thing("countries"),
    "themes": _thing("themes"),
}
"""By table."""
