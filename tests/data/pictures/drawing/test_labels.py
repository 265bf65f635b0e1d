from data.pictures.drawing import svg
from data.pictures.drawing.labels import Box, Label, write_labels
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


def test_boxes_meet_where_they_share_more_than_an_edge() -> None:
    box = Box(0, 0, 10, 10)
    assert box.meets(Box(9, 9, 20, 20))
    assert not box.meets(Box(10, 0, 20, 10))
