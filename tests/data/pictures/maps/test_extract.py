import re
from xml.etree import ElementTree

import pytest

from data import outlines
from data.pictures.drawing.palette import LIGHT
from data.pictures.maps import extract
from data.pictures.maps.places import Outlines
from data.schema.vocabulary import Family

NAME = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def shapes() -> Outlines:
    return Outlines(*map(outlines.read_outlines, ("countries", "borders", "lakes")))


def office(
    name: str, longitude: float, latitude: float | None, status: str = "operational"
) -> dict[str, object]:
    return {"id": name.lower(), "name": name, "longitude": longitude, "latitude": latitude, "status": status}


def parse(drawn: bytes | None) -> ElementTree.Element:
    assert drawn is not None
    return ElementTree.fromstring(drawn)  # noqa: S314 - our own drawing


def values(root: ElementTree.Element, tag: str, name: str) -> list[str]:
    return [str(each.get(name)) for each in root.iter(f"{NAME}{tag}")]


def test_a_border_stands_out_and_fits_with_its_offices(shapes: Outlines) -> None:
    offices = [
        office("Oybek", 69.2, 40.4),
        office("Kudukli", 67.9, 38.5, "planned"),
        office("Nowhere", 0, None),
    ]
    root = parse(extract.draw(shapes, "TJK-UZB", [], offices, LIGHT, "Tajik-Uzbek"))
    assert values(root, "circle", "fill") == [LIGHT.dispute, LIGHT.planned]
    assert write_names(root) == ["Oybek", "Kudukli", "KYRGYZSTAN", "TAJIKISTAN", "UZBEKISTAN", "AFGHANISTAN"]
    own = [each for each in root.iter(f"{NAME}polyline") if each.get("data-mark") == "TJK-UZB"]
    numbers = [float(number) for line in own for number in re.findall(r"-?[\d.]+", str(line.get("points")))]
    assert min(numbers) >= 0
    assert max(numbers[::2]) <= extract.WIDTH
    assert max(numbers[1::2]) <= extract.HEIGHT


def write_names(root: ElementTree.Element) -> list[str]:
    return ["".join(str(each.text).split()) for each in root.iter(f"{NAME}text")]


def test_a_name_keeps_off_the_ring_around_its_point(shapes: Outlines) -> None:
    here = office("Tashkent", 69.24, 41.26)
    root = parse(extract.draw(shapes, "tashkent", [(69.24, 41.26)], [here], LIGHT, "Tashkent"))
    [name] = [each for each in root.iter(f"{NAME}text") if each.text == "Tashkent"]
    assert float(str(name.get("x"))) == extract.WIDTH / 2 + extract.RING + extract.GAP


def test_a_point_lies_in_the_middle(shapes: Outlines) -> None:
    root = parse(extract.draw(shapes, "tashkent", [(69.24, 41.26)], [], LIGHT, "Tashkent"))
    [circle] = root.iter(f"{NAME}circle")
    assert (circle.get("cx"), circle.get("cy")) == ("280", "170")


def test_names_that_would_lie_on_others_go_left_or_are_left_out(shapes: Outlines) -> None:
    crowd = [office(f"Office {number}", 69.2, 40.4) for number in range(3)]
    root = parse(extract.draw(shapes, "TJK-UZB", [], crowd, LIGHT, "crowd"))
    anchors = [each.get("text-anchor") for each in root.iter(f"{NAME}text")]
    assert [anchor for anchor in anchors if anchor != "middle"] == ["start", "end"]


@pytest.mark.parametrize(
    ("own", "points"), [("AUT", [(16.37, 48.2)]), ("RUS", [(37.62, 55.75)]), ("RUS", []), ("nowhere", [])]
)
def test_what_lies_outside_the_outlines_is_not_drawn(
    own: str, points: list[tuple[float, float]], shapes: Outlines
) -> None:
    assert extract.draw(shapes, own, points, [], LIGHT, "words") is None


def test_a_country_is_filled_and_an_office_that_may_be_is_hollow(shapes: Outlines) -> None:
    offices = [office("Kyzyl-Art", 73.3, 39.4, "candidate")]
    root = parse(extract.draw(shapes, "TJK", [], offices, LIGHT, "Tajikistan"))
    assert LIGHT.faint in values(root, "polygon", "fill")
    assert values(root, "circle", "fill") == [LIGHT.land]


def test_a_place_is_ringed_within_the_outline_of_its_country(shapes: Outlines) -> None:
    root = parse(extract.draw(shapes, "KAZ", [(71.45, 51.18)], [], LIGHT, "Astana"))
    assert values(root, "polygon", "fill").count(LIGHT.faint) == 1
    [ring] = root.iter(f"{NAME}circle")
    assert (ring.get("cx"), ring.get("cy")) != ("280", "170"), "the country is in the middle, not the place"
    assert "KAZAKHSTAN" in write_names(root)


def test_points_beyond_the_frame_are_few(shapes: Outlines) -> None:
    drawn = extract.draw(shapes, "tashkent", [(69.24, 41.26)], [], LIGHT, "Tashkent")
    assert len(drawn or b"") < 50_000


def test_cities_of_an_event_are_hollow_where_inferred(shapes: Outlines) -> None:
    here = {"id": "osh", "name": "Osh", "longitude": 72.8, "latitude": 40.5, "events": 1}
    for inferred, fill in ((0, LIGHT.family[Family.OTHER]), (1, LIGHT.land)):
        root = parse(extract.draw(shapes, "course", [], [here | {"inferred": inferred}], LIGHT, "Osh"))
        assert values(root, "circle", "fill") == [fill]
        assert "Osh" in write_names(root)
