import pytest

from etl.draft.candidates.bodies.russian import find_spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Директор Службы по контролю наркотиков Замир", ["Службы по контролю наркотиков"]),
        ("подразделения Министерства обороны и МЧС", ["Министерства обороны", "МЧС"]),
        ("сотрудники Академии МВД провели", ["Академии МВД"]),
        ("Государственной миграционной службы", ["Государственной миграционной службы"]),
        ("17 июля в Центральной Азии", []),
        ("участники комитета", []),
        ("Комитет. Он принял решение", []),
    ],
)
def test_a_word_for_a_body_with_what_belongs_to_it(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_spans(text)] == found
