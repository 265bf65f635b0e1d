import pytest

from etl.draft.candidates.people.names import find_names
from etl.draft.gazetteer.record_names import RecordNames


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("said Marguerite Solvang, Head", ["Marguerite Solvang"]),
        ("Mr. Brandt spoke", ["Brandt"]),
        ("Gilles de Kerchove visited", ["Gilles de Kerchove"]),
        ("T. K. Jumakadyrov came", ["T. K. Jumakadyrov"]),
        ("His Excellency MIKAMI Masahiro", ["MIKAMI Masahiro"]),
        ("Counter-Terrorism Vladimir Voronkov", ["Vladimir Voronkov"]),
        ("Gilles de la Rue van Union", ["Gilles de la Rue"]),
        ("in Border Management on Monday", []),
        ("Центральная Азия и Пьер Лаво", ["Пьер Лаво"]),
    ],
)
def test_runs_of_words_that_may_be_names(text: str, found: list[str], names: RecordNames) -> None:
    assert [name.text for name in find_names(text, [], names)] == found


def test_blocked_spans_hold_no_name(names: RecordNames) -> None:
    assert list(find_names("said Marguerite Solvang", [(5, 23)], names)) == []
