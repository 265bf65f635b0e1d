import pytest

from data.drafts.candidate import Candidate, Field
from etl.draft.desk.duplicates import find_similar_events, list_shingles, measure_overlap
from etl.draft.gazetteer import curated_rows
from tests.conftest import CURATED


def candidates(day: str, end: str = "") -> list[Candidate]:
    place = Candidate(Field.PLACE, "Alphaville", 1, 0, 1, "", rows=("alphaville",))
    bodies = [Candidate(Field.ORGANISATION, row, 1, 0, 1, "", rows=(row,)) for row in ("alpha", "beta")]
    return [Candidate(Field.DATE, day, 1, 0, 1, "", detail={"end": end}), place, *bodies]


@pytest.mark.parametrize(
    ("day", "end", "is_known"),
    [
        ("2021-03-03", "2021-03-04", True),
        ("2021-03-06", "", True),
        ("2021-03-20", "", False),
        ("2021", "", False),
    ],
)
def test_an_event_of_the_same_days_place_and_bodies_is_named(day: str, end: str, is_known: bool) -> None:
    found = find_similar_events(
        candidates(day, end), "Round table on alpha borders", curated_rows.read_curated(CURATED)
    )
    assert ("2021-03-03-alphaville-roundtable" in [each.event for each in found]) is is_known
    if is_known:
        assert "same place" in found[0].why


def test_without_a_date_none_is_named() -> None:
    assert find_similar_events([], "Round table", curated_rows.read_curated(CURATED)) == []


def test_a_repost_overlaps() -> None:
    text = "the course for officers was held in the city on the third of May"
    assert measure_overlap(list_shingles(text), list_shingles(f"News: {text} again")) == 1.0
    assert measure_overlap(list_shingles(text), list_shingles("quite another text of a few words")) == 0.0
