"""The offices on the map: their points, what these say, and their names."""

from data.pictures.drawing.palette import LIGHT, rgb
from data.pictures.maps import places
from tests.pages.figures.test_map import layers


def test_every_office_with_a_point_is_drawn_and_candidates_hollow() -> None:
    point, planned, candidate = layers()["offices"]["data"]
    assert (point["office"], point["border"], point["metres"]) == ("ayritom", "AFG-UZB", 3000)
    assert [each["office"] for each in (planned, candidate)] == ["kyzyl-art", "ak-zhol"]
    assert [each["fill"] == each["colour"] for each in (point, planned, candidate)] == [True, True, False]
    assert candidate["halo"][3] == 0


def test_a_point_says_what_it_is_and_how_near_the_office_must_be() -> None:
    assert [each["tip"] for each in layers()["offices"]["data"]] == [
        "Ayritom <b>: within 3 km of this point, a bridge",
        "Kyzyl-Art (planned): within 5 km of this point",
        "Ak-Zhol (candidate, not sourced as an office): within 5 km of this point, a village",
    ]


def test_the_point_of_an_office_that_is_only_planned_has_another_colour() -> None:
    point, planned, _ = layers()["offices"]["data"]
    assert [point["colour"], planned["colour"]] == [rgb(LIGHT.dispute), rgb(LIGHT.planned)]


def test_a_name_that_stands_apart_is_tied_to_its_point() -> None:
    drawn = layers()
    assert [row["office"] for row in drawn["leaders"]["data"]] == ["kyzyl-art"]
    name = next(row for row in drawn["office-names"]["data"] if row["office"] == "kyzyl-art")
    assert (name["at"], name["offset"]) == ([*places.LED["kyzyl-art"][1:]], [3, 0])
    assert "leaders" not in layers(view=places.NARROW)
