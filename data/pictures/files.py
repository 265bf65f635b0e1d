"""The files of pictures, for pages, briefs and the command line: titles, formats, names, source line."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from data.filters import Filters
from data.pictures.drawing import png

TITLES = {
    "strip": "Events by quarter",
    "lanes": "Events by kind along time",
    "network": "Organisations that share events",
    "map": "Border Liaison Offices by border",
    "matrix": "Border Liaison Offices between each two countries",
    "bars": "Recommendations by theme",
    "coverage": "What was read, by publisher and month",
}
"""Of each form of picture by its name."""
FORMATS: dict[str, Callable[[bytes], bytes]] = {"svg": bytes, "png": png.render}
"""What makes the file of an SVG."""


def source_line(record: str, documents: int | None = None) -> str:
    """Of which record a picture is (`Chegara, release …`), and on how many documents it rests."""
    if documents is None:
        return f"Source: {record}."
    number = f"{documents:,} {'document' if documents == 1 else 'documents'}"
    return f"Source: {record}; events that match rest on {number}."


def name_file(
    name: str, filters: Filters, counts: Mapping[str, date | None], release: str, words: str, form: str
) -> str:
    """`chegara_<picture>_<filters>_<first day>_<last day>_<release>_<digest>.<form>`.

    The days are those of the range of dates, where one end is open the `first` or `last` of the events that
    match. Under other `words`, or of another build that they name, it has another name.
    """
    days = [filters.since or counts["first"], filters.until or counts["last"]]
    span = "_".join(day.isoformat() if day else "undated" for day in days)
    digest = hashlib.sha256(words.encode()).hexdigest()[:8]
    others = replace(filters, since=None, until=None).slug()
    return f"chegara_{name}_{others}_{span}_{release}_{digest}.{form}"
