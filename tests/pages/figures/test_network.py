"""The network picture, on three invented organisations and two lines."""

import json
from datetime import date
from typing import Any

from data.pictures.drawing.palette import LIGHT
from pages.figures.network import draw_network, light_up

NODES: list[dict[str, Any]] = [
    {"id": "a", "name": "A", "full_name": "Alpha <b>", "family": "un_global", "events": 16}
    | {"first": date(2011, 3, 1), "last": date(2020, 1, 1), "x": -0.5, "y": 0.1},
    {"id": "b", "name": "B", "full_name": "Beta {a}", "family": "regional", "events": 4}
    | {"first": date(2012, 1, 1), "last": date(2012, 12, 31), "x": 0.0, "y": 0.2},
    {"id": "c", "name": "C", "full_name": "Gamma", "family": "state", "events": 1}
    | {"first": None, "last": None, "x": 0.5, "y": -0.3},
]
LINKS: list[dict[str, Any]] = [
    {"a_id": "a", "a": "A", "b_id": "b", "b": "B", "shared": 4}
    | {"first": date(2012, 1, 1), "last": date(2012, 12, 31)},
    {"a_id": "b", "a": "B", "b_id": "c", "b": "C", "shared": 1, "first": None, "last": None},
]


def spec(*chosen: str, among: bool = False, rows: int = 3) -> dict[str, Any]:
    nodes, links = light_up(NODES[:rows], LINKS[: rows - 1], chosen, among)
    return draw_network(nodes, links, chosen, NODES, LIGHT)


def parted(rows: list[dict[str, Any]], *counts: tuple[int, ...]) -> list[dict[str, Any]]:
    """The rows, all lit, with how many of their events are in the range certainly and possibly."""
    each = zip(rows, *counts, strict=True)
    return [
        row | {"certainly": certainly, "possibly": possibly, "lit": True} for row, certainly, possibly in each
    ]


def nodes_of(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in made["series"][0]["data"]}


def test_without_a_choice_all_is_lit() -> None:
    nodes, links = light_up(NODES, LINKS, (), False)
    assert [row["lit"] for row in (*nodes, *links)] == [True] * 5


def test_a_choice_lights_its_partners_and_lines_and_draws_them_last() -> None:
    nodes, links = light_up(NODES, LINKS, ("a",), False)
    assert [(node["id"], node["lit"]) for node in nodes] == [("c", False), ("a", True), ("b", True)]
    assert [(link["a_id"], link["lit"]) for link in links] == [("b", False), ("a", True)]


def test_a_pair_lights_only_its_own_line() -> None:
    nodes, links = light_up(NODES, LINKS, ("b", "c"), True)
    assert {node["id"] for node in nodes if node["lit"]} == {"b", "c"}
    assert [link["b_id"] for link in links if link["lit"]] == ["c"]


def test_area_grows_with_events() -> None:
    nodes = nodes_of(spec())
    assert nodes["a"]["symbolSize"] == 2 * nodes["b"]["symbolSize"]


def test_colour_says_the_family_and_opacity_the_focus() -> None:
    nodes = nodes_of(spec("a"))
    assert nodes["b"]["itemStyle"]["color"] == LIGHT.family["regional"]
    assert nodes["c"]["itemStyle"]["opacity"] < nodes["b"]["itemStyle"]["opacity"] == 1


def test_lines_of_the_chosen_are_teal_and_wider_where_more_is_shared() -> None:
    graph = spec("a")["series"][0]
    lines = {line["source"]: graph["lineStyle"] | line["lineStyle"] for line in graph["links"]}
    assert lines["a"]["color"] == LIGHT.family["regional"]
    assert lines["b"]["color"] == LIGHT.line
    assert lines["a"]["width"] > lines["b"]["width"]


def test_places_and_extents_stay_when_nodes_vanish() -> None:
    whole, part = nodes_of(spec()), nodes_of(spec(rows=1))
    assert whole["a"]["x"] == part["a"]["x"]
    for corner in ("corner 0", "corner 1"):
        assert whole[corner] == part[corner]


def test_names_without_room_are_shown_on_resting_over_their_node() -> None:
    long = [node | {"name": "W" * 120} for node in NODES]
    for rows, shown in ((NODES, True), (long, False)):
        made = draw_network(*light_up(rows, LINKS, (), False), (), NODES, LIGHT)
        graph = made["series"][0]
        every = [graph, *(media["option"]["series"][0] for media in made["media"])]
        assert {each["label"]["show"] for one in every for each in one["categories"]} == {shown}
        assert [node["category"] for node in graph["data"][:3]] == [0, 1, 2]
        assert graph["emphasis"]["label"]["show"]
    assert [media["query"]["maxWidth"] for media in made["media"]] == [739, 599, 479]


def test_circles_stay_round_whatever_the_screen() -> None:
    assert spec()["series"][0]["preserveAspect"] is True
    nodes = nodes_of(spec())
    assert (round(nodes["c"]["x"] - nodes["a"]["x"]), round(nodes["b"]["y"] - nodes["a"]["y"])) == (1000, 120)


def test_names_cannot_carry_markup_or_templates_into_tooltips() -> None:
    nodes = nodes_of(spec())
    assert "Alpha &lt;b&gt;" in nodes["a"]["tooltip"]["formatter"]
    assert "{" not in nodes["b"]["tooltip"]["formatter"]


def test_tooltips_say_events_and_years() -> None:
    nodes = nodes_of(spec())
    assert "16 events · 2011–2020" in nodes["a"]["tooltip"]["formatter"]
    assert "4 events · 2012" in nodes["b"]["tooltip"]["formatter"]
    assert "1 event · date not stated" in nodes["c"]["tooltip"]["formatter"]


def test_under_a_range_of_dates_tooltips_say_what_is_certain_and_what_possible() -> None:
    nodes = parted(NODES, (14, 4, 0), (2, 0, 1))
    made = draw_network(nodes, parted(LINKS, (3, 1), (1, 0)), (), NODES, LIGHT)
    tips = {name: node["tooltip"]["formatter"] for name, node in nodes_of(made).items() if "tooltip" in node}
    assert "16 events (14 certainly, 2 possibly) · 2011–2020" in tips["a"]
    assert "1 event (1 possibly) · date not stated" in tips["c"]
    first = made["series"][0]["links"][0]["tooltip"]["formatter"]
    assert "4 shared events (3 certainly, 1 possibly) · 2012" in first


def test_the_spec_is_plain_json() -> None:
    assert json.loads(json.dumps(spec("a"), allow_nan=False))["series"][1]["id"] == "blank"
