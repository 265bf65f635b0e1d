"""Rows of a basket: each in sentences, with the analyst's own note set apart."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from data import engines
from data.brief.basket import Item
from data.brief.document import Block, Paragraph, Remark, Section, Sentence
from data.brief.parts import events, offices, recommendations
from data.brief.request import Context
from data.claims.passages import Cite
from data.filters import Filters
from data.queries.events import list as event_list
from data.queries.offices import list as office_queries
from data.queries.recommendations import list as recommendation_queries
from data.queries.recommendations import statements as statement_queries
from data.schema.models import Speaker, tables
from data.schema.vocabulary import label
from data.values.rows import Records, Row

Tell = Callable[[Context, Row], Iterator[Sentence]]


def section(context: Context) -> list[Section]:
    """The basket in its order; what this release does not hold is named at the end."""
    basket = context.request.basket
    if basket is None:
        return []
    rows = find_rows(context, basket.items)
    context.evidence.learn("events", [item.id for item in basket.items if item.table == "events"])
    blocks: list[Block] = [Remark(basket.note)] if basket.note else []
    for item in basket.items:
        if row := rows.get(item):
            blocks.append(Paragraph(tuple(TELL[item.table](context, row))))
        if item.note:
            blocks.append(Remark(item.note))
    if missing := [f"{item.table}/{item.id}" for item in basket.items if item not in rows]:
        ids = context.request.language.join(missing)
        blocks.append(Paragraph((context.count("missing", len(missing), ids=ids),)))
    return [Section(context.label("selection"), tuple(blocks))]


def find_rows(context: Context, items: tuple[Item, ...]) -> dict[Item, Row]:
    """The row of each item that the release holds."""
    found: dict[Item, Row] = {}
    for table in dict.fromkeys(item.table for item in items):
        wanted = {item.id: item for item in items if item.table == table}
        found |= {wanted[row["id"]]: row for row in _rows(context, table, wanted) if row["id"] in wanted}
    return found


def _rows(context: Context, table: str, wanted: dict[str, Item]) -> Records:
    """Rows of a table as its page lists them; of a table without a list, the rows alone."""
    lists: dict[str, Any] = {
        "events": event_list.list_events(Filters()),
        "border_liaison_offices": office_queries.list_offices(Filters()),
        "recommendations": recommendation_queries.list_recommendations(Filters()),
        "statements": statement_queries.list_statements(Filters()),
        "borders": office_queries.list_borders(),
    }
    if table in lists:
        return engines.read_records(context.engine, lists[table])
    model: Any = tables()[table]
    own = [col(getattr(model, name)) for name in model.model_fields]
    return engines.read_records(context.engine, select(*own).where(col(model.id).in_(list(wanted))))


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
    number = len(engines.read_records(context.engine, wanted))
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
}
"""By table."""
