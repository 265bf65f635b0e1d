import pytest

from etl.draft.candidates.bodies.english import find_spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Swedish Coast Agency paid.", ["Swedish Coast Agency"]),
        ("the Ministry of Health and the Academy of Sciences", ["Ministry of Health", "Academy of Sciences"]),
        ("the Ministry of Economy and Finance", ["Ministry of Economy and Finance"]),
        ("Head of the Training Department of Gamma", ["Training Department of Gamma"]),
        ("Latvian Border Guards and Prof. Ozols", ["Latvian Border Guards"]),
        ("the Security Council Resolution 2370", []),
        ("the Border Management Programme", []),
        ("narcotics and law enforcement Affairs Bureau", []),
        ("the Service", []),
        ("the Rapid School in Osh", []),
    ],
)
def test_capitals_around_a_word_for_a_body(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_spans(text)] == found
