import pytest

from data.claims.wording import describe_subject, describe_value, format_amount, format_count


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2012", "2012"),
        ("2012-08", "August 2012"),
        ("by 2012-08", "by August 2012"),
        ("after 2012-08-14", "after 14 August 2012"),
    ],
)
def test_a_claimed_date_in_words_keeps_its_bound(said: str, words: str) -> None:
    assert describe_value("border_liaison_offices", "start_on", said, {}) == words


def test_a_claimed_id_and_code_by_their_names() -> None:
    names = {("borders", "TJK-UZB"): "Tajik-Uzbek"}
    assert describe_value("border_liaison_offices", "border_id", "TJK-UZB", names) == "Tajik-Uzbek"
    assert describe_value("border_liaison_offices", "status", "establishing", {}) == "being established"


def test_what_a_claim_is_about_by_the_names_of_its_key_without_the_source() -> None:
    names = {("events", "2021-talks"): "Talks", ("organisations", "alpha"): "ALPHA"}
    assert describe_subject("events", "2021-talks", names) == "Talks"
    assert (
        describe_subject("event_organisations", "2021-talks/alpha/organiser/report", names)
        == "Talks, ALPHA, organiser"
    )
    assert describe_subject("events", "2022-unknown", names) == "2022-unknown"


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
