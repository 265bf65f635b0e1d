from itertools import combinations
from math import dist
from random import Random

import pytest

from data.pictures.drawing import svg
from data.pictures.drawing.labels import NOWHERE, Box, Disc, Label, place_boxes, write_labels
from tests.data.pictures.drawn import texts

FRAME = Box(0, 0, 200, 200)


def test_a_name_stands_above_its_mark_unless_something_is_there() -> None:
    body = svg.drawing()
    labels = [Label("one", (100, 100), 5), Label("two", (100, 92), 5)]
    assert write_labels(body, labels, FRAME) == 0
    one, two = body.element
    assert (two.attrib["y"], two.attrib["text-anchor"]) == ("84", "middle")
    assert one.attrib["text-anchor"] != "middle" or one.attrib["y"] == "117"


def test_what_finds_no_room_is_counted_and_not_written() -> None:
    body = svg.drawing()
    labels = [Label(f"name {number}", (100, 100), 5) for number in range(9)]
    assert write_labels(body, labels, FRAME) == 9 - len(texts(body.element))
    assert write_labels(svg.drawing(), labels[:1], Box(0, 0, 50, 50)) == 1
    assert write_labels(svg.drawing(), labels[:1], FRAME, [FRAME]) == 1


def test_a_place_set_by_hand_comes_first_and_the_chosen_are_bold() -> None:
    body = svg.drawing()
    write_labels(body, [Label("one", (100, 100), 5, True, ("end", -20, 30))], FRAME)
    [one] = body.element
    assert (one.attrib["x"], one.attrib["y"], one.attrib["text-anchor"]) == ("80", "130", "end")
    assert one.attrib["font-weight"] == "700"


def test_of_the_places_of_a_name_the_first_free_one_is_taken() -> None:
    above, below, aside = Box(90, 80, 110, 90), Box(90, 110, 110, 120), Box(110, 95, 130, 105)
    marks = [Disc(100, 100, 5)] * 2
    assert place_boxes([[above, below], [above, below]], marks, FRAME) == [0, 1]
    assert place_boxes([[above, below], [above, below]], marks, FRAME, [below]) == [0, None]
    assert place_boxes([[above, aside]], marks[:1], FRAME._replace(top=85)) == [1]
    assert place_boxes([[NOWHERE, below]], marks[:1], FRAME) == [1]
    assert place_boxes([], [], FRAME) == []


def test_a_name_may_touch_a_neighbour_and_lie_on_no_mark_but_its_own() -> None:
    name = Box(100, 100, 120, 110)
    beside = [Disc(110, 105, 50), Disc(130, 105, 10)]
    assert place_boxes([[name], [NOWHERE]], beside, FRAME) == [0, None]
    assert place_boxes([[name], [NOWHERE]], [beside[0], Disc(130, 105, 11)], FRAME) == [None, None]
    corner = Disc(126, 118, 9.9)
    assert place_boxes([[name], [NOWHERE]], [beside[0], corner], FRAME) == [0, None], "10 from the corner"
    assert place_boxes([[name]], beside[:1], FRAME, [Box(120, 100, 130, 110)]) == [0]


@pytest.mark.parametrize("seed", range(4))
def test_names_never_lie_on_one_another_nor_on_other_marks(seed: int) -> None:
    throw = Random(seed)  # noqa: S311 - nothing secret
    marks = [Disc(throw.uniform(0, 200), throw.uniform(0, 200), throw.uniform(2, 9)) for _ in range(40)]
    offers = [
        [Box(x - 20, y - r - 12, x + 20, y - r), Box(x + r, y - 6, x + r + 40, y + 6)] for x, y, r in marks
    ]
    places = place_boxes(offers, marks, FRAME)
    names = {n: offers[n][place] for n, place in enumerate(places) if place is not None}
    assert names
    for (n, one), (_, other) in combinations(names.items(), 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3], n
    for n, (left, top, right, bottom) in names.items():
        for m, (x, y, radius) in enumerate(marks):
            near = dist((x, y), (min(max(x, left), right), min(max(y, top), bottom)))
            assert m == n or near >= radius
