"""The network: organisations with a part in the events that match, and who shared events with whom."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import combinations

from data.filters import CERTAINLY, POSSIBLY
from data.schema.vocabulary import OrganisationRole
from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import Record, Row, event_bodies, matching_events

TOGETHER = (OrganisationRole.ORGANISER, OrganisationRole.HOST)
MOST_NODES, MOST_LINES, STRONGEST = 150, 1200, 300
Pair = tuple[str, str]


@dataclass(frozen=True)
class Picture:
    """What is drawn: the events of each node and line; how many the settings allow; lines left out."""

    nodes: dict[str, list[tuple[Row, str]]]
    lines: dict[Pair, list[tuple[Row, str]]]
    organisations: int
    pairs: int
    unseen: int
    isolated: int = 0


@lru_cache(4)
def picture(record: Record, case: Case) -> Picture:
    """Organisations of the filters and the focus are always drawn, and their lines before others."""
    roles = TOGETHER if case.together else case.filters.roles
    context = replace(case.filters, organisations=(), match_all=False, roles=())
    nodes, lines = defaultdict(list), defaultdict(list)
    for found in matching_events(record, context):
        bodies = sorted(event_bodies(record, found[0], roles))
        for body in bodies:
            nodes[body].append(found)
        for pair in combinations(bodies, 2):
            lines[pair].append(found)
    busiest = sorted(nodes, key=lambda id_: (-len(nodes[id_]), id_))
    allowed = [id_ for id_ in busiest if len(nodes[id_]) >= case.least]
    focus = set(case.filters.organisations) & set(nodes)
    centre = {case.focus} & set(nodes)
    drawn = {*allowed[:MOST_NODES], *focus, *centre}
    strong = [pair for pair in lines if len(lines[pair]) >= case.shared and set(pair) <= drawn]
    shown = sorted(strong, key=lambda pair: (not (focus | centre) & set(pair), -len(lines[pair]), pair))
    shown = shown if len(shown) <= MOST_LINES else shown[:STRONGEST]
    organisations, pairs, joined = len({*allowed, *focus}), len(strong), drawn
    if case.focus:
        joined = centre.union(*(pair for pair in shown if centre & set(pair)))
        shown = [pair for pair in shown if set(pair) <= joined]
        organisations, pairs = len(joined), len(shown)
    elif case.shared > 1:
        joined = focus.union(*shown)
    touching = [pair for pair in lines if focus & set(pair)]
    return Picture(
        nodes={id_: nodes[id_] for id_ in joined},
        lines={pair: lines[pair] for pair in shown},
        organisations=organisations,
        pairs=pairs,
        unseen=len(set(touching) - set(shown)),
        isolated=0 if case.focus else len(drawn - joined),
    )


def count_network(record: Record, case: Case) -> Row:
    found = picture(record, case)
    return {
        "organisations": found.organisations,
        "pairs": found.pairs,
        "unseen": found.unseen,
        "isolated": found.isolated,
    }


def list_nodes(record: Record, case: Case) -> list[Row]:
    """Busiest first, then by name."""
    rows = [
        _about(record, id_) | _counts("events", events, case)
        for id_, events in picture(record, case).nodes.items()
    ]
    return sorted(rows, key=lambda row: (-row["events"], row["name"]))


def _about(record: Record, id_: str) -> Row:
    """What the organisation is, and its place in the picture."""
    row = record.row("organisations", id_)
    place = next(iter(record.rows("organisation_positions", "organisation_id", id_)), {})
    return {
        **{name: row[name] for name in ("id", "name", "full_name", "kind", "family", "city", "source_id")},
        "country": record.row("countries", row["country_id"]).get("name"),
        "x": place.get("x"),
        "y": place.get("y"),
        "source_url": record.row("sources", row["source_id"])["url"],
    }


def _counts(name: str, events: list[tuple[Row, str]], case: Case) -> Row:
    """How many events, how they match a range of dates, first and last stated day."""
    first = [event["earliest"] for event, _ in events if event["earliest"]]
    last = [event["latest"] for event, _ in events if event["latest"]]
    sure = sum(certainty == CERTAINLY for _, certainty in events)
    return {
        name: len(events),
        **({CERTAINLY: sure, POSSIBLY: len(events) - sure} if case.filters.has_dates else {}),
        "first": min(first, default=None),
        "last": max(last, default=None),
    }


def list_links(record: Record, case: Case) -> list[Row]:
    """Strongest first, then by both names; `a` is the one whose id comes first."""
    rows = [
        {
            **{"a_id": a, "a": record.row("organisations", a)["name"]},
            **{"b_id": b, "b": record.row("organisations", b)["name"]},
            **_counts("shared", events, case),
            "event_ids": "; ".join(sorted(event["id"] for event, _ in events)),
        }
        for (a, b), events in picture(record, case).lines.items()
    ]
    return sorted(rows, key=lambda row: (-row["shared"], row["a"], row["b"]))


def picture_corners(record: Record, case: Case) -> list[Row]:
    """Two rows: least and greatest place of all organisations that any filters may draw."""
    counts = _events_by_body(record)
    places = {row["organisation_id"]: (row["x"], row["y"]) for row in record.tables["organisation_positions"]}
    busiest = sorted(places, key=lambda id_: (-counts[id_], id_))[:MOST_NODES]
    chosen = [id_ for id_ in busiest if counts[id_] >= max(case.least, 1)]
    shown = [places[id_] for id_ in (*chosen, *case.filters.organisations) if id_ in places]
    across, up = zip(*shown, strict=True) if shown else ((None,), (None,))
    return [{"x": end(across), "y": end(up)} for end in (min, max)]


@cache
def _events_by_body(record: Record) -> Counter[str]:
    """In how many events each organisation had a part."""
    return Counter(body for event in record.events for body in event_bodies(record, event))


def list_organisations(record: Record, _: Case) -> list[Row]:
    """Those with a part in any event: a choice of the filters. Busiest first, then by name."""
    rows = [
        {
            **{name: record.row("organisations", id_)[name] for name in ("id", "name", "full_name")},
            "events": n,
        }
        for id_, n in _events_by_body(record).items()
    ]
    return sorted(rows, key=lambda row: (-row["events"], row["name"]))
