"""The network as a graph, on a path of three organisations and one apart."""

import pandas as pd

from data.graph import measured

NODES = pd.DataFrame({"id": ["a", "b", "c", "d"], "events": [5, 4, 3, 1]})
LINKS = pd.DataFrame({"a_id": ["a", "b", "a"], "b_id": ["b", "c", "d"], "shared": [3, 1, 1]})


def test_measured_finds_who_stands_in_the_middle() -> None:
    rows = measured(NODES.head(3), LINKS.head(2)).set_index("id")
    assert rows["degree"].to_dict() == {"a": 1, "b": 2, "c": 1}
    assert rows["weighted_degree"].to_dict() == {"a": 3, "b": 4, "c": 1}
    assert rows["betweenness"].to_dict() == {"a": 0.0, "b": 1.0, "c": 0.0}


def test_measured_of_nothing_is_nothing() -> None:
    assert measured(NODES.head(0), LINKS.head(0))["betweenness"].tolist() == []
