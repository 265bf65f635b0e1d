"""Bundled outlines of countries, borders and lakes (Natural Earth, public domain)."""

import json
from functools import lru_cache
from typing import Any

from data.store import ROOT

FOLDER = ROOT / "data" / "geo"
DOUBLED = "KAS"
"""An outline that only repeats PAK; left out."""


@lru_cache(maxsize=3)
def read_outlines(name: str) -> tuple[dict[str, Any], ...]:
    """The features of `countries`, `borders` or `lakes`: GeoJSON, WGS 84. Shared: not to be changed."""
    collection = json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"), parse_float=_coarse)
    return tuple(f for f in collection["features"] if f["properties"].get("iso") != DOUBLED)


def _coarse(number: str) -> float:
    """Degrees to the third decimal, about 100 m: finer than the outlines are, and half the bytes to send."""
    return round(float(number), 3)
