"""The network as a graph, on a path of three organisations and one apart."""

import pandas as pd

from data.graph import measured, shown

NODES = pd.DataFrame({"id": ["a", "b", "c", "d"], "events": [5, 4, 3, 1]})
LINKS = pd.DataFrame({"a_id": ["a", "b", "a"], "b_id": ["b", "c", "d"], "shared": [3, 1, 1]})


def test_shown_keeps_the_busy_and_the_links_between_them() -> None:
    nodes, links = shown(NODES, LINKS, (), least=3, shared=1)
    assert nodes["id"].tolist() == ["a", "b", "c"]
    assert list(zip(links["a_id"], links["b_id"], strict=True)) == [("a", "b"), ("b", "c")]


def test_shown_keeps_a_chosen_organisation_with_few_events() -> None:
    nodes, links = shown(NODES, LINKS, ("d",), least=3, shared=1)
    assert "d" in nodes["id"].tolist()
    assert "d" in links["b_id"].tolist()


def test_shown_drops_weak_links_and_keeps_their_nodes() -> None:
    nodes, links = shown(NODES, LINKS, (), least=1, shared=2)
    assert len(nodes) == 4
    assert links["shared"].tolist() == [3]


def test_measured_finds_who_stands_in_the_middle() -> None:
    rows = measured(NODES.head(3), LINKS.head(2)).set_index("id")
    assert rows["degree"].to_dict() == {"a": 1, "b": 2, "c": 1}
    assert rows["weighted_degree"].to_dict() == {"a": 3, "b": 4, "c": 1}
    assert rows["betweenness"].to_dict() == {"a": 0.0, "b": 1.0, "c": 0.0}


def test_measured_of_nothing_is_nothing() -> None:
    assert measured(NODES.head(0), LINKS.head(0))["betweenness"].tolist() == []
