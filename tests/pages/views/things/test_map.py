import pytest

from data.filters import Filters, Subject
from data.values.rows import Row
from pages.views.things.map import _explain
from pages.views.things.subject import Thing

NOWHERE = {"latitude": None, "longitude": None}


@pytest.mark.parametrize(
    ("table", "row", "words"),
    [
        (
            "places",
            {"name": "Vienna", "kind": "city", "latitude": 48.2},
            "{outside}, which leaves out Vienna.",
        ),
        ("countries", {"name": "Austria"}, "{outside}, which leaves out Austria."),
        (
            "places",
            {"name": "Alat", "kind": "crossing", **NOWHERE},
            "places have their position from GeoNames, and the record names no entry there for Alat.",
        ),
        (
            "places",
            {"name": "GBAO", "kind": "province", **NOWHERE},
            "GBAO is a province, and the record has positions of points alone.",
        ),
        (
            "border_liaison_offices",
            {"name": "Omega post", "is_named": True, **NOWHERE},
            "the record has no position of this office.",
        ),
        (
            "border_liaison_offices",
            {"name": "Unnamed", "is_named": False, **NOWHERE},
            "no source names the place of this office.",
        ),
    ],
)
def test_where_there_is_no_map_a_sentence_says_why(table: str, row: Row, words: str) -> None:
    thing = Thing(Subject(table, "x"), row, Filters())
    outside = "maps here are of Central Asia and Afghanistan"
    assert _explain(thing) == f"No map: {words.format(outside=outside)}"
