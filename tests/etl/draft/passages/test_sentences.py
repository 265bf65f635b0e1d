import pytest

from etl.draft.passages.sentences import find_sentence, split_sentences


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
    assert [paragraph[start:end] for start, end in split_sentences(paragraph)] == parts


def test_the_sentence_around_a_place() -> None:
    assert find_sentence("One here. Two there.", 12) == (10, 20)
    assert find_sentence("One here.", 99) == (0, 9)
