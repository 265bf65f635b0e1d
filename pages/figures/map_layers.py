"""A map of pydeck that costs little: its layers are encoded one by one, and those that stay not again.

Nor is its JSON laid out for people.
"""

import json
import sys
from collections.abc import Iterable
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

sys.modules.setdefault("pydeck.widget", None)  # type: ignore[arg-type]
"""There is no Jupyter here: pydeck would look for it anew for every map and everything set on one, 8 ms."""

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
