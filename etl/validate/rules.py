"""What each row must keep by itself beyond its cells: what goes together, and what excludes each other."""

from collections.abc import Callable, Iterator

from data.schema.vocabulary import FollowUp, SpeakerRole
from data.values.dates import first_day, last_day
from etl.reporting.errors import Fault
from etl.staging.tables import Table
from etl.validate import claims


def check_rows(table: Table) -> Iterator[Fault]:
    """The faults of rows by themselves."""
    if rule := RULES.get(table.name):
        yield from rule(table)


def _borders(borders: Table) -> Iterator[Fault]:
    for index, row in enumerate(borders.rows):
        if row["id"] is None or borders.is_broken(index, "id"):
            continue
        first, second = row["id"].split("-")
        if first == second:
            yield borders.fault(index, "id", "names the same country twice")
        elif first > second:
            right = f"{second}-{first}"
            yield borders.fault(index, "id", f"the two countries stand in alphabetical order: {right}")
        else:
            for part, column in ((first, "country_a_id"), (second, "country_b_id")):
                if row[column] not in (None, part) and not borders.is_broken(index, column):
                    yield borders.fault(index, column, f"is not the country in the id, {part}")


def _offices(offices: Table) -> Iterator[Fault]:
    for index, row in enumerate(offices.rows):
        country, border = row["country_id"], row["border_id"]
        is_known = country and border and not offices.is_broken(index, "border_id")
        if is_known and country not in border.split("-"):
            yield offices.fault(index, "country_id", f"is no side of its border {border}")
        if (row["latitude"] is None) != (row["longitude"] is None):
            yield offices.fault(index, "longitude", "latitude and longitude are given together or not at all")
        has_point = row["latitude"] is not None or row["geonames_id"] is not None
        for column in POINT:
            if has_point != (row[column] is not None) and not offices.is_broken(index, column):
                yield offices.fault(index, column, "is given with a point and only with one")


def _events(events: Table) -> Iterator[Fault]:
    cells = zip(events.cells["is_place_inferred"], events.cells["place_reason"], strict=True)
    for index, (is_inferred, reason) in enumerate(cells):
        if bool(reason) != (is_inferred in (True, "true", "TRUE")):
            yield events.fault(index, "place_reason", "stands beside an inferred place, and only there")


def _sources(sources: Table) -> Iterator[Fault]:
    for index, (day, way) in enumerate(zip(sources.cells["read_on"], sources.cells["read_as"], strict=True)):
        if bool(day) != bool(way):
            yield sources.fault(index, "read_as", "is given together with read_on or not at all")


def _speakers(speakers: Table) -> Iterator[Fault]:
    """That a person stands in a list does not show that the person spoke."""
    names = ("role", "mode_as_stated", "role_reason")
    for index, (role, words, reason) in enumerate(zip(*map(speakers.cells.get, names), strict=True)):
        if role == SpeakerRole.SPEAKER and not words and not reason:
            problem = "is speaker: give the words on it in mode_as_stated, or why in role_reason"
            yield speakers.fault(index, "role", problem)


def _follow_ups(follow_ups: Table) -> Iterator[Fault]:
    for index, row in enumerate(follow_ups.rows):
        if row["anchor"] and len(row["anchor"].split()) > claims.LONGEST_ANCHOR:
            yield follow_ups.fault(index, "anchor", f"is longer than {claims.LONGEST_ANCHOR} words")
        if row["is_direct"] is True and row["status"] == FollowUp.NOT_FOUND:
            yield follow_ups.fault(index, "is_direct", "is true, and yet nothing was found")


def _recommendations(recommendations: Table) -> Iterator[Fault]:
    for index, row in enumerate(recommendations.rows):
        if row["event_id"] and row["quoted_at_event_id"] == row["event_id"]:
            yield recommendations.fault(index, "quoted_at_event_id", "is also the event at which it was made")


def _instruments(instruments: Table) -> Iterator[Fault]:
    for index, row in enumerate(instruments.rows):
        start, end = row["start_on"], row["end_on"]
        broken = instruments.is_broken(index, "start_on") or instruments.is_broken(index, "end_on")
        if start and end and not broken and first_day(start) > last_day(end):
            yield instruments.fault(index, "end_on", f"lies before start_on {start}")


POINT = ("radius_km", "point_kind", "position_origin", "position_source_id", "position_confidence")
"""What is said of the point of an office."""
RULES: dict[str, Callable[[Table], Iterator[Fault]]] = {
    "claims": claims.check_claims,
    "borders": _borders,
    "border_liaison_offices": _offices,
    "events": _events,
    "sources": _sources,
    "speakers": _speakers,
    "recommendations": _recommendations,
    "recommendation_follow_ups": _follow_ups,
    "instruments": _instruments,
}
