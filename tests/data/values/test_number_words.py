import pytest

from data.values.number_words import format_amount, format_count


@pytest.mark.parametrize(
    ("amount", "bound", "words"),
    [
        (10, "exact", "10"),
        (10, "not_stated", "10"),
        (1200, "over", "over 1,200"),
        (20, "at_least", "at least 20"),
        (1344.15, "about", "about 1,344.15"),
        (123_456_789_012.0, "exact", "123,456,789,012"),
        (10_312.57, "exact", "10,312.57"),
    ],
)
def test_a_number_is_worded_as_its_source_words_it(amount: float, bound: str, words: str) -> None:
    assert format_amount(amount, bound) == words


def test_a_count_of_offices_without_a_number_has_no_words() -> None:
    row = {"number": 0, "bound": "exact", "more_number": None, "more_bound": "not_stated"}
    assert (format_count(row), format_count(row, "more_")) == ("0", None)
