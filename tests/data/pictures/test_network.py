from typing import Any

import pytest

from data.pictures import network
from data.pictures.drawing.palette import LIGHT
from pages.figures.network import draw_network, light_up
from tests.data.pictures.drawn import marks, number, texts


def _node(
    identity: str, x: float | None, y: float | None, events: int, family: str = "state"
) -> dict[str, Any]:
    return {
        "id": identity, "name": identity.upper(), "full_name": identity, "x": x, "y": y, "events": events,
        "family": family, "first": None, "last": None,
    }  # fmt: skip


def _link(one: str, other: str, shared: int) -> dict[str, Any]:
    return {"a_id": one, "a": one, "b_id": other, "b": other, "shared": shared, "first": None, "last": None}


NODES = [_node("a", -1, -1, 9, "un_global"), _node("b", 1, 1, 4), _node("c", 0, 0.5, 1), _node("d", 1, -1, 1)]
LINKS = [_link("a", "b", 12), _link("a", "c", 3), _link("b", "d", 1)]


def test_it_has_the_nodes_and_lines_of_the_page_at_the_same_places_but_for_scale() -> None:
    picture = network.draw(NODES, LINKS)
    page = draw_network(*light_up(NODES, LINKS, (), False), (), NODES, LIGHT)["series"][0]
    nodes, lines = marks(picture, "circle"), marks(picture, "line")
    shown = [node for node in page["data"] if not node["id"].startswith("corner")]
    assert sorted(nodes) == sorted(node["id"] for node in shown) == ["a", "b", "c", "d"]
    assert sorted(lines) == sorted(f"{line['source']}/{line['target']}" for line in page["links"])
    by_place = sorted(shown, key=lambda node: (node["x"], node["id"]))
    drawn = sorted(nodes, key=lambda each: (number(nodes[each], "cx"), each))
    assert drawn == [node["id"] for node in by_place]
    assert number(nodes["a"], "cx") == network.MARGIN
    assert number(nodes["b"], "cy") == network.HEIGHT - network.MARGIN


def test_areas_stand_for_events_and_widths_for_what_is_shared() -> None:
    picture = network.draw(NODES, LINKS)
    nodes, lines = marks(picture, "circle"), marks(picture, "line")
    assert number(nodes["a"], "r") / number(nodes["b"], "r") == pytest.approx(3 / 2, rel=0.01)
    assert number(lines["a/b"], "stroke-width") == network.WIDEST_LINE
    assert number(lines["a/c"], "stroke-width") < number(lines["a/b"], "stroke-width")


def test_the_chosen_have_an_edge_and_their_lines_a_colour() -> None:
    picture = network.draw(NODES, LINKS, ("a",))
    assert marks(picture)["a"].attrib["stroke"] == LIGHT.ink
    assert marks(picture)["b"].attrib["stroke"] == LIGHT.ground
    quiet, lit = (each for each in picture.body.element if each.tag == "g")
    assert (lit.attrib["stroke"], quiet.attrib["stroke"]) == (LIGHT.family["regional"], LIGHT.line)
    assert [line.attrib["data-mark"] for line in lit] == ["a/c", "a/b"]
    assert [line.attrib["data-mark"] for line in quiet] == ["b/d"]


def test_among_the_chosen_only_lines_that_join_two_of_them_are_coloured() -> None:
    picture = network.draw(NODES, LINKS, ("a", "b"), among=True)
    quiet, lit = (each for each in picture.body.element if each.tag == "g")
    assert [line.attrib["data-mark"] for line in lit] == ["a/b"]
    assert [line.attrib["data-mark"] for line in quiet] == ["b/d", "a/c"]


def test_names_never_lie_on_one_another_and_those_left_out_are_counted() -> None:
    crowd = [_node(f"organisation-{n}", 0.001 * n, 0, 1) for n in range(40)]
    corners = [_node("left", -1, -1, 1), _node("right", 1, 1, 1)]
    picture = network.draw([*crowd, *corners], [])
    named = texts(picture.body.element)
    assert 2 < len(named) < 42
    assert picture.note == f"Area of a circle: its events. Names left out for room: {42 - len(named)}."


def test_one_node_without_a_place_stands_in_the_middle() -> None:
    picture = network.draw([_node("a", None, None, 0)], [])
    mark = marks(picture)["a"]
    assert (number(mark, "cx"), number(mark, "cy")) == (380, network.HEIGHT / 2)
    assert picture.words == "1 organisations, joined by 0 lines where two shared an event."
