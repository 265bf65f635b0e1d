import pytest

from etl.draft.passages.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("Mr. Cole spoke. He left.", ["Mr. Cole spoke.", "He left."]),
        ("The U.S. Embassy paid.", ["The U.S. Embassy paid."]),
        ("A. B. Azimov came! “Why?” asked one.", ["A. B. Azimov came!", "“Why?” asked one."]),
        ("В 2024 г. Семинар прошёл. Он завершён.", ["В 2024 г. Семинар прошёл.", "Он завершён."]),
        ("Rain fell. and went on.", ["Rain fell. and went on."]),
    ],
)
def test_titles_and_initials_end_no_sentence(paragraph: str, parts: list[str]) -> None:
    assert [paragraph[start:end] for start, end in sentences(paragraph)] == parts


def test_the_sentence_around_a_place() -> None:
    assert sentence_at("One here. Two there.", 12) == (10, 20)
    assert sentence_at("One here.", 99) == (0, 9)
