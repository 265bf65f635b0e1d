import json

import pydeck as pdk

from pages.figures.mapping import Map

LAYERS = [pdk.Layer("ScatterplotLayer", [{"place": [1, 2]}], id="points", get_position="place")]
"""One of the kind that our maps have."""


def test_a_map_says_what_pydeck_would_say() -> None:
    drawn = Map(LAYERS, map_provider=None, tooltip={"text": "{tip}"})
    own = pdk.Deck(LAYERS, map_provider=None, tooltip={"text": "{tip}"})
    assert json.loads(drawn.to_json()) == json.loads(own.to_json())
    assert json.loads(drawn.to_json())["layers"][0]["id"] == "points"


def test_its_json_is_made_once() -> None:
    drawn = Map(LAYERS)
    assert drawn.to_json() is drawn.to_json()
    assert Map([]).to_json() != drawn.to_json()
