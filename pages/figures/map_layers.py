"""A map of pydeck that costs little: its layers are encoded one by one, and those that stay not again.

Nor is its JSON laid out for people.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

sys.modules.setdefault("pydeck.widget", None)  # type: ignore[arg-type]
"""There is no Jupyter here: pydeck would look for it anew for every map and everything set on one, 8 ms."""

FONT = "'Source Sans, sans-serif'"
REACH = 8
"""Pixels around a mark at which a click still means it."""
NO_LAYERS = '"layers":[]'


class Map(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A map of layers that are `encode`, all given when it is made."""

    def __init__(self, layers: Iterable[str], **options: Any) -> None:
        super().__init__([], **options)
        about = encode(self)
        self._text = about.replace(NO_LAYERS, f'"layers":[{",".join(layers)}]', 1)

    def to_json(self) -> str:
        return self._text


def encode(drawn: pdk.Layer | Map) -> str:
    """A layer, or a map without any, as JSON."""
    return json.dumps(drawn, sort_keys=True, default=default_serialize, separators=(",", ":"))


def text_layer(identity: str, rows: Sequence[Mapping[str, Any]], **options: Any) -> pdk.Layer:
    """The `text` of each row at its `place`."""
    common = {"get_position": "place", "get_text": "text", "font_family": FONT, "character_set": "'auto'"}
    return pdk.Layer("TextLayer", rows, id=identity, **(common | options))
