"""The network picture, on three invented organisations and two lines."""

import json
from typing import Any

import pandas as pd

from pages.figures.network import lit, network
from pages.figures.palette import LIGHT

NODES = pd.DataFrame(
    {
        "id": ["a", "b", "c"],
        "name": ["A", "B", "C"],
        "full_name": ["Alpha <b>", "Beta {a}", "Gamma"],
        "family": ["un_global", "regional", "state"],
        "events": [16, 4, 1],
        "first": ["2011-03-01", "2012-01-01", None],
        "last": ["2020-01-01", "2012-12-31", None],
        "x": [-0.5, 0.0, 0.5],
        "y": [0.1, 0.2, -0.3],
    }
)
LINKS = pd.DataFrame(
    {
        "a_id": ["a", "b"],
        "a": ["A", "B"],
        "b_id": ["b", "c"],
        "b": ["B", "C"],
        "shared": [4, 1],
        "first": ["2012-01-01", None],
        "last": ["2012-12-31", None],
    }
)


def spec(*chosen: str, among: bool = False, rows: int = 3) -> dict[str, Any]:
    nodes, links = lit(NODES.head(rows), LINKS.head(rows - 1 if rows else 0), chosen, among)
    return network(nodes, links, chosen, NODES, LIGHT)


def nodes_of(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in made["series"][0]["data"]}


def test_without_a_choice_all_is_lit() -> None:
    nodes, links = lit(NODES, LINKS, (), False)
    assert nodes["lit"].all()
    assert links["lit"].all()


def test_a_choice_lights_its_partners_and_lines_and_draws_them_last() -> None:
    nodes, links = lit(NODES, LINKS, ("a",), False)
    assert nodes["id"].tolist() == ["c", "a", "b"]
    assert nodes["lit"].tolist() == [False, True, True]
    assert links["a_id"].tolist() == ["b", "a"]
    assert links["lit"].tolist() == [False, True]


def test_a_pair_lights_only_its_own_line() -> None:
    nodes, links = lit(NODES, LINKS, ("b", "c"), True)
    assert set(nodes.loc[nodes["lit"], "id"]) == {"b", "c"}
    assert links.loc[links["lit"], "b_id"].tolist() == ["c"]


def test_area_grows_with_events() -> None:
    nodes = nodes_of(spec())
    assert nodes["a"]["symbolSize"] == 2 * nodes["b"]["symbolSize"]


def test_colour_says_the_family_and_opacity_the_focus() -> None:
    nodes = nodes_of(spec("a"))
    assert nodes["b"]["itemStyle"]["color"] == LIGHT.family["regional"]
    assert nodes["c"]["itemStyle"]["opacity"] < nodes["b"]["itemStyle"]["opacity"] == 1


def test_lines_of_the_chosen_are_teal_and_wider_where_more_is_shared() -> None:
    lines = {line["source"]: line["lineStyle"] for line in spec("a")["series"][0]["links"]}
    assert lines["a"]["color"] == LIGHT.family["regional"]
    assert lines["b"]["color"] == LIGHT.line
    assert lines["a"]["width"] > lines["b"]["width"]


def test_places_and_extents_stay_when_nodes_vanish() -> None:
    whole, part = nodes_of(spec()), nodes_of(spec(rows=1))
    assert whole["a"]["x"] == part["a"]["x"]
    for corner in ("corner 0", "corner 1"):
        assert whole[corner] == part[corner]


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
    parted = {"certainly": [14, 4, 0], "possibly": [2, 0, 1]}
    nodes = NODES.assign(**parted, lit=True)
    links = LINKS.assign(certainly=[3, 1], possibly=[1, 0], lit=True)
    made = network(nodes, links, (), NODES, LIGHT)
    tips = {name: node["tooltip"]["formatter"] for name, node in nodes_of(made).items() if "tooltip" in node}
    assert "16 events (14 certainly, 2 possibly) · 2011–2020" in tips["a"]
    assert "1 event (1 possibly) · date not stated" in tips["c"]
    first = made["series"][0]["links"][0]["tooltip"]["formatter"]
    assert "4 shared events (3 certainly, 1 possibly) · 2012" in first


def test_the_spec_is_plain_json() -> None:
    assert json.loads(json.dumps(spec("a"), allow_nan=False))["series"][1]["id"] == "blank"
