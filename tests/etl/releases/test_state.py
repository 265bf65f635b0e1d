from etl import pipeline
from etl.releases.state import cells_digest, prepared_state
from tests.conftest import CURATED


def test_a_state_holds_every_row_and_claim_as_text() -> None:
    with pipeline.prepare(CURATED) as prepared:
        found = prepared_state(prepared)
    assert found.name == "release test.1"
    assert len(found.claims) == 11
    assert "claims" not in found.rows
    cells = found.cells["events"]["2021-03-alphaville-course"]
    assert (cells["start_on"], cells["end_on"], cells["is_date_inferred"]) == ("2021-03", "", "false")
    assert found.rows["events"]["2021-03-alphaville-course"] == cells_digest(cells.values())


def test_a_digest_tells_where_cells_end() -> None:
    assert cells_digest(["ab", "c"]) != cells_digest(["a", "bc"])
    assert len(cells_digest([])) == 8
