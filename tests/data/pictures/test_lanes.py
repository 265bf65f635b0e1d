from datetime import date
from typing import Any

import pytest

from data.pictures import lanes
from data.pictures.drawing.axis import Axis
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import WIDTH
from pages.figures.lanes import draw_lanes
from tests.data.pictures.drawn import marks, number, texts

SINCE, UNTIL = date(2020, 1, 1), date(2022, 12, 31)


def _event(identity: str, first: date | None, last: date | None, **more: Any) -> dict[str, Any]:
    return {
        "id": identity, "title": identity, "lane": "Meetings", "earliest": first, "latest": last,
        "date_precision": "day", "family": "un_global", "is_disputed": False, "when": "", "places": "",
        "organisers": "", "source_anchor": "", "source_publisher": "Alpha",
    } | more  # fmt: skip


EVENTS = [
    _event("day", date(2021, 3, 3), date(2021, 3, 3)),
    _event("long", date(2021, 5, 1), date(2022, 4, 30), date_precision="year", family="state"),
    _event("disputed", date(2022, 6, 1), date(2022, 6, 1), lane="Training", is_disputed=True),
    _event("undated", None, None),
]


def test_it_has_the_marks_of_the_page_in_the_same_rows() -> None:
    picture = lanes.draw(EVENTS, "lane", SINCE, UNTIL)
    bars, dots, *_ = draw_lanes(EVENTS, "lane", SINCE, UNTIL, {}, LIGHT).to_dict()["data"]
    drawn_dots, drawn_bars = marks(picture, "circle"), marks(picture, "rect")
    assert list(drawn_dots) == [each[0] for each in dots["customdata"]] == ["day", "disputed"]
    assert list(drawn_bars) == [each[0] for each in bars["customdata"]] == ["long"]
    heights = [number(mark, "cy") - lanes.TOP for mark in drawn_dots.values()]
    assert heights == dots["y"]
    axis = Axis(SINCE, UNTIL, lanes.LABELS, WIDTH - lanes.EDGE)
    places = [axis.place(date.fromisoformat(day)) for day in dots["x"]]
    assert [number(mark, "cx") for mark in drawn_dots.values()] == pytest.approx(places, abs=0.01)
    start = axis.place(date.fromisoformat(bars["base"][0]))
    assert number(drawn_bars["long"], "x") == pytest.approx(start, abs=0.01)


def test_an_inexact_date_is_pale_with_an_edge_and_a_dispute_has_a_ring() -> None:
    picture = lanes.draw(EVENTS, "lane", SINCE, UNTIL)
    long = marks(picture)["long"]
    assert (long.attrib["fill-opacity"], long.attrib["stroke"]) == ("0.3", LIGHT.family["state"])
    rings = [each for each in picture.body.element.iter("circle") if each.get("fill") == "none"]
    assert [ring.attrib["cx"] for ring in rings] == [marks(picture)["disputed"].attrib["cx"]]
    assert [key.sign for key in picture.legend] == ["dot", "dot", "bar", "ring"]


def test_lanes_say_their_name_and_number_and_the_words_add_up() -> None:
    events = [*EVENTS, _event("maybe", date(2022, 12, 1), date(2022, 12, 1), date_match="possibly")]
    picture = lanes.draw(events, "lane", SINCE, UNTIL)
    said = texts(picture.body.element)
    assert said[:4] == ["Meetings", "3 events, 1 possibly", "Training", "1 event"]
    assert (
        picture.words == "4 events along time from 2020-01-01 to 2022-12-31, by lane: Meetings 3, Training 1."
    )
    assert lanes.draw([], "lane", SINCE, UNTIL).words.startswith("0 events")
