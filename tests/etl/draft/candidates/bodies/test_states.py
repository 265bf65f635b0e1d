import pytest

from etl.draft.candidates.bodies.mentions import find_bodies
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.draft.gazetteer.record_names import RecordNames, record_names


@pytest.mark.parametrize(
    ("text", "printed", "rows"),
    [
        ("by the Government of Japan", "Government of Japan", ("japan",)),
        ("the U.S. Embassy in Kazakhstan", "U.S. Embassy in Kazakhstan", ("united-states",)),
        ("средства правительства Японии", "правительства Японии", ("japan",)),
        ("the Embassy of Finland", "Embassy of Finland", ()),
        (
            "the Delegation of the European Union to Tajikistan",
            "Delegation of the European Union to Tajikistan",
            ("eu",),
        ),
    ],
)
def test_governments_embassies_and_delegations(
    text: str, printed: str, rows: tuple[str, ...], names: RecordNames
) -> None:
    body = find_bodies((text,), names)[0]
    assert (body.printed, body.rows) == (printed, rows)


def test_a_record_without_the_eu_has_no_delegation() -> None:
    assert find_bodies(("the EU Delegation to Tajikistan",), record_names(CuratedRows({}))) == []
