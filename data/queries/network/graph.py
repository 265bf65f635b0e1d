"""Who shares events with whom: organisations as nodes, pairs that shared an event as links."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Any

from sqlalchemy import Engine, select
from sqlmodel import col

from data import engines
from data.engines.answers import Answer
from data.engines.statements import BoundStatement, RecentCache, Rows, bind_values, bound_list
from data.filters import CERTAINLY, POSSIBLY
from data.queries.days import to_date
from data.queries.events.list import Ask
from data.queries.network.shared_events import (
    MOST_NODES,
    Counts,
    Picture,
    Settings,
    list_pair_events,
    select_picture,
)
from data.schema.models import EventOrganisation

ABOUT = ("id", "name", "full_name", "kind", "family", "city")
NODE = (
    *ABOUT,
    "country",
    "events",
    CERTAINLY,
    POSSIBLY,
    "first",
    "last",
    "x",
    "y",
    "source_id",
    "source_url",
)
"""Columns of `list_nodes`: `x` and `y` are its place in the picture."""
LINE = ("a_id", "a", "b_id", "b", "shared", CERTAINLY, POSSIBLY, "first", "last")
"""Columns of `list_links`, of which `a` and `b` are the names of both ends."""
ORGANISATIONS = f"""
SELECT k.number, {", ".join(f"o.{name}" for name in ABOUT)}, c.name AS country, p.x, p.y, o.source_id,
  s.url AS source_url
FROM read_names k JOIN organisations o ON o.id = k.id JOIN sources s ON s.id = o.source_id
LEFT JOIN organisation_positions p ON p.organisation_id = o.id LEFT JOIN countries c ON c.id = o.country_id
WHERE k."table" = 'organisations'
"""
POSITIONS = """
SELECT k.id, k.events, p.x, p.y FROM read_names k JOIN organisation_positions p ON p.organisation_id = k.id
WHERE k."table" = 'organisations' ORDER BY k.events DESC, k.number
"""
_ORGANISATIONS: RecentCache[dict[int, tuple[Any, ...]]] = RecentCache(1)
_POSITIONS: RecentCache[dict[str, tuple[int, tuple[float, float]]]] = RecentCache(1)


def list_nodes(settings: Settings) -> Ask:
    """Organisations with a part in an event, by the columns of `NODE`; busiest first.

    At most `MOST_NODES`, and the chosen; around a focus, it and its partners. Under a range
    of dates `certainly` and `possibly` part the events; so for links those shared.
    """

    def answer(engine: Engine) -> Answer:
        about, found = _organisations(engine), select_picture(engine, settings)
        rows = [
            (*about[node][:7], *_count_columns(settings, counts), *about[node][7:])
            for node, counts in found.nodes.items()
        ]
        name, events = NODE.index("name"), NODE.index("events")
        return Answer(list_columns(NODE, settings), sorted(rows, key=lambda row: (-row[events], row[name])))

    return answer


def list_links(settings: Settings) -> Ask:
    """Pairs that shared an event, by the columns of `LINE`: first and last day, strongest first.

    Of the organisations of `list_nodes`; where there are too many to tell apart, the strongest.
    """

    def answer(engine: Engine) -> Answer:
        rows = [row for _, row in _links(engine, settings, select_picture(engine, settings))]
        return Answer(list_columns(LINE, settings), rows)

    return answer


def list_links_with_events(settings: Settings) -> Ask:
    """The same with the ids of the events, joined by `; `: for files, because they may be many."""

    def answer(engine: Engine) -> Answer:
        found = select_picture(engine, settings)
        ids = list_pair_events(engine, settings, found)
        rows = [(*row, "; ".join(ids[pair])) for pair, row in _links(engine, settings, found)]
        return Answer(list_columns((*LINE, "event_ids"), settings), rows)

    return answer


def count_drawn(settings: Settings) -> Ask:
    """One row: how many `organisations` and `pairs` the settings allow, and what is left out of them.

    `unseen`: lines of the chosen; `isolated`: organisations that no line joins.
    """

    def answer(engine: Engine) -> Answer:
        found = select_picture(engine, settings)
        row = (found.organisations, found.pairs, found.unseen, found.isolated)
        return Answer(["organisations", "pairs", "unseen", "isolated"], [row])

    return answer


def list_columns(names: Sequence[str], settings: Settings) -> list[str]:
    """Those of the names that are in its rows: `certainly` and `possibly` under a range of dates alone."""
    return [name for name in names if settings.filters.has_dates or name not in (CERTAINLY, POSSIBLY)]


def find_extents(least: int, chosen: Collection[str]) -> Ask:
    """Two rows, the corners of the picture: of all organisations that may be drawn, whatever the filters."""

    def answer(engine: Engine) -> Answer:
        known = _POSITIONS.get(engine, "positions", lambda: _positions(engine))
        places = [known[each][1] for each in chosen if each in known]
        busiest = islice(known.values(), MOST_NODES)
        places += [place for _, place in takewhile(lambda each: each[0] >= max(least, 1), busiest)]
        axes: list[Iterable[Any]] = list(zip(*places, strict=True)) or [(None,)] * 2
        return Answer(["x", "y"], [tuple(map(end, axes)) for end in (min, max)])

    return answer


def _positions(engine: Engine) -> dict[str, tuple[int, tuple[float, float]]]:
    """The events of each organisation and its place, the busiest first."""
    return {id_: (events, (x, y)) for id_, events, x, y in engines.select(engine, POSITIONS, {}).rows}


def list_parts(organisations: tuple[str, ...], events: tuple[str, ...]) -> BoundStatement:
    """Every part of these organisations in these events, with the source that names it."""
    return bind_values(_parts(), organisations=organisations, events=events)


@cache
def _parts() -> Rows:
    own = (
        col(EventOrganisation.event_id),
        col(EventOrganisation.organisation_id),
        col(EventOrganisation.role),
        col(EventOrganisation.source_id),
    )
    among = (
        col(EventOrganisation.organisation_id).in_(bound_list("organisations")),
        own[0].in_(bound_list("events")),
    )
    return select(*own).where(*among).order_by(*own)


def _organisations(engine: Engine) -> dict[int, tuple[Any, ...]]:
    """What each organisation is, by name number: read once, because no filter changes it."""

    def read() -> dict[int, tuple[Any, ...]]:
        return {row[0]: tuple(row[1:]) for row in engines.select(engine, ORGANISATIONS, {}).rows}

    return _ORGANISATIONS.get(engine, "organisations", read)


def _links(
    engine: Engine, settings: Settings, found: Picture
) -> list[tuple[tuple[int, int], tuple[Any, ...]]]:
    """Each pair with its row, strongest first."""
    about = _organisations(engine)
    rows = [
        ((a, b), (*about[a][:2], *about[b][:2], *_count_columns(settings, counts)))
        for (a, b), counts in found.lines.items()
    ]
    shared, names = LINE.index("shared"), (LINE.index("a"), LINE.index("b"))
    return sorted(rows, key=lambda each: (-each[1][shared], *(each[1][name] for name in names)))


def _count_columns(settings: Settings, counts: Counts) -> tuple[Any, ...]:
    """Events, how they are parted under a range of dates, first and last day."""
    parted = (counts.certain, counts.events - counts.certain) if settings.filters.has_dates else ()
    return (counts.events, *parted, to_date(counts.first), to_date(counts.last))
