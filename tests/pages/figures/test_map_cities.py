import json

from data.pictures.drawing.palette import LIGHT
from data.pictures.maps.cities import City
from data.pictures.maps.places import NARROW, WIDE
from pages.figures.map_cities import list_layers

CITIES = [City("osh", "Osh", 72.8, 40.5, 6, 1, 2), City("yol", "Yol <b>", 70.0, 38.0, 1, 1, 0)]


def test_a_click_within_reach_of_a_disc_means_its_city() -> None:
    layers = {layer["id"]: layer for layer in map(json.loads, list_layers(CITIES, "yol", LIGHT, WIDE))}
    reach = layers["city-reach"]
    assert reach["pickable"]
    assert [row["city"] for row in reach["data"]] == ["osh", "yol"]
    assert reach["data"][0]["tip"] == "Osh: 6 events, the place of 1 inferred, 2 possibly in the range"
    assert min(row["reach"] for row in reach["data"]) >= 8
    assert [row["city"] for row in layers["cities"]["data"]] == ["osh"], "what is all inferred is hollow"
    assert [row["width"] for row in layers["city-rings"]["data"]] == [1.4, 3]
    assert [row["city"] for row in layers["city-names"]["data"]] == ["osh", "yol"]


def test_a_narrow_map_has_smaller_discs_without_names() -> None:
    wide, narrow = (
        [json.loads(each) for each in list_layers(CITIES, None, LIGHT, view)] for view in (WIDE, NARROW)
    )
    assert len(narrow) == len(wide) - 1
    assert narrow[0]["data"][0]["ring"] < wide[0]["data"][0]["ring"]
    assert list_layers([], None, LIGHT, WIDE) == []
