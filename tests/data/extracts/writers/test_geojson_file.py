import io
import json

import geojson
import pyogrio

from tests.data.extracts.conftest import Make


def test_a_row_without_a_place_has_no_geometry_and_a_gis_library_reads_it(make: Make) -> None:
    content = make("border_liaison_offices", "geojson")
    found = geojson.loads(content)
    assert found.is_valid
    points = {each["id"]: each["geometry"] for each in found["features"]}
    assert points["unnamed-afg-tjk"] is None
    assert [each for each in points.values() if each], "one of the invented offices has a point"
    assert found["receipt"]["rows"] == len(points)
    meta, table = pyogrio.read_arrow(io.BytesIO(content))
    assert meta["crs"] == "EPSG:4326"
    assert table.num_rows == len(points)


def test_events_stand_at_their_places_and_borders_are_lines(make: Make) -> None:
    events = json.loads(make("events", "geojson"))["features"]
    assert {each["geometry"]["type"] for each in events if each["geometry"]} <= {"Point", "MultiPoint"}
    assert any(each["geometry"] for each in events)
    borders = {each["id"]: each["geometry"] for each in json.loads(make("borders", "geojson"))["features"]}
    assert borders["TJK-UZB"]["type"] in ("LineString", "MultiLineString")
