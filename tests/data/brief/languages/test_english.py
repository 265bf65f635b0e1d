from data.brief.languages.english import ENGLISH, LABELS, join, number, span


def test_names_are_joined_as_in_a_sentence() -> None:
    assert [join(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_a_date_that_is_not_stated_is_said() -> None:
    row = {"start_on": None, "end_on": None, "date_precision": "unknown", "date_as_stated": None}
    assert span(row) == "date not stated"
    assert ENGLISH.day("2021-03") == "March 2021"
    assert ENGLISH.when("2021-03-03") == "on 3 March 2021"


def test_numbers_below_ten_are_spelled_and_large_ones_parted() -> None:
    assert [number(each) for each in (0, 9, 10, 12_345, -1)] == ["zero", "nine", "10", "12,345", "-1"]


def test_every_label_is_a_text() -> None:
    assert all(isinstance(text, str) and text for text in LABELS.values())
