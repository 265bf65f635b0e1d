"""GraphML: the network with its attributes; the receipt is the attribute `receipt` of the graph."""

import io
from collections.abc import Sequence

import networkx as nx

from data.extracts.frame import Frame
from data.extracts.graphs import make_graph
from data.extracts.receipt import Receipt


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The organisations and pairs."""
    out = io.BytesIO()
    nx.write_graphml_xml(make_graph(frames, receipt), out, named_key_ids=True)
    return out.getvalue()
