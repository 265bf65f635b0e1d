"""The card of one office: where it stands, since when, who runs it, and which source says so."""

from typing import Any

import pandas as pd

from pages.views import dates, markup
from pages.views.footnotes import Footnotes

STATES = {"operational": "operational", "establishing": "being established", "planned": "planned"}


def opened(row: Any) -> str:
    """When it opened, as far as known."""
    return "—" if row["date_precision"] == "unknown" else dates.span(row)


def status(row: Any) -> str:
    """What is known of it now."""
    if row["status"] == "candidate":
        return "not sourced as an office"
    if not row["is_named"]:
        return "counted, not named" if row["status"] == "operational" else "being established, not named"
    return STATES[row["status"]]


def show(row: Any, notes: Footnotes) -> None:
    """All that the record holds on the office of one row of `queries.offices.offices`."""
    mark = notes.mark(row["source_id"])
    kind = "Border Liaison Office" if row["status"] != "candidate" else "Candidate, not sourced as an office"
    markup.show(
        markup.joined(
            (
                markup.tag("div", markup.joined((row["name"], mark)), "cardtitle"),
                markup.tag("div", f"{kind} · {row['border']} border", "small"),
                markup.pairs(_facts(row)),
            )
        )
    )


def _facts(row: Any) -> list[tuple[str, object]]:
    side = _text(row["country"])
    if side and row["is_country_inferred"]:
        side = f"{side} (inferred)"
    facts: list[tuple[str, object]] = [
        ("Side", side),
        ("Opposite", _text(row["counterpart"])),
        ("Crossing", _text(row["crossing"])),
        ("Opened", dates.span(row) if row["date_precision"] != "unknown" else None),
        ("Date rests on", _text(row["date_as_stated"])),
        ("Status", _text(row["status_as_stated"]) or status(row)),
        ("Run or supported by", _text(row["supporters"])),
        ("Position", _position(row)),
        ("Confidence", row["confidence"]),
        ("Note", _text(row["note"])),
    ]
    return [(name, value) for name, value in facts if value or name in ("Side", "Opened", "Position")]


def _position(row: Any) -> str:
    if pd.isna(row["latitude"]):
        return "place not published in the sources read"
    point = f"{row['latitude']:.2f}° N, {row['longitude']:.2f}° E, within {row['radius_km']:g} km"
    return f"{point}. {_text(row['position_origin']) or ''}".strip()


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
