import pytest

from data.schema.vocabulary import Confidence
from pages.views.offices.position import explain_confidence


@pytest.mark.parametrize(
    ("confidence", "kind", "radius", "reason"),
    [
        (Confidence.HIGH, "village", 4, "it is the place that a source puts the crossing in"),
        (Confidence.HIGH, "pass", 2, "it is the landmark that names the office"),
        (Confidence.MEDIUM, "village", 5, "it is the village of that name near the line"),
        (Confidence.MEDIUM, "bridge", 2, "it is the bridge near the line"),
        (Confidence.LOW, "town", 13, "it is the seat of the district"),
        (Confidence.LOW, "town", 23, "it is a town more than 20 km away"),
    ],
)
def test_of_the_reasons_for_a_confidence_the_one_that_holds_is_given(
    confidence: Confidence, kind: str, radius: float, reason: str
) -> None:
    assert explain_confidence(confidence, {"point_kind": kind, "radius_km": radius}) == reason
