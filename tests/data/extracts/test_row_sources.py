from sqlalchemy import Engine

from data.claims.ids import claim_id
from data.extracts.row_sources import ClaimOnRow, join_texts, read_sources

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


def test_claims_are_read_for_the_rows_asked_for(engine: Engine) -> None:
    found = read_sources(engine, "events", ["2022-betaburg-exercise"], ["alpha-2021-report"])
    assert list(found.claims.at) == ["2022-betaburg-exercise"]
    assert set(found.at) == {"alpha-2021-report", "beta-2022-page"}


def test_those_of_a_row_stand_together_best_first_beside_their_cells(engine: Engine) -> None:
    claims = read_sources(engine, "events", ["2022-betaburg-exercise", ROUNDTABLE], []).claims
    assert claims.numbers([ROUNDTABLE, "2022-betaburg-exercise", "nowhere"]) == [0, 1, 2]
    own = [ClaimOnRow._make(row) for row in claims.said[: claims.starts[1]]]
    assert {claim.subject for claim in own} == {ROUNDTABLE}
    assert [(claim.field, claim.is_rival) for claim in own] == sorted((c.field, c.is_rival) for c in own)
    assert claims.sources_of(0) == [claim.source_id for claim in own]
    ids = [claim_id(c.source_id, "events", ROUNDTABLE, c.field, c.value) for c in own]
    for cells in (
        claims.list_claims([2, 0]),
        claims.list_claims([2, 2, 0], [1, 2]),
        claims.list_claims([0], [0, 1]),
    ):
        assert cells[0].to_pylist() == [None, " | ".join(ids)]
        assert cells[1].to_pylist() == [None, join_texts(claim.anchor for claim in own)]
    assert claims.sources_of(2) == []


def test_what_is_told_of_sources_is_a_cell_a_list(engine: Engine) -> None:
    record = read_sources(engine, "events", [], ["alpha-2021-report", "beta-2022-page", None])
    ids, titles, publishers, *_ = record.list_sources([["beta-2022-page", "alpha-2021-report"], []])
    assert ids.to_pylist() == ["beta-2022-page | alpha-2021-report", None]
    assert titles[0].as_py().count(" | ") == 1
    assert publishers[0].as_py().startswith(record.publisher("beta-2022-page"))
    assert read_sources(engine, "events", [], []).list_sources([[]])[0].to_pylist() == [None]


def test_a_list_is_never_parted_by_a_text_of_its_own() -> None:
    assert join_texts(["a | b", None, "c"]) == "a / b | not stated | c"
    assert join_texts([]) is None
