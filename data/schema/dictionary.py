"""What every table and column holds, in words: for the data dictionary, and for labels that people read."""

from collections.abc import Iterator
from datetime import date
from inspect import getdoc
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints

from data.schema import models as m
from data.schema.mart_tables import TABLES as MART
from data.schema.models import Row, is_derived, tables, vocabulary_of

TABLES = {
    "event_places": "places of events",
    "event_organisations": "parts in events",
    "event_instruments": "instruments of events",
    "border_liaison_offices": "Border Liaison Offices",
    "coordination_centres": "coordination centres of offices",
    "office_organisations": "organisations of offices",
    "office_counts": "counts of offices",
    "event_themes": "themes of events",
    "recommendation_themes": "themes of recommendations",
    "statement_themes": "themes of statements",
    "recommendation_follow_ups": "follow-up of recommendations",
    "build": "input files of this build",
    "organisation_positions": "places in the network",
    "warnings": "warnings of the build",
}
"""Names of tables for people, where they are not the name itself with blanks."""

COLUMNS = {
    "id": "id",
    "sha256": "SHA-256",
    "url": "address",
    "read_via_url": "read via",
    "geonames_id": "GeoNames number",
    "start_on": "start date",
    "end_on": "end date",
    "as_of": "as of",
    "length_km": "length (km)",
    "radius_km": "radius (km)",
    "counted_2021": "counted in 2021",
    "country_a_id": "first country",
    "country_b_id": "second country",
    "published_on": "publication date",
    "read_on": "last read",
    "point_in_country_id": "point drawn in",
    "participants": "number of participants",
    "participants_as_stated": "participants as stated",
}
"""Names of columns for people, where they are not the name itself without `_id`, `_on`, `is_`."""

TYPES: dict[Any, str] = {
    m.Slug: "id",
    m.SlugOrCode: "id or country code",
    m.CountryCode: "country code",
    m.BorderId: "border id",
    m.Text: "text",
    m.Partial: "date as precise as stated",
    m.Url: "web address",
    m.Sha256: "SHA-256",
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    date: "date",
}

ADDED = {
    "record_url": "The page in the dashboard: of the row itself, else of its event, else of its source.",
    "source_ids": "Every source that states the row or claims a value of it.",
    "source_titles": "Their titles as printed, else in our words what they report; aligned with source_ids.",
    "source_publishers": "Who published them; aligned with source_ids.",
    "source_dates": "Their dates of publication as precise as printed; aligned with source_ids.",
    "source_links": "Their addresses; aligned with source_ids.",
    "claim_ids": "The short ids of the claims on values of the row; in the table claims, of the row itself.",
    "anchors": "The words of the sources, at most eight each, that carry the claims; aligned with claim_ids.",
    "disputed_fields": "Fields on which claims contradict each other.",
    "other_values": "Other values of disputed fields than the one shown, each with claimant or publisher.",
}
"""The columns on sources and claims, last in each row of an extract, in their order."""


class Column(NamedTuple):
    """One column of a table, in words."""

    name: str
    sentence: str
    type: str
    refers_to: str
    is_key: bool
    is_derived: bool


def table_words(table: str) -> str:
    """`border_liaison_offices` as `Border Liaison Offices`, `agenda_items` as `agenda items`."""
    return TABLES.get(table, table.replace("_", " "))


def column_words(column: str) -> str:
    """`organisation_id` as `organisation`, `is_named` as `named`, `start_on` as `start date`."""
    plain = column.removeprefix("is_").removesuffix("_id").removesuffix("_on")
    return COLUMNS.get(column, plain.replace("_", " "))


def describe_table(model: type[Row]) -> str:
    """What a table holds, in one line."""
    return " ".join((getdoc(model) or "").split())


def list_columns(model: type[Row]) -> list[Column]:
    """The columns of a table in its own order."""
    hints = get_type_hints(model, include_extras=True)
    return [_column(model, name, hints[name]) for name in model.model_fields]


def markdown() -> str:
    """The data dictionary as `docs/data-dictionary.md` holds it."""
    parts = [
        "# Data dictionary",
        "Made from `data/schema/models.py` by `make dictionary`; do not edit. Every table of the store and, "
        "but for those that the build makes, of `data/curated/`. A date as precise as stated is written "
        "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`. An empty cell says: not stated. Columns marked *derived* are "
        "filled by the build and have no place in the CSV files.",
        "Extracts made under a range of dates have one column more, where rows are of events: `date_match`, "
        "*certainly* if the event lies in the range whichever of the days that its dates allow is true, else "
        "*possibly*. Extracts without a range of dates do not have it.",
    ]
    for name, model in tables().items():
        parts += [f"## {name}", describe_table(model), _lines(list_columns(model))]
    return "\n\n".join([*parts, _who_says_so(), *_read_model()]) + "\n"


def _who_says_so() -> str:
    lines = [f"| `{name}` | {_cell(sentence)} |" for name, sentence in ADDED.items()]
    head = [
        "# Who says so",
        "",
        "Every row of an extract ends in these columns; lists are joined by ` | `.",
        "",
    ]
    return "\n".join([*head, "| column | what it holds |", "|---|---|", *lines])


def _read_model() -> Iterator[str]:
    """What the tables hold that serve speed alone."""
    yield "# Derived tables"
    yield (
        "Tables whose names begin with `read_` are made from those above by the build, so that pages answer "
        "fast. They hold no fact of their own, stand in no extract, and may change with any version: read "
        "the public tables instead."
    )
    for name, table in MART.items():
        lines = [f"| `{column}` | {_cell(words)} |" for column, words in table.columns.items()]
        head = ["| column | what it holds |", "|---|---|"]
        yield f"## {name}\n\n{table.holds}\n\n" + "\n".join([*head, *lines])


def _lines(found: list[Column]) -> str:
    head = ["| column | what it holds | type | refers to |", "|---|---|---|---|"]
    rows = [
        f"| `{c.name}`{' (key)' if c.is_key else ''} | {_cell(c.sentence)} | {c.type}"
        f"{', derived' if c.is_derived else ''} | {f'`{c.refers_to}`' if c.refers_to else ''} |"
        for c in found
    ]
    return "\n".join(head + rows)


def _column(model: type[Row], name: str, hint: Any) -> Column:
    own: Any = model
    stored = own.__table__.columns[name]
    refers = next((key.target_fullname for key in stored.foreign_keys), "")
    sentence = model.model_fields[name].description or ""
    derived = is_derived(model, name)
    return Column(
        name,
        sentence.removesuffix(" Derived."),
        _type(model, name, hint),
        refers,
        stored.primary_key,
        derived,
    )


def _type(model: type[Row], name: str, hint: Any) -> str:
    if vocabulary_of(model, name):
        return "one of a list"
    if NoneType in get_args(hint):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    return TYPES.get(hint, "text")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
