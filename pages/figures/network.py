"""The organisation network as an ECharts graph: places come in as columns, so a filter never moves a node."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import sqrt
from operator import itemgetter
from typing import Any

from data.filters import CERTAINLY, POSSIBLY, match_words
from data.pictures.drawing.palette import Palette
from data.schema.vocabulary import Family
from data.values.rows import Records
from pages.figures.escaping import chart_text, drawn_text
from pages.figures.network_labels import DISTANCE, LARGE, ROOMS, SIZE, Side, place_labels

Row = Mapping[str, Any]
Rows = Sequence[Row]
WIDEST_NODE, WIDEST_LINE, SMALLEST_NODE = 50.0, 9.0, 8.0
SMALL = {"zoom": 0.58, "nodeScaleRatio": 1, "left": "-25%", "right": "-25%", "top": "-14%", "bottom": "-16%"}
"""On a phone: a larger picture seen from further away, so that nodes are smaller and all of it stays."""
MARGIN = 46
"""Pixels beside the outermost nodes."""
WIDE, TALL = 1000.0, 1200.0
"""One unit of the stored places in units of the picture: ECharts rounds ends of lines to whole ones.

Taller than wide, because the picture has more room upwards than names leave it across.
"""


def light_up(nodes: Rows, links: Rows, chosen: Collection[str], among: bool) -> tuple[Records, Records]:
    """Nodes and links in drawing order with a field `lit`: the chosen, their partners, the lines between.

    `among` lights only the chosen and the lines that join two of them. Without a choice all is lit.
    """
    wanted = 2 if among else 1
    drawn = [
        {**link, "lit": not chosen or (link["a_id"] in chosen) + (link["b_id"] in chosen) >= wanted}
        for link in links
    ]
    ends = {link[end] for link in drawn if link["lit"] for end in ("a_id", "b_id")}.union(chosen)
    seen = [{**node, "lit": not chosen or node["id"] in ends} for node in nodes]
    return (
        sorted(seen, key=itemgetter("lit")),
        sorted(drawn, key=lambda link: (link["lit"], -link["shared"])),
    )


def draw_network(
    nodes: Rows,
    links: Rows,
    chosen: Collection[str],
    extents: Rows,
    palette: Palette,
) -> dict[str, Any]:
    """The spec of the graph and of an unseen disc behind it that catches clicks on the blank.

    Expects the rows of `lit`; node and link indices of a selection are theirs. Two unseen corners, which
    come last, hold the extents of all places in `extents`, so that ECharts never fits the picture anew.
    """
    strongest = max((link["shared"] for link in links), default=0)
    size = min(5.6, WIDEST_NODE / sqrt(max(node["events"] for node in nodes)))
    sized = [
        {**row, **_place(row), "size": round(max(size * sqrt(row["events"]), SMALLEST_NODE), 1)}
        for row in nodes
    ]
    corners = [_place(row) for row in extents]
    rooms = list(map(_categories, place_labels(sized, corners, chosen)))
    points = [_node(row, place, row["id"] in chosen, palette) for place, row in enumerate(sized)]
    lines = [_line(row, max(strongest, 12), bool(chosen), palette) for row in links]
    return {
        "backgroundColor": palette.ground,
        "animation": False,
        "textStyle": {"fontFamily": '"Source Sans", sans-serif'},
        "tooltip": {"confine": True, "backgroundColor": palette.ground, "borderColor": palette.line}
        | {"textStyle": {"color": palette.ink, "fontSize": 13}},
        "series": [
            _graph([*points, *_corners(corners)], lines, bool(chosen), palette) | {"categories": rooms[0]},
            _blank(),
        ],
        "media": _media(rooms),
    }


def _media(rooms: Sequence[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """What changes where there is less room: the names, and on a phone the look from further away."""
    return [
        {
            "query": {"maxWidth": wider.wide - 1},
            "option": {
                "series": [{"id": "network", "categories": categories} | (SMALL if room.zoom < 1 else {})]
            },
        }
        for wider, room, categories in zip(ROOMS, ROOMS[1:], rooms[1:], strict=False)
    ]


def _categories(sides: Iterable[Side | None]) -> list[dict[str, Any]]:
    """One for each node: it alone can change where its name stands without all else that the node is."""
    return [{"label": {"show": True, **side._asdict()} if side else {"show": False}} for side in sides]


def _graph(
    points: list[dict[str, Any]], lines: list[dict[str, Any]], focused: bool, palette: Palette
) -> dict[str, Any]:
    return {
        "type": "graph",
        "id": "network",
        "layout": "none",
        "z": 3,
        "left": MARGIN,
        "right": MARGIN,
        "top": 34,
        "bottom": 30,
        "preserveAspect": True,
        "roam": True,
        "scaleLimit": {"min": 0.5, "max": 6},
        "nodeScaleRatio": 0.5,
        "selectedMode": "single",
        "data": points,
        "links": lines,
        "label": {
            "distance": DISTANCE,
            "fontSize": SIZE,
            "color": palette.ink,
            "textBorderColor": palette.ground,
            "textBorderWidth": 2,
        },
        "lineStyle": {"color": palette.line, "opacity": 0.25 if focused else 0.4},
        "labelLayout": {"hideOverlap": True},
        "emphasis": {"focus": "adjacency", "label": {"show": True}},
        "blur": {"itemStyle": {"opacity": 0.15}, "lineStyle": {"opacity": 0.04}, "label": {"opacity": 0.2}},
    }


def _blank() -> dict[str, Any]:
    """A pie of one transparent slice wider than the picture: the only item that a blank click can select."""
    return {
        "type": "pie",
        "id": "blank",
        "z": 1,
        "radius": "400%",
        "silent": False,
        "selectedMode": "single",
        "selectedOffset": 0,
        "cursor": "default",
        "label": {"show": False},
        "labelLine": {"show": False},
        "tooltip": {"show": False},
        "emphasis": {"disabled": True},
        "itemStyle": {"color": "rgba(0,0,0,0)"},
        "data": [{"name": "", "value": 1}],
    }


def _node(row: Row, place: int, is_chosen: bool, palette: Palette) -> dict[str, Any]:
    large = {"fontSize": LARGE, "fontWeight": "bold"} if is_chosen else {}
    quiet = {} if row["lit"] else {"color": palette.quiet, "opacity": 0.6}
    return {
        "id": row["id"],
        "name": row["name"],
        "x": row["x"],
        "y": row["y"],
        "category": place,
        "symbolSize": row["size"],
        "itemStyle": {
            "color": palette.family[Family(row["family"])],
            "opacity": 1 if row["lit"] else 0.35,
            "borderColor": palette.ink if is_chosen else palette.ground,
            "borderWidth": 2.5 if is_chosen else 1.2,
        },
        "label": {"formatter": drawn_text(row["name"]), **large, **quiet},
        "tooltip": {
            "formatter": _lines(row["full_name"], f"{_count_events(row, 'events')} · {_years(row)}"),
        },
    }


def _line(row: Row, strongest: int, focused: bool, palette: Palette) -> dict[str, Any]:
    """Only what differs from the style of all lines, because there may be a thousand."""
    bright = {"color": palette.family[Family.REGIONAL], "opacity": 0.7} if focused and row["lit"] else {}
    return {
        "source": row["a_id"],
        "target": row["b_id"],
        "lineStyle": {"width": round(0.7 + (WIDEST_LINE - 0.7) * row["shared"] / strongest, 2), **bright},
        "tooltip": {
            "formatter": _lines(
                f"{row['a']} – {row['b']}", f"{_count_events(row, 'shared', ' shared')} · {_years(row)}"
            )
        },
    }


def _place(row: Row) -> dict[str, float]:
    return {"x": row["x"] * WIDE, "y": row["y"] * TALL}


def _corners(extents: Rows) -> list[dict[str, Any]]:
    ends = [(end(row["x"] for row in extents), end(row["y"] for row in extents)) for end in (min, max)]
    return [
        {"id": f"corner {n}", "name": "", "x": x, "y": y} | {"symbol": "none", "label": {"show": False}}
        for n, (x, y) in enumerate(ends)
    ]


def _lines(head: str, rest: str) -> str:
    """Two lines of a tooltip, which ECharts reads as HTML and as a template: neither may come from data."""
    return f"<b>{chart_text(head)}</b><br>{chart_text(rest)}"


def _count_events(row: Row, column: str, what: str = "") -> str:
    """`4 shared events`, and under a range of dates how many of them are in it certainly and possibly."""
    number = f"{row[column]:,}{what} {'event' if row[column] == 1 else 'events'}"
    if CERTAINLY not in row:
        return number
    return f"{number} ({match_words(row[CERTAINLY], row[POSSIBLY])})"


def _years(row: Row) -> str:
    years = [str(row[end].year) for end in ("first", "last") if row[end]]
    return "–".join(dict.fromkeys(years)) or "date not stated"
