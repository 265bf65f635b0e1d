"""What is allowed and yet unlikely: it warns, so that somebody looks, and never refuses."""

import ipaddress
import json
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from urllib.parse import urlsplit

from data.schema.models import Url
from data.schema.vocabulary import Confidence, EventKind
from data.store import ROOT
from data.values.dates import first_day, last_day
from etl.reporting.errors import Fault
from etl.staging.tables import Table, columns_of_kind

VISITING = re.compile(r"\b(visit|visits|assessment|survey)\b", re.IGNORECASE)
REMARKS = re.compile(
    r"\bsame (conference|event|meeting)\b|\bas reported by\b|exact dates|\((announcement|full text|text)\)",
    re.I,
)
"""What curators say of a page in the place of a title."""
ELSEWHERE = re.compile(r"(Which|This|That|These|Those|It|Its|They|Their|Same|Another)\b|.*\b[Tt]he same\b")
"""A description that is understood only beside that of another page; it also stands in citations."""
NEAR = 0.5
"""Degrees around a country in which a point still counts as on its border."""

Box = tuple[float, float, float, float]


def list_warnings(table: Table) -> Iterator[Fault]:
    """Every unlikely cell of some rows."""
    yield from _links(table)
    if own := OWN.get(table.name):
        yield from own(table)


def _links(table: Table) -> Iterator[Fault]:
    for column in columns_of_kind(table.name, Url):
        for index, url in enumerate(table.cells[column]):
            if url is None or table.is_broken(index, column):
                continue
            if _is_odd("/".join(url.split("/", 3)[:3])):
                yield table.fault(index, column, "leads to a host that is no plain domain name")


@lru_cache(maxsize=10_000)
def _is_odd(url: str) -> bool:
    """True for a bare address, a host without a dot, and letters that look like others; each host once."""
    host = ""
    try:
        host = urlsplit(url).hostname or ""
        ipaddress.ip_address(host)
    except ValueError:
        return not host.isascii() or "." not in host or "xn--" in host
    return True


def _sources(sources: Table) -> Iterator[Fault]:
    """Descriptions that do not stand alone; a day typed wrong: read before it was published."""
    for index, about in enumerate(sources.cells["about"]):
        if about and ELSEWHERE.match(about):
            problem = "points to another page: say what this one reports, so that it stands alone"
            yield sources.fault(index, "about", problem)
    columns = (sources.cells[name] for name in ("published_on", "read_on"))
    for index, (published, read) in enumerate(zip(*columns, strict=True)):
        broken = sources.is_broken(index, "published_on") or sources.is_broken(index, "read_on")
        if published and read and not broken and first_day(published) > last_day(read):
            yield sources.fault(index, "read_on", f"lies before published_on {published}")


def _offices(offices: Table) -> Iterator[Fault]:
    for index, row in enumerate(offices.rows):
        latitude, longitude = row["latitude"], row["longitude"]
        if row["position_confidence"] == Confidence.HIGH and "general" in (row["position_origin"] or ""):
            yield offices.fault(
                index, "position_confidence", "is high, and the point rests on general knowledge"
            )
        boxes = [country_boxes().get(country) for country in str(row["border_id"]).split("-")]
        known = [box for box in boxes if box]
        if not isinstance(latitude, float) or not isinstance(longitude, float) or not known:
            continue
        if not any(_inside(box, latitude, longitude) for box in known):
            swapped = any(_inside(box, longitude, latitude) for box in known)
            hint = "; latitude and longitude look swapped" if swapped else ""
            place = f"{latitude}, {longitude}"
            problem = f"lies outside both countries of {row['border_id']}{hint}"
            yield offices.fault_found(index, "latitude", place, problem)


def _borders(borders: Table) -> Iterator[Fault]:
    drawn = _drawn_pairs()
    for index, row in enumerate(borders.rows):
        if row["id"] and not borders.is_broken(index, "id") and drawn and row["id"] not in drawn:
            yield borders.fault(index, "id", "is no border on the map: do the two countries touch?")


def _self(recommendations: Table) -> Iterator[Fault]:
    for index, row in enumerate(recommendations.rows):
        if row["addressee_id"] and row["addressee_id"] == row["organisation_id"]:
            yield recommendations.fault(index, "addressee_id", "is also the organisation that asks")


def _events(events: Table) -> Iterator[Fault]:
    for index, (kind, form) in enumerate(zip(events.cells["kind"], events.cells["form"], strict=True)):
        if kind != EventKind.VISIT and form and VISITING.search(form):
            yield events.fault(index, "kind", f"is not that of visits and assessments; the form is {form}")


def _claims(claims: Table) -> Iterator[Fault]:
    for index, (field, value) in enumerate(zip(claims.cells["field"], claims.cells["value"], strict=True)):
        if field == "title" and value and REMARKS.search(value):
            yield claims.fault(index, "value", "is a remark on the page, not a title")


OWN: dict[str, Callable[[Table], Iterator[Fault]]] = {
    "sources": _sources,
    "border_liaison_offices": _offices,
    "borders": _borders,
    "claims": _claims,
    "events": _events,
    "recommendations": _self,
}


def _inside(box: Box, latitude: float, longitude: float) -> bool:
    west, south, east, north = box
    return south - NEAR <= latitude <= north + NEAR and west - NEAR <= longitude <= east + NEAR


@cache
def country_boxes() -> dict[str, Box]:
    """West, south, east and north of each country that the map draws."""
    outlines = json.loads((ROOT / "data" / "geo" / "countries.geojson").read_text(encoding="utf-8"))
    boxes = {}
    for feature in outlines["features"]:
        points = [point for ring in feature["geometry"]["coordinates"] for point in ring]
        xs, ys = zip(*points, strict=True)
        boxes[feature["properties"]["iso"]] = (min(xs), min(ys), max(xs), max(ys))
    return boxes


@cache
def _drawn_pairs() -> frozenset[str]:
    lines = json.loads((ROOT / "data" / "geo" / "borders.geojson").read_text(encoding="utf-8"))
    return frozenset(feature["properties"]["pair"] for feature in lines["features"])
