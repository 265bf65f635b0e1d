import io

import networkx as nx

from tests.data.extracts.conftest import Make

ALL = (("least", "1"),)


def test_networkx_reads_it_and_it_is_dated_by_the_release(make: Make) -> None:
    content = make("network", "gexf", None, ALL)
    found = nx.read_gexf(io.BytesIO(content))
    other = nx.read_graphml(io.BytesIO(make("network", "graphml", None, ALL)))
    assert set(found.nodes) == set(other.nodes)
    assert found.number_of_edges() == other.number_of_edges()
    assert found.nodes["alpha"]["label"] == "ALPHA"
    assert b"&quot;release&quot;" in content or b'"release"' in content
    assert content == make("network", "gexf", None, ALL)
