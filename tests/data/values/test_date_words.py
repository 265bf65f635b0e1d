import pytest

from data.values.date_words import format_date, format_span, format_when


@pytest.mark.parametrize(
    ("partial", "said"),
    [
        ("2022", "2022"),
        ("2022-03", "March 2022"),
        ("2022-12", "December 2022"),
        ("2022-03-03", "3 March 2022"),
        ("2022-03-31", "31 March 2022"),
        ("", ""),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_a_partial_date_in_words(partial: str | None, said: str) -> None:
    assert format_date(partial) == said


def test_a_date_in_a_sentence_has_its_preposition() -> None:
    said = [format_when(partial) for partial in ("2022", "2022-03", "2022-03-03")]
    assert said == ["in 2022", "in March 2022", "on 3 March 2022"]


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2022-03-03", None, "day", "3 March 2022"),
        ("2022-03-03", "2022-03-03", "day", "3 March 2022"),
        ("2022-03-03", "2022-03-04", "day", "3–4 March 2022"),
        ("2022-02-28", "2022-03-02", "day", "28 February – 2 March 2022"),
        ("2021-12-30", "2022-01-02", "day", "30 December 2021 – 2 January 2022"),
        ("2021-03-03", "2022-03-03", "day", "3 March 2021 – 3 March 2022"),
        ("2022-03-03", "2022-03", "day", "3 March – March 2022"),
        ("2022-03", "2022-03-05", "month", "March – 5 March 2022"),
        ("2022-03", None, "month", "March 2022"),
        ("2022-03", "2022-05", "month", "March–May 2022"),
        ("2021-12", "2022-01", "month", "December 2021 – January 2022"),
        ("2022", None, "year", "2022"),
        ("2019", "2021", "year", "2019–2021"),
        ("2019-11", "2021", "year", "November 2019 – 2021"),
        (None, "2020-12", "before", "by December 2020"),
        ("2022-06-01", None, "after", "after 1 June 2022"),
        ("2021-05-01", "2021-05-20", "between", "between 1 and 20 May 2021"),
        ("2022-01-15", "2022-06", "between", "between 15 January 2022 and June 2022"),
        (None, None, "unknown", "not stated"),
        (float("nan"), float("nan"), "unknown", "not stated"),
    ],
)
def test_a_span_is_as_precise_as_the_record(
    start: str | None, end: str | None, precision: str, said: str
) -> None:
    row = {"start_on": start, "end_on": end, "date_precision": precision, "date_as_stated": None}
    assert format_span(row) == said


def test_an_unknown_date_is_said_as_the_source_does() -> None:
    row = {"start_on": None, "end_on": None, "date_precision": "unknown", "date_as_stated": "last spring"}
    assert format_span(row) == "last spring"
