"""The pictures of the pages under filters, as SVG with title, filter, legend, source line and release."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from data import outlines
from data.brief.context import Context
from data.brief.document import Drawn
from data.extracts.lists.networks import LEAST, SHARED
from data.pictures import bars, coverage, files, lanes, matrix, network, strip
from data.pictures.drawing import sheet
from data.pictures.drawing.sheet import Caption, Picture
from data.pictures.maps import map as map_picture
from data.pictures.maps.borders import CountedBorder
from data.pictures.maps.places import Outlines
from data.queries.events import histogram
from data.queries.events import list as events
from data.queries.network import graph as network_queries
from data.queries.network.shared_events import Settings
from data.queries.recommendations import list as recommendations
from data.schema.vocabulary import EventKind, label
from data.values.rows import Records

PUBLISHERS = 14
"""Rows of the picture of what was read."""
MOST_LANES = 400
"""Events drawn in lanes at most, the newest: more could not be told apart on paper."""


def draw(name: str, context: Context) -> Drawn | None:
    """The picture of that name (see PICTURES); None where there is nothing to draw."""
    picture = PICTURES[name](context)
    if picture is None:
        return None
    chosen = "Chosen by hand." if context.is_basket else f"Filter: {context.words}."
    caption = Caption(files.TITLES[name], chosen, _source_line(context))
    return Drawn(name, caption.title, picture.words, sheet.frame(picture, caption))


def _source_line(context: Context) -> str:
    release = context.release
    day = f" of {release.day}" if release.day else ""
    documents = None if context.is_basket else context.figures["sources"]
    return files.source_line(f"Chegara, release {release.name}{day}, build {release.build}", documents)


def _days(context: Context) -> tuple[date, date] | None:
    """The range of the filters, else from the first to the last day of what matches; None without any."""
    filters, row = context.request.filters, context.event_counts
    first, last = filters.since or row["first"], filters.until or row["last"]
    return (first, last) if row["events"] > row["undated"] and first and last and first < last else None


def _strip(context: Context) -> Picture | None:
    if (days := _days(context)) is None:
        return None
    return strip.draw(context.read(histogram.count_beginnings(context.request.filters)), *days)


def _lanes(context: Context) -> Picture | None:
    newest = events.list_newest_events(context.request.filters, MOST_LANES)
    every = context.events if context.is_basket else context.read(newest)
    rows = [row | {"kind_label": label(EventKind(row["kind"]))} for row in every]
    days = _ends(rows) if context.is_basket else _days(context)
    if days is None:
        return None
    rows.sort(key=lambda row: (row["earliest"] or date.min, row["id"]))
    return lanes.draw(rows, "kind_label", *days)


def _ends(rows: Records) -> tuple[date, date] | None:
    """The first and the last day of these events, half a year around them."""
    days = [row[name] for row in rows for name in ("earliest", "latest") if row[name]]
    around = timedelta(days=182)
    return (min(days) - around, max(days) + around) if days else None


def _network(context: Context) -> Picture | None:
    settings = Settings(context.request.filters, least=LEAST, least_shared=SHARED)
    asked = (network_queries.list_nodes(settings), network_queries.list_links(settings))
    nodes, links = map(context.read, asked)
    chosen = context.request.filters.organisations
    if chosen:  # on paper: the organisations and their partners alone
        links = [row for row in links if row["a_id"] in chosen or row["b_id"] in chosen]
        ends = {row[end] for row in links for end in ("a_id", "b_id")}.union(chosen)
        nodes = [row for row in nodes if row["id"] in ends]
    return network.draw(nodes, links, chosen) if links else None


def _map(context: Context) -> Picture | None:
    rows, _, borders = context.offices
    if not rows and not borders:
        return None
    return map_picture.draw(_outlines(), _list_counted(borders), rows)


def _list_counted(rows: Records) -> list[CountedBorder]:
    return [CountedBorder.from_row(row) for row in rows]


@cache
def _outlines() -> Outlines:
    return Outlines(*(outlines.read_outlines(name) for name in ("countries", "borders", "lakes")))


def _matrix(context: Context) -> Picture | None:
    borders = context.offices.borders
    return matrix.draw(_list_counted(borders)) if borders else None


def _bars(context: Context) -> Picture | None:
    rows = context.read(recommendations.count_by_theme(context.request.filters))
    return bars.draw(rows) if rows else None


def _coverage(context: Context) -> Picture | None:
    days, bearing = _days(context), context.publishers[:PUBLISHERS]
    return coverage.draw(context.months, bearing, *days) if days and bearing else None


PICTURES: dict[str, Callable[[Context], Picture | None]] = {
    "strip": _strip,
    "lanes": _lanes,
    "network": _network,
    "map": _map,
    "matrix": _matrix,
    "bars": _bars,
    "coverage": _coverage,
}
"""What draws each form of picture; its name has a title in `files.TITLES`."""
