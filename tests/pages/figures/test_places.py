"""The hand-set places of the map: the same borders at both sizes, inside the first view."""

import pytest

from pages.figures import places


def test_every_border_with_a_chip_has_a_number_on_the_narrow_map() -> None:
    assert places.CHIPS.keys() == places.NUMBERS.keys()


@pytest.mark.parametrize("place", [*places.CHIPS.values(), *places.NUMBERS.values(), *places.NAMES.values()])
def test_words_stand_inside_the_first_view(place: tuple[float, float]) -> None:
    assert 54.5 < place[0] < 80.5
    assert 34 < place[1] < 47


def test_the_nearest_vertex_counts_degrees_as_the_map_shows_them() -> None:
    assert places.nearest_vertex((70, 40), [[[71.2, 40], [70, 41]]]) == [71.2, 40]
