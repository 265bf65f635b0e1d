"""GEXF: the network with its attributes, for Gephi; the receipt is the description in `meta`."""

from collections.abc import Sequence
from xml.etree import ElementTree

from networkx.readwrite.gexf import GEXFWriter

from data.extracts.frame import Frame
from data.extracts.graphs import make_graph
from data.extracts.receipt import Receipt
from data.extracts.request import NOT_STATED


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The organisations and pairs, dated by the release where networkx would put today's date."""
    made = make_graph(frames, receipt)
    words = made.graph.pop("receipt")
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(made)
    meta = writer.xml.find("meta")
    meta.attrib.clear()
    if receipt.released_on != NOT_STATED:
        meta.set("lastmodifieddate", receipt.released_on)
    ElementTree.SubElement(meta, "description").text = words
    body: bytes = ElementTree.tostring(writer.xml, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body
