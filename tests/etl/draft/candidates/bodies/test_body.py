import pytest

from etl.draft.candidates.bodies.body import KNOWN, NATIONAL, PART, Body


@pytest.mark.parametrize(
    ("rows", "kind", "country", "is_certain", "row"),
    [
        (("unodc",), KNOWN, "", False, "unodc"),
        (("dca-tj",), NATIONAL, "", False, ""),
        (("dca-tj",), NATIONAL, "TJK", False, "dca-tj"),
        (("niacdc-uz",), NATIONAL, "", True, "niacdc-uz"),
        (("mfa-tj", "mfa-uz"), NATIONAL, "", False, ""),
        (("unodc",), PART, "", False, ""),
    ],
)
def test_a_row_is_certain_or_asked(
    rows: tuple[str, ...], kind: int, country: str, is_certain: bool, row: str
) -> None:
    assert Body(1, 0, 5, "Words", rows, "why", kind, country, is_certain).row == row
