"""What the pages say of events: the list, its counts, the newest, the headline figures."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from data.filters import CERTAINLY, POSSIBLY
from data.schema.models import Event
from data.schema.vocabulary import OrganisationRole, SpeakerRole
from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import (
    Record,
    Row,
    event_bodies,
    event_countries,
    event_sources,
    joined,
    match_events,
    matching_events,
    missing_last,
    with_match,
)
from tests.data.queries.oracle.sources import citation

OWN = [name for name in Event.model_fields if name not in ("source_id", "begins_by", "ends_from")]
SPEAKING = {str(role) for role in (SpeakerRole.SPEAKER, SpeakerRole.CHAIR, SpeakerRole.SIGNATORY)}


def list_events(record: Record, case: Case) -> list[Row]:
    """The whole rows of the events that match, in order; those only possibly in a range of dates last."""
    found = matching_events(record, case.filters)
    if case.filters.has_dates:
        found = sorted(found, key=lambda pair: pair[1] != CERTAINLY)
    return [
        with_match(_event_row(record, event["id"]), case.filters, certainty) for event, certainty in found
    ]


def event_page(record: Record, case: Case) -> list[Row]:
    return list_events(record, case)[case.first : case.first + case.most]


def one_event(record: Record, case: Case) -> list[Row]:
    return [row for row in list_events(record, case) if row["id"] == case.event]


def newest_events(record: Record, case: Case) -> list[Row]:
    """By the last day on which each may have been, else the first, the latest first; then by id."""
    rows = sorted(list_events(record, case), key=lambda row: row["id"])
    return sorted(rows, key=lambda row: row["latest"] or row["earliest"] or "", reverse=True)[: case.most]


def count_events(record: Record, case: Case) -> Row:
    found = matching_events(record, case.filters)
    return {
        **_span([event for event, certainty in found if certainty == CERTAINLY]),
        **count_certainty(certainty for _, certainty in found),
        "events": len(found),
        "undated": sum(not (event["earliest"] or event["latest"]) for event, _ in found),
    }


def record_bounds(record: Record, _: Case) -> Row:
    return _span(record.tables["events"])


def count_certainty(found: Iterable[str]) -> Row:
    """How many are `certainly` and how many `possibly` in the range."""
    counts = Counter(found)
    return {CERTAINLY: counts[CERTAINLY], POSSIBLY: counts[POSSIBLY]}


def count_in_range(record: Record, case: Case) -> Row:
    return count_certainty(certainty for _, certainty in matching_events(record, case.filters))


def _span(events: list[Row]) -> Row:
    """First and last day; where nothing bounds one end of an event, the other end counts for it."""
    first = [event["earliest"] or event["latest"] for event in events if event["earliest"] or event["latest"]]
    last = [event["latest"] or event["earliest"] for event in events if event["earliest"] or event["latest"]]
    return {"first": min(first, default=None), "last": max(last, default=None)}


def headline_figures(record: Record, case: Case) -> Row:
    """Events, organisations, speakers, and sources; the first three also of certain events alone."""
    found = matching_events(record, case.filters)
    sure = [event for event, certainty in found if certainty == CERTAINLY]
    every = [event for event, _ in found]
    sources = {source for event in every for source in event_sources(record, event)}
    certain = {f"{name}_certainly": number for name, number in _figures(record, sure).items()}
    return {**_figures(record, every), **certain, "sources": len(sources)}


def _figures(record: Record, events: list[Row]) -> Row:
    return {
        "events": len(events),
        "organisations": len({body for event in events for body in event_bodies(record, event)}),
        "speakers": len({person for event in events for person in _speakers(record, event)}),
    }


def _speakers(record: Record, event: Row) -> set[str]:
    rows = record.rows("speakers", "event_id", event["id"])
    return {row["person_id"] for row in rows if row["role"] in SPEAKING}


def _places_in_list(record: Record, event: Row, column: str, *, organisers: bool) -> dict[str, Any]:
    """By a column of `organisations` the foremost place in the lists of the sources; the unlisted last."""
    found: dict[str, Any] = {}
    for part in record.rows("event_organisations", "event_id", event["id"]):
        if (part["role"] == OrganisationRole.ORGANISER) == organisers:
            key, place = (
                record.row("organisations", part["organisation_id"])[column],
                missing_last(part["position"]),
            )
            found[key] = min(found.get(key, place), place)
    return found


def organiser_names(record: Record, event: Row) -> list[str]:
    places = _places_in_list(record, event, "name", organisers=True)
    return sorted(places, key=lambda name: (places[name], name))


def country_names(record: Record, event: Row) -> list[str]:
    return sorted(record.row("countries", id_)["name"] for id_ in event_countries(record, event))


@cache
def _event_row(record: Record, id_: str) -> Row:
    """Its own columns, names joined, and what its sources say of it."""
    event = record.row("events", id_)

    def names(link: str, table: str, column: str) -> set[str]:
        return {record.row(table, row[column])["name"] for row in record.rows(link, "event_id", event["id"])}

    ids = _places_in_list(record, event, "id", organisers=True)
    others = _places_in_list(record, event, "name", organisers=False)
    claims = [row for row in record.rows("claims", "subject", event["id"]) if row["table"] == "events"]
    sources = event_sources(record, event)
    return {
        **{name: event[name] for name in OWN},
        "places": joined(sorted(names("event_places", "places", "place_id"))),
        "countries": joined(country_names(record, event)),
        "country_ids": joined(sorted(event_countries(record, event))),
        "organisers": joined(organiser_names(record, event)),
        "organiser_ids": joined(sorted(ids, key=lambda id_: (ids[id_], id_))),
        "participants": joined(sorted(others, key=lambda name: (others[name], name))),
        "family": _lead_family(record, event),
        "speakers": joined(sorted({record.row("people", id_)["name"] for id_ in _speakers(record, event)})),
        "themes": joined(sorted(names("event_themes", "themes", "theme_id"))),
        "is_disputed": any(claim["is_disputed"] for claim in claims),
        **citation(record, event["source_id"]),
        "source_anchor": _anchor([claim for claim in claims if claim["source_id"] == event["source_id"]]),
        "source_count": len(sources),
        "originator_count": len({record.row("sources", source)["originator"] for source in sources}),
        "source_ids": ",".join(sorted(sources)),
    }


def _lead_family(record: Record, event: Row) -> str | None:
    """Of the organisation that the event's own source lists first, organisers before others."""
    lead = min(
        (
            (
                part["role"] != OrganisationRole.ORGANISER,
                part["source_id"] != event["source_id"],
                missing_last(part["position"]),
                part["organisation_id"],
            )
            for part in record.rows("event_organisations", "event_id", event["id"])
        ),
        default=None,
    )
    return record.row("organisations", lead[-1])["family"] if lead else None


def _anchor(claims: list[Row]) -> str | None:
    """Words that carry the title, else the first field and value by name."""
    order = [(row["field"] != "title", row["field"], row["value"], row["anchor"]) for row in claims]
    return min((each for each in order if each[-1] is not None), default=(None,))[-1]


def neighbours(record: Record, case: Case) -> list[Row]:
    """The events before and after one by date, of those that match."""
    order = [event["id"] for event in record.events]
    if case.event not in order:
        return []
    own, columns = order.index(case.event), ("start_on", "end_on", "date_precision", "date_as_stated")
    matching = [id_ for id_ in order if id_ in match_events(record, case.filters)]
    before = [id_ for id_ in matching if order.index(id_) < own][-1:]
    after = [id_ for id_ in matching if order.index(id_) > own][:1]
    return [
        {"turn": turn, **{name: record.row("events", id_)[name] for name in ("id", "title", *columns)}}
        for turn, ids in (("previous", before), ("next", after))
        for id_ in ids
    ]
