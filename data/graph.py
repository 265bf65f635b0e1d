"""The network as a graph: how well connected each organisation is."""

import pandas as pd
import rustworkx


def measured(nodes: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """The nodes with their partners (degree), events shared with all of them (weighted degree), betweenness.

    Betweenness is the share of shortest paths between two others that lead through the node, each line
    one step whatever its width, ties shared: 0 to 1.
    """
    graph: rustworkx.PyGraph[str, int] = rustworkx.PyGraph()
    index = dict(zip(nodes["id"], graph.add_nodes_from(nodes["id"].tolist()), strict=True))
    pairs = zip(links["a_id"], links["b_id"], links["shared"], strict=True)
    graph.add_edges_from([(index[a], index[b], int(shared)) for a, b, shared in pairs])
    between = rustworkx.betweenness_centrality(graph, normalized=True)
    rows = index.values()
    return nodes.assign(
        degree=[graph.degree(node) for node in rows],
        weighted_degree=[sum(graph.adj(node).values()) for node in rows],
        betweenness=[round(between[node], 4) for node in rows],
    )
