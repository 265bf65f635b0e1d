"""A map of pydeck that costs little: its JSON is made once and not laid out for people."""

import json
import sys
from functools import lru_cache

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

sys.modules.setdefault("pydeck.widget", None)  # type: ignore[arg-type]
"""There is no Jupyter here: pydeck would look for it anew for every map and everything set on one, 8 ms."""


class Map(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A map whose layers are all given when it is made."""

    def to_json(self) -> str:
        return _encoded(self)


@lru_cache(32)
def _encoded(drawn: Map) -> str:
    """Beside the map, because all that a map holds goes into its JSON."""
    return json.dumps(drawn, sort_keys=True, default=default_serialize, separators=(",", ":"))
