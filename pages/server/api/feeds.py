"""Atom feeds: the newest events, and the releases of the record."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from feedgen.feed import FeedGenerator
from sqlalchemy import Engine

from data import engines, releases
from data.extracts.request import Release
from data.filters import Filters
from data.links import brief_parameters, view_address
from data.queries.events import list as events
from data.values.date_words import format_span
from data.values.text import printable
from pages.server.api.problems import ProblemError

MEDIA = "application/atom+xml"
MOST = 50
"""Entries of a feed."""
NAME = "tag:chegara,2026:"
"""What ids of feeds and entries begin with (RFC 4151): the same wherever the dashboard is served."""
RELEASED = re.compile(
    r"^Released on (\d{4}-\d\d-\d\d)\. ([^.\n]*(?:\.\d[^.\n]*)*\.)", re.MULTILINE | re.ASCII
)
"""The day of a release and its first sentence, in which numbers of releases have points."""


def write_events(engine: Engine, release: Release, filters: Filters, base: str, own: str) -> bytes:
    """The newest events that match; ProblemError where the build states no day of its release.

    `base` is the address of the dashboard, `own` that of the feed without filters.
    """
    if release.day is None:
        raise ProblemError(404, "This build states no day of its release, and a feed needs one.")
    updated = _midnight(release.day)
    query = urlencode(brief_parameters(filters), doseq=True)
    feed = _begin("Chegara: newest events", f"{NAME}events?{query}", updated, f"{own}?{query}".rstrip("?"))
    feed.link(href=view_address(base, "timeline", filters), rel="alternate")
    for row in engines.read_records(engine, events.list_newest_events(filters, MOST)):
        entry = feed.add_entry(order="append")
        entry.id(f"{NAME}event/{row['id']}")
        entry.title(printable(row["title"]))
        entry.updated(updated)
        entry.link(href=f"{base}/timeline?event={row['id']}")
        entry.summary(printable(_describe(row)))
    return _write(feed)


def write_releases(base: str, own: str, folder: Path = releases.FOLDER) -> bytes:
    """The releases of the record, newest first, each with what it was compared with."""
    found = [(name, _read(folder / f"{name}.md")) for name in releases.list_releases(folder)]
    dated = [(name, *told) for name, told in reversed(found) if told][:MOST]
    if not dated:
        raise ProblemError(404, "No release of the record has been written yet.")
    feed = _begin("Chegara: releases of the record", f"{NAME}releases", _midnight(dated[0][1]), own)
    feed.link(href=f"{base}/about", rel="alternate")
    for name, day, sentence in dated:
        entry = feed.add_entry(order="append")
        entry.id(f"{NAME}release/{name}")
        entry.title(f"Release {name}")
        entry.updated(_midnight(day))
        entry.link(href=f"{base}/about")
        entry.summary(printable(sentence))
    return _write(feed)


def _begin(title: str, name: str, updated: datetime, own: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.generator("Chegara")
    feed.id(name)
    feed.title(title)
    feed.author(name="Chegara")
    feed.updated(updated)
    feed.link(href=own, rel="self", type=MEDIA)
    return feed


def _write(feed: FeedGenerator) -> bytes:
    content: bytes = feed.atom_str(pretty=True)
    return content


def _describe(row: Mapping[str, Any]) -> str:
    """Form or kind, date, places, organisers; who reports it."""
    form = row["form"] or row["kind"].replace("_", " ")
    said = [form[:1].upper() + form[1:], format_span(row), row["places"], row["organisers"]]
    title = row["source_title"].rstrip(".")
    source = f"Reported by {row['source_publisher']}: {title}."
    return f"{'; '.join(filter(None, said))}. {source}"


def _read(path: Path) -> tuple[date, str] | None:
    found = RELEASED.search(path.read_text(encoding="utf-8"))
    return (date.fromisoformat(found[1]), found[2]) if found else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
