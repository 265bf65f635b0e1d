"""The network as a graph, on a path of three organisations."""

from data.centrality import find_chain, measure_centrality

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


def test_the_shortest_chain_has_the_fewest_lines_and_of_two_the_stronger() -> None:
    weak = {"a_id": "a", "b_id": "d", "shared": 1}
    end = {"a_id": "c", "b_id": "d", "shared": 1}
    assert find_chain([*LINKS, weak, end], "a", "c") == ("a", "b", "c")
    direct = {"a_id": "a", "b_id": "c", "shared": 1}
    assert find_chain([*LINKS, direct], "c", "a") == ("c", "a")


def test_without_a_chain_there_is_none() -> None:
    assert find_chain(LINKS, "a", "elsewhere") == ()
