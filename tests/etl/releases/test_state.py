from etl import pipeline
from etl.releases.state import digest, of_prepared
from tests.conftest import CURATED


def test_a_state_holds_every_row_and_claim_as_text() -> None:
    with pipeline.prepared(CURATED) as prepared:
        found = of_prepared(prepared)
    assert found.name == "release test.1"
    assert len(found.claims) == 11
    assert "claims" not in found.rows
    cells = found.cells["events"]["2021-03-alphaville-course"]
    assert (cells["start_on"], cells["end_on"], cells["is_date_inferred"]) == ("2021-03", "", "false")
    assert found.rows["events"]["2021-03-alphaville-course"] == digest(cells.values())


def test_a_digest_tells_where_cells_end() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert len(digest([])) == 8
