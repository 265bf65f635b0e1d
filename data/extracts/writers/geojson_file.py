"""GeoJSON (RFC 7946): a feature a row, WGS 84; `geometry` is null where no place is known.

RFC 7946 §3.2 gives null to a feature without a place; to leave the row out would part the file from the page.
"""

import json
from collections.abc import Sequence
from typing import Any

import geojson

from data.extracts.frame import Frame
from data.extracts.receipt import Receipt, receipt_fields

PLAIN = (str, int, float, bool, type(None))


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The one frame with its geometry; the receipt is the member `receipt` of the collection (§6.1)."""
    frame = frames[0]
    table = frame.rows
    columns = [table[name].to_pylist() for name in table.column_names]
    places = frame.geometry or (None,) * len(frame.rows)
    features = [
        _feature(dict(zip(table.column_names, cells, strict=True)), place)
        for cells, place in zip(zip(*columns, strict=True), places, strict=True)
    ]
    collection = geojson.FeatureCollection(features, receipt=receipt_fields(receipt))
    return json.dumps(collection, ensure_ascii=False).encode()


def _feature(row: dict[str, Any], place: dict[str, Any] | None) -> geojson.Feature:
    plain = {name: cell if isinstance(cell, PLAIN) else str(cell) for name, cell in row.items()}
    return geojson.Feature(id=plain["id"], geometry=place, properties=plain)
