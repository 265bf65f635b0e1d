"""What the network draws: the busiest organisations and the strongest pairs, by name numbers.

The organisations of the filters are marked and no limit: counts are kept by the filters without them.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Engine

from data.engines.statements import RecentCache
from data.filters import Filters
from data.queries.matching import Matching, match_events
from data.queries.names import number_organisations
from data.schema.mart import ANY_PART, SUMMED, role_bits
from data.schema.vocabulary import OrganisationRole

TOGETHER = (str(OrganisationRole.ORGANISER), str(OrganisationRole.HOST))
"""The roles that count when only organising together is asked for."""
MOST_NODES = 150
MOST_LINES, STRONGEST = 1200, 300
"""Lines that can still be told apart; where there are more, only so many of the strongest are drawn."""
KEPT = 24
COUNTS = """count(*) AS events, count(*) FILTER (WHERE f.certain) AS certain,
  min(CASE WHEN f.begins_from > 0 THEN f.begins_from END),
  max(CASE WHEN f.ends_by < 9999999 THEN f.ends_by END)"""
Pair = tuple[int, int]
"""Name numbers of two organisations, the lower one first."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The question of the page. The organisations of `filters` are no limit."""

    filters: Filters
    together: bool = False
    least: int = 1
    """Events that an organisation must have, unless it is chosen or the focus."""
    least_shared: int = 1
    """Events that two must share for a line; more than one leaves out organisations without a line."""
    focus: str = ""
    """Id of the organisation around which is drawn: it, its partners, and the lines among them."""

    @property
    def context(self) -> Filters:
        return replace(self.filters, organisations=(), match_all=False, roles=())

    @property
    def roles(self) -> int:
        """The bits of the parts that count."""
        return role_bits(TOGETHER if self.together else self.filters.roles)


class Counts(NamedTuple):
    """Events of an organisation, or of a pair, and the days that bound them (None: nothing does)."""

    events: int
    certain: int
    first: int | None
    last: int | None


class Lines(NamedTuple):
    """The strongest pairs among some organisations, strongest first, and how many pairs there are."""

    strongest: dict[Pair, Counts]
    pairs: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, out of how many that the settings allow.

    `unseen`: lines of the chosen left out; `isolated`: organisations left out because no line joins them.
    """

    nodes: dict[int, Counts]
    lines: dict[Pair, Counts]
    organisations: int
    pairs: int
    unseen: int
    isolated: int = 0


_NODES: RecentCache[dict[int, Counts]] = RecentCache(KEPT)
_LINES: RecentCache[Lines] = RecentCache(KEPT)
_PICTURES: RecentCache[Picture] = RecentCache(KEPT)


def forget_counts(engine: Engine) -> None:
    """Count everything anew for this store."""
    for each in (_NODES, _LINES, _PICTURES):
        each.forget(engine)


def select_picture(engine: Engine, settings: Settings) -> Picture:
    """The picture for these settings; several questions of a page need it."""
    return _PICTURES.get(engine, settings, lambda: _draw(engine, settings))


def _draw(engine: Engine, settings: Settings) -> Picture:
    found = match_events(engine, settings.context)
    busiest = _NODES.get(engine, (settings.context, settings.roles), lambda: _nodes(found, settings))
    allowed = [number for number, counts in busiest.items() if counts.events >= max(settings.least, 1)]
    top = allowed[:MOST_NODES]
    chosen = _number(engine, settings.filters.organisations, busiest)
    focus = _number(engine, (settings.focus,) if settings.focus else (), busiest)
    nodes = {number: busiest[number] for number in {*top, *chosen, *focus}}
    key = (settings.context, settings.roles, len(top), settings.least_shared)
    among = _LINES.get(engine, key, lambda: _lines(found, settings, top))
    partners = _partners(found, settings, list({*chosen, *focus}))
    own = {
        pair: counts
        for pair, counts in partners.items()
        if counts.events >= max(settings.least_shared, 1) and nodes.keys() >= set(pair)
    }
    inside = sum(top_pair <= set(top) for top_pair in map(set, own)) if own else 0
    pairs = among.pairs + len(own) - inside
    lines = own | {pair: counts for pair, counts in among.strongest.items() if pair not in own}
    if pairs > MOST_LINES:
        order = sorted(own, key=lambda pair: (-own[pair].events, pair))
        order += [pair for pair in among.strongest if pair not in own]
        lines = {pair: lines[pair] for pair in order[:STRONGEST]}
    drawn = Picture(nodes, lines, len({*allowed, *chosen}), pairs, 0)
    if settings.focus:
        drawn = _draw_around(drawn, focus)
    elif settings.least_shared > 1:
        drawn = _leave_isolated(drawn, chosen)
    theirs = {pair for pair in partners if not set(chosen).isdisjoint(pair)}
    return replace(drawn, unseen=len(theirs - drawn.lines.keys()))


def _draw_around(whole: Picture, focus: list[int]) -> Picture:
    """The focus, its partners, and the lines among them; nothing where the focus has no event."""
    near = {*focus, *chain.from_iterable(pair for pair in whole.lines if not set(focus).isdisjoint(pair))}
    nodes = {number: counts for number, counts in whole.nodes.items() if number in near}
    lines = {pair: counts for pair, counts in whole.lines.items() if near.issuperset(pair)}
    return Picture(nodes, lines, len(nodes), len(lines), 0)


def _leave_isolated(whole: Picture, chosen: list[int]) -> Picture:
    """Without the organisations that no line joins, but for the chosen."""
    joined = {*chosen, *chain.from_iterable(whole.lines)}
    nodes = {number: counts for number, counts in whole.nodes.items() if number in joined}
    return replace(whole, nodes=nodes, isolated=len(whole.nodes) - len(nodes))


def _number(engine: Engine, organisations: tuple[str, ...], counts: dict[int, Counts]) -> list[int]:
    """The name numbers of those of the organisations that have an event in the context."""
    return [number for number in number_organisations(engine, organisations) if number in counts]


def _nodes(found: Matching, settings: Settings) -> dict[int, Counts]:
    """Every organisation with a part in an event that matches, busiest first."""
    if _is_whole(settings):
        rows = found.select("SELECT * FROM read_nodes ORDER BY events DESC, number").rows
        return {number: Counts(events, events, *days) for number, events, *days in rows}
    sql = f"""{found.head("e.begins_from", "e.ends_by")}
SELECT p.number, {COUNTS} FROM found f JOIN read_parts p ON p.n = f.n{_with_role(settings, "p")} GROUP BY 1
ORDER BY 2 DESC, 1"""
    return {number: Counts(*counts) for number, *counts in found.count(sql, **_role(settings)).rows}


def _lines(found: Matching, settings: Settings, top: list[int]) -> Lines:
    """The strongest pairs among these organisations."""
    if _is_whole(settings):
        known = set(top)
        rows = found.select(
            "SELECT * FROM read_lines WHERE events >= :shared ORDER BY events DESC, a, b",
            shared=settings.least_shared,
        ).rows
        lines = [row for row in rows if known >= {row[0], row[1]}]
        strongest = lines[: MOST_LINES + STRONGEST]
        return Lines({(a, b): Counts(n, n, *days) for a, b, n, *days in strongest}, len(lines))
    numbers = {f"top{place}": number for place, number in enumerate(top)}
    listed = ", ".join(f":{name}" for name in numbers) or "-2"
    sql = f"""{found.head("e.begins_from", "e.ends_by")},
lines AS (SELECT a.number AS a, b.number AS b, {COUNTS}
  FROM found f JOIN read_parts a ON a.n = f.n JOIN read_parts b ON b.n = f.n AND b.number > a.number
  WHERE +a.number IN ({listed}) AND +b.number IN ({listed})
    {_with_role(settings, "a")}{_with_role(settings, "b")}
  GROUP BY 1, 2)
SELECT *, count(*) OVER () FROM lines WHERE events >= :shared
ORDER BY events DESC, a, b LIMIT {MOST_LINES + STRONGEST}"""
    rows = found.count(sql, **numbers, **_role(settings), shared=settings.least_shared).rows
    return Lines({(a, b): Counts(*counts) for a, b, *counts, _ in rows}, rows[0][-1] if rows else 0)


def _partners(found: Matching, settings: Settings, chosen: list[int]) -> dict[Pair, Counts]:
    """Every pair of which one is chosen."""
    if not chosen:
        return {}
    numbers = {f"own{place}": number for place, number in enumerate(chosen)}
    listed = ", ".join(f":{name}" for name in numbers)
    sql = f"""{found.head("e.begins_from", "e.ends_by")}
SELECT x.number, y.number, {COUNTS}
FROM read_facts x JOIN found f ON f.n = x.n JOIN read_parts y ON y.n = x.n AND y.number <> x.number
WHERE x.number IN ({listed}) AND (x.roles & :any_part) <> 0
  {_with_role(settings, "x")}{_with_role(settings, "y")}
GROUP BY 1, 2"""
    rows = found.count(sql, **numbers, **_role(settings), any_part=int(ANY_PART)).rows
    return {(min(a, b), max(a, b)): Counts(*counts) for a, b, *counts in rows}


def list_pair_events(engine: Engine, settings: Settings, drawn: Picture) -> dict[Pair, list[str]]:
    """The ids of the events that each pair that is drawn shared, in order."""
    found = match_events(engine, settings.context)
    sql = f"""{found.head()}
SELECT a.number, b.number, r.id FROM found f JOIN read_parts a ON a.n = f.n
JOIN read_parts b ON b.n = f.n AND b.number > a.number JOIN read_event_texts r ON r.n = f.n
WHERE 1 = 1{_with_role(settings, "a")}{_with_role(settings, "b")} ORDER BY r.id"""
    shared: dict[Pair, list[str]] = defaultdict(list)
    for a, b, event in found.select(sql, **_role(settings)).rows:
        if (a, b) in drawn.lines:
            shared[a, b].append(event)
    return shared


def _is_whole(settings: Settings) -> bool:
    """Whether the sums of the build answer: over all events, for every part, among the busiest."""
    return settings.context.is_empty and settings.roles == ANY_PART and MOST_NODES <= SUMMED


def _with_role(settings: Settings, part: str) -> str:
    """The condition on a part; none where every part counts."""
    return "" if settings.roles == ANY_PART else f" AND ({part}.roles & :roles) <> 0"


def _role(settings: Settings) -> dict[str, int]:
    return {} if settings.roles == ANY_PART else {"roles": settings.roles}
