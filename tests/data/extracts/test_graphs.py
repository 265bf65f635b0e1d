import io

import networkx as nx

from data.extracts.cells import to_arrow
from data.extracts.frame import Frame
from data.extracts.graphs import make_graph
from data.extracts.writers import gexf, graphml
from tests.data.extracts.test_cells import LIVE
from tests.data.extracts.writers.receipts import RECEIPT


def frames(names: list[str]) -> list[Frame]:
    nodes = to_arrow({"id": [str(n) for n in range(len(names))], "name": names, "city": [None] * len(names)})
    pairs = to_arrow(
        {"a_id": ["0"], "a": ["x"], "b_id": ["1"], "b": ["y"], "shared": [3], "event_ids": ["e"]}
    )
    return [Frame("n", "N", nodes, len(nodes)), Frame("p", "P", pairs, 1)]


def test_what_is_not_stated_is_left_out_and_weight_is_the_events_shared() -> None:
    found = make_graph(frames(["ALPHA", "BETA"]), RECEIPT)
    assert found.nodes["0"] == {"label": "ALPHA"}
    assert found.edges["0", "1"] == {"weight": 3, "event_ids": "e"}


def test_hostile_names_are_text_in_both_formats() -> None:
    wanted = [name.replace("\x00", "\ufffd").replace("\r", "\n") for name in LIVE]
    for form, read in ((graphml, nx.read_graphml), (gexf, nx.read_gexf)):
        found = read(io.BytesIO(form.write(frames(LIVE), RECEIPT)))
        labels = [found.nodes[str(n)].get("label", "").replace("\r", "\n") for n in range(len(LIVE))]
        assert [label.split() for label in labels] == [name.split() for name in wanted]
