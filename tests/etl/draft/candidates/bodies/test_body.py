import pytest

from etl.draft.candidates.bodies.body import IN_FULL, KNOWN, NATIONAL, PART, Body


@pytest.mark.parametrize(
    ("rows", "kind", "country", "why", "row"),
    [
        (("unodc",), KNOWN, "", "alias", "unodc"),
        (("dca-tj",), NATIONAL, "", "without its country", ""),
        (("dca-tj",), NATIONAL, "TJK", "its country stands after it", "dca-tj"),
        (("niacdc-uz",), NATIONAL, "", IN_FULL, "niacdc-uz"),
        (("mfa-tj", "mfa-uz"), NATIONAL, "", "without its country", ""),
        (("unodc",), PART, "", "part of", ""),
    ],
)
def test_a_row_is_certain_or_asked(
    rows: tuple[str, ...], kind: int, country: str, why: str, row: str
) -> None:
    assert Body(1, 0, 5, "Words", rows, why, kind, country).row == row
