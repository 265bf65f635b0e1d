from data.pictures.drawing import svg
from data.pictures.drawing.sheet import Picture
from data.pictures.maps import cities
from data.pictures.maps.cities import City
from tests.data.pictures.drawn import marks, number

CITIES = [
    City("tashkent", "Tashkent", 69.2, 41.3, 44, 4, 0),
    City("osh", "Osh", 72.8, 40.5, 2, 2, 0),
    City("termez", "Termez", 67.3, 37.2, 1, 0, 0),
]


def test_discs_grow_with_events_and_are_hollow_where_the_place_is_inferred() -> None:
    body = svg.drawing()
    labels = cities.draw(body, [(city, (float(place), 0.0)) for place, city in enumerate(CITIES)])
    drawn = marks(Picture(body, 1, ""))
    sizes = {mark: number(each, "r") for mark, each in drawn.items()}
    assert sizes["city tashkent"] > sizes["city osh"] > sizes["city termez"]
    assert len(list(body.element)) == 5, "Osh has a ring alone"
    assert [label.name for label in labels] == ["Tashkent 44", "Osh 2", "Termez 1"]


def test_a_disc_is_bounded() -> None:
    assert cities.measure_radius(10**6) == cities.LARGEST


def test_the_legend_names_what_is_drawn() -> None:
    assert [key.words for key in cities.list_keys(CITIES)] == [cities.STATED, cities.INFERRED]
    assert [key.words for key in cities.list_keys(CITIES[1:2])] == [cities.INFERRED]
    assert list(cities.list_keys([])) == []
