from sqlalchemy import Engine

from data.extracts import geometry
from data.extracts.cells import Cells


def test_a_candidate_and_an_unplaced_office_have_no_point(engine: Engine) -> None:
    rows: Cells = {
        "latitude": [40.0, 40.0, None],
        "longitude": [70.0, 70.0, None],
        "status": ["operational", "candidate", "operational"],
    }
    assert geometry.office_points(engine, rows) == [
        {"type": "Point", "coordinates": [70.0, 40.0]},
        None,
        None,
    ]


def test_an_event_at_no_known_place_has_none(engine: Engine) -> None:
    assert geometry.event_points(engine, {"id": ["nowhere"]}) == [None]


def test_a_border_without_an_outline_has_none(engine: Engine) -> None:
    [line, none] = geometry.border_lines(engine, {"id": ["TJK-UZB", "AAA-BBB"]})
    assert line is not None
    assert none is None


def test_a_place_stands_at_its_point(engine: Engine) -> None:
    rows: Cells = {"latitude": [1.0, None], "longitude": [2.0, 3.0]}
    assert geometry.place_points(engine, rows) == [{"type": "Point", "coordinates": [2.0, 1.0]}, None]


def test_an_event_at_several_places_has_a_point_at_each() -> None:
    points = [(69.2, 41.3), (60.6, 41.5)]
    assert geometry._points(points) == {"type": "MultiPoint", "coordinates": [*map(list, points)]}
