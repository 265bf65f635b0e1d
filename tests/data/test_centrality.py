"""The network as a graph, on a path of three organisations."""

from data.centrality import measure_centrality

NODES = [{"id": "a", "events": 5}, {"id": "b", "events": 4}, {"id": "c", "events": 3}]
LINKS = [{"a_id": "a", "b_id": "b", "shared": 3}, {"a_id": "b", "b_id": "c", "shared": 1}]


def test_measured_finds_who_stands_in_the_middle() -> None:
    assert measure_centrality(NODES, LINKS) == [
        {"id": "a", "events": 5, "degree": 1, "weighted_degree": 3, "betweenness": 0.0},
        {"id": "b", "events": 4, "degree": 2, "weighted_degree": 4, "betweenness": 1.0},
        {"id": "c", "events": 3, "degree": 1, "weighted_degree": 1, "betweenness": 0.0},
    ]


def test_measured_of_nothing_is_nothing() -> None:
    assert measure_centrality([], []) == []
