import json

import pydeck as pdk

from pages.figures.map_layers import Map, encode

LAYERS = [
    pdk.Layer("ScatterplotLayer", [{"place": [1, 2]}], id=name, get_position="place") for name in ("a", "b")
]
"""Of the kind that our maps have."""


def test_a_map_says_what_pydeck_would_say() -> None:
    start = pdk.ViewState(latitude=41, longitude=67, zoom=4)
    options = {"initial_view_state": start, "map_provider": None, "tooltip": {"text": "{tip}"}}
    drawn, own = Map(map(encode, LAYERS), **options), pdk.Deck(LAYERS, **options)
    assert json.loads(drawn.to_json()) == json.loads(own.to_json())
    assert [layer["id"] for layer in json.loads(drawn.to_json())["layers"]] == ["a", "b"]


def test_a_map_without_layers_has_none() -> None:
    assert json.loads(Map([]).to_json())["layers"] == []
