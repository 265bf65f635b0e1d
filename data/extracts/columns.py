"""What each column of an extract holds and of what type it is: for Read me sheets and schemas."""

from typing import NamedTuple

import pyarrow as pa

from data.extracts.frame import Frame
from data.schema import dictionary
from data.schema.dictionary import ADDED
from data.schema.models import tables, vocabulary_of

TYPES = {"whole number": "integer", "number": "number", "true or false": "boolean", "date": "date"}
"""Of the data dictionary, in the words of the table schema; every other one is `string`."""
MADE = {
    "date_match": "Certainly: in the range of dates on whichever of its possible days; else possibly.",
    "source_publisher": "Who published the source of the row.",
    "source_title": "Its title as printed, else in our words what it reports.",
    "source_published_on": "Its date of publication as precise as printed.",
    "source_url": "Its address.",
    "source_anchor": "Words of it on the row.",
    "source_count": "How many documents report the event.",
    "originator_count": "How many bodies wrote these documents.",
    "places": "Names of the places, joined by `; `.",
    "countries": "Names of the countries, joined by `; `.",
    "country_ids": "Their ISO 3166-1 alpha-3 codes, joined by `; `.",
    "organisers": "Names of the organisers in the order of the sources, joined by `; `.",
    "organiser_ids": "Ids of the organisers.",
    "participants": "Names of hosts, partners, participants and invited, joined by `; `.",
    "speakers": "Names of those who spoke, chaired or signed, joined by `; `.",
    "themes": "Themes as classified by the curators, joined by `; `.",
    "family": "The group that pictures colour by, of the lead organiser or of the organisation.",
    "is_disputed": "True where sources contradict each other on a value.",
    "events": "How many events.",
    "certainly": "How many of them certainly in the range of dates.",
    "possibly": "How many of them possibly.",
    "first": "First day of the first event.",
    "last": "Last day of the last event.",
    "degree": "Partners in the picture.",
    "weighted_degree": "Events shared with all of them.",
    "betweenness": "Share of shortest paths between two others that lead through it, 0 to 1.",
    "shared": "How many events the two shared.",
    "matched_in": "The columns with the words, or tables whose rows are linked and called so.",
    "matched_text": "The texts of these; aligned with matched_in.",
    "event_ids": "Ids of these events, joined by `; `.",
    **ADDED,
}
"""Columns that no table has."""


class Column(NamedTuple):
    """One column; `refers_to` is `table.column` or blank, `allowed` the values of a controlled list."""

    name: str
    sentence: str
    type: str
    refers_to: str = ""
    is_key: bool = False
    allowed: tuple[str, ...] = ()


def describe_columns(frame: Frame) -> list[Column]:
    """The columns of a frame in its order."""
    model = tables().get(frame.table or "")
    own = {column.name: column for column in dictionary.list_columns(model)} if model else {}
    found = []
    for field in frame.rows.schema:
        known = own.get(field.name)
        if known and model:
            listed = vocabulary_of(model, field.name)
            allowed = tuple(str(value) for value in listed) if listed else ()
            kind = TYPES.get(known.type, "string")
            found.append(Column(field.name, known.sentence, kind, known.refers_to, known.is_key, allowed))
        else:
            found.append(Column(field.name, _sentence(field.name), _type(field.type)))
    return found


def _sentence(name: str) -> str:
    base, _, part = name.rpartition("_")
    if name in MADE:
        return MADE[name]
    if part == "name" and base:
        return f"The name that {base}_id stands for."
    return f"{dictionary.column_words(name).capitalize()}."


def _type(kind: pa.DataType) -> str:
    if pa.types.is_boolean(kind):
        return "boolean"
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind):
        return "number"
    return "date" if pa.types.is_date(kind) else "string"
