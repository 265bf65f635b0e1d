import io
import json
from pathlib import Path

import igraph
import networkx as nx

from tests.data.extracts.conftest import Make

ALL = (("least", "1"),)


def test_networkx_and_igraph_read_the_same_graph(make: Make, tmp_path: Path) -> None:
    content = make("network", "graphml", None, ALL)
    found = nx.read_graphml(io.BytesIO(content))
    assert found.nodes["alpha"]["label"] == "ALPHA"
    assert {"kind", "events", "degree"} <= found.nodes["alpha"].keys()
    _, _, edge = next(iter(found.edges(data=True)))
    assert {"weight", "event_ids", "source_ids", "claim_ids"} <= edge.keys()
    assert json.loads(found.graph["receipt"])["counts"] == {
        "network-organisations": found.number_of_nodes(),
        "network-pairs": found.number_of_edges(),
    }
    path = tmp_path / "network.graphml"
    path.write_bytes(content)
    other = igraph.Graph.Read_GraphML(str(path))
    assert (other.vcount(), other.ecount()) == (found.number_of_nodes(), found.number_of_edges())
