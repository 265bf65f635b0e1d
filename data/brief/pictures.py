"""The pictures of the pages under filters, as SVG with title, filter, legend, source line and release."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from sqlalchemy import Engine

from data import engines, outlines
from data.claims import office_numbers
from data.extracts.networks import LEAST, SHARED
from data.extracts.request import Release
from data.filters import Filters
from data.pictures import bars, coverage, lanes, map, matrix, network, strip
from data.pictures.borders import CountedBorder
from data.pictures.drawing import png, sheet
from data.pictures.drawing.sheet import Caption, Picture
from data.pictures.places import Outlines
from data.queries import overview
from data.queries.events import histogram
from data.queries.events import list as events
from data.queries.matching import EVERYTHING
from data.queries.network import graph as network_queries
from data.queries.network.shared_events import Settings
from data.queries.offices import list as offices
from data.queries.recommendations import list as recommendations
from data.queries.sources import coverage as coverage_queries
from data.schema.vocabulary import EventKind, label
from data.values.rows import Records, Row

PUBLISHERS = 14
"""Rows of the picture of what was read."""
MOST_LANES = 400
"""Events drawn in lanes at most, the newest: more could not be told apart on paper."""


class View(NamedTuple):
    """What is asked of the pictures: `filters` of which record; `words` are the filters in words.

    `only` are the ids of the rows of a basket.
    """

    engine: Engine
    filters: Filters
    words: str
    release: Release
    only: frozenset[str] | None = None

    def keeps(self, row: Row) -> bool:
        """Whether the row is in the basket, if there is one."""
        return self.only is None or row["id"] in self.only


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture by the name of its form, with its title."""

    title: str
    draw: Callable[[View], Picture | None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished picture: its file as SVG, and the sentence that says what it shows."""

    name: str
    title: str
    words: str
    svg: bytes


def draw(name: str, view: View) -> Drawn | None:
    """The picture of that name (see PICTURES); None where there is nothing to draw."""
    entry = PICTURES[name]
    picture = entry.draw(view)
    return None if picture is None else finish(name, picture, view)


def finish(name: str, picture: Picture, view: View, title: str = "") -> Drawn:
    """The file of a picture of that form, in its sheet."""
    title = title or PICTURES[name].title
    chosen = f"Filter: {view.words}." if view.only is None else "Chosen by hand."
    caption = Caption(title, chosen, source_line(view))
    return Drawn(name, title, picture.words, sheet.frame(picture, caption))


def source_line(view: View) -> str:
    """Of which record the picture is, of which day, and on how many documents it rests."""
    day = f" of {view.release.day}" if view.release.day else ""
    record = f"Source: Chegara, release {view.release.name}{day}, build {view.release.build}"
    if view.only is not None:
        return f"{record}."
    [counts] = engines.read_records(view.engine, overview.count_figures(view.filters))
    number = f"{counts['sources']:,} {'document' if counts['sources'] == 1 else 'documents'}"
    return f"{record}; events that match rest on {number}."


def _days(view: View) -> tuple[date, date] | None:
    """The range of the filters, else from the first to the last day of what matches; None without any."""
    [row] = engines.read_records(view.engine, events.count_events(view.filters))
    first, last = view.filters.since or row["first"], view.filters.until or row["last"]
    return (first, last) if row["events"] > row["undated"] and first and last and first < last else None


def _strip(view: View) -> Picture | None:
    if (days := _days(view)) is None:
        return None
    rows = engines.read_records(view.engine, histogram.count_beginnings(view.filters))
    return strip.draw(rows, *days)


def _lanes(view: View) -> Picture | None:
    most = MOST_LANES if view.only is None else EVERYTHING
    every = engines.read_records(view.engine, events.list_newest_events(view.filters, most))
    rows = [row | {"kind_label": label(EventKind(row["kind"]))} for row in every if view.keeps(row)]
    days = _days(view) if view.only is None else _ends(rows)
    if days is None:
        return None
    rows.sort(key=lambda row: (row["earliest"] or date.min, row["id"]))
    return lanes.draw(rows, "kind_label", *days)


def _ends(rows: Records) -> tuple[date, date] | None:
    """The first and the last day of these events, half a year around them."""
    days = [row[name] for row in rows for name in ("earliest", "latest") if row[name]]
    around = timedelta(days=182)
    return (min(days) - around, max(days) + around) if days else None


def _network(view: View) -> Picture | None:
    settings = Settings(view.filters, least=LEAST, shared=SHARED)
    nodes, links = (
        engines.read_records(view.engine, ask(settings))
        for ask in (network_queries.list_nodes, network_queries.list_links)
    )
    chosen = view.filters.organisations
    if chosen:  # on paper: the organisations and their partners alone
        links = [row for row in links if row["a_id"] in chosen or row["b_id"] in chosen]
        ends = {row[end] for row in links for end in ("a_id", "b_id")}.union(chosen)
        nodes = [row for row in nodes if row["id"] in ends]
    return network.draw(nodes, links, chosen) if links else None


def office_rows(view: View) -> tuple[Records, Records, Records]:
    """Offices that match as known at the end of the range, all counts stated by then, the last by border.

    Dates bound what was known and not when an office opened.
    """
    until = view.filters.until
    whole = replace(view.filters, since=None, until=None)
    every = engines.read_records(view.engine, offices.list_offices(whole, until))
    rows = [row for row in every if view.keeps(row)]
    counts = engines.read_records(view.engine, offices.list_office_counts(until))
    borders = office_numbers.latest_by_border(counts)
    if view.filters.countries:
        borders = [row for row in borders if set(row["id"].split("-")) & set(view.filters.countries)]
    return rows, counts, borders


def _map(view: View) -> Picture | None:
    rows, _, borders = office_rows(view)
    if not rows and not borders:
        return None
    return map.draw(_outlines(), _counted(borders), rows)


def _counted(rows: Records) -> list[CountedBorder]:
    return [CountedBorder.from_row(row) for row in rows]


@cache
def _outlines() -> Outlines:
    return Outlines(*(outlines.read_outlines(name) for name in ("countries", "borders", "lakes")))


def _matrix(view: View) -> Picture | None:
    _, _, borders = office_rows(view)
    return matrix.draw(_counted(borders)) if borders else None


def _bars(view: View) -> Picture | None:
    rows = engines.read_records(view.engine, recommendations.count_by_theme(view.filters))
    return bars.draw(rows) if rows else None


def _coverage(view: View) -> Picture | None:
    if (days := _days(view)) is None:
        return None
    whole = replace(view.filters, since=None, until=None)
    cells = engines.read_records(view.engine, coverage_queries.list_all_months(whole))
    rows = engines.read_records(view.engine, coverage_queries.list_publishers(whole))
    bearing = [row for row in rows if row["events"]][:PUBLISHERS]
    return coverage.draw(cells, bearing, *days) if bearing else None


PICTURES = {
    "strip": Entry("Events by quarter", _strip),
    "lanes": Entry("Events by kind along time", _lanes),
    "network": Entry("Organisations that share events", _network),
    "map": Entry("Border Liaison Offices by border", _map),
    "matrix": Entry("Border Liaison Offices between each two countries", _matrix),
    "bars": Entry("Recommendations by theme", _bars),
    "coverage": Entry("What was read, by publisher and month", _coverage),
}
FORMATS: dict[str, Callable[[Drawn], bytes]] = {
    "svg": lambda drawn: drawn.svg,
    "png": lambda drawn: png.render(drawn.svg),
}


def name_file(name: str, view: View, form: str) -> str:
    """`chegara_<picture>_<filters>_<build>_<digest>.<form>`; under other words it has another name."""
    digest = hashlib.sha256(view.words.encode()).hexdigest()[:8]
    return f"chegara_{name}_{view.filters.slug()}_{view.release.build}_{digest}.{form}"
