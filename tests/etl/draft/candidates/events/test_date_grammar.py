import pytest

from etl.draft.candidates.events.date_grammar import find_all_dates, find_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 17 May 2024", "2024-05-17", ""),
        ("on the 3rd of March, 2021", "2021-03-03", ""),
        ("May 17, 2024", "2024-05-17", ""),
        ("Feb. 16, 2023", "2023-02-16", ""),
        ("12-14 March 2024", "2024-03-12", "2024-03-14"),
        ("from 30 November to 2 December 2021", "2021-11-30", "2021-12-02"),
        ("29 December to 3 January 2024", "2023-12-29", "2024-01-03"),
        ("from September 6 to 8, 2022", "2022-09-06", "2022-09-08"),
        ("from June 30 to July 2, 2022", "2022-06-30", "2022-07-02"),
        ("2023-09-18", "2023-09-18", ""),
        ("20.10.2022", "2022-10-20", ""),
        ("in November 2023", "2023-11", ""),
        ("12–14 марта 2024 года", "2024-03-12", "2024-03-14"),
        ("С 6 по 10 октября 2023 г.", "2023-10-06", "2023-10-10"),
        ("в мае 2021 года", "2021-05", ""),
        ("21 февраля", "", ""),
        ("on 31 February 2024", "2024-02", ""),
        ("14-12 March 2024", "2024-03-12", ""),
    ],
)
def test_dates_are_as_precise_as_printed(text: str, first: str, last: str) -> None:
    found = find_dates(1, text)
    assert found[0].first.text() == first
    assert (found[0].last.text() if found[0].last else "") == last


def test_a_year_may_be_given() -> None:
    assert find_dates(1, "on 24-25 October")[0].first.text(2023) == "2023-10-24"


def test_other_words_and_numbers_are_no_dates() -> None:
    assert (
        list(
            find_all_dates(
                ("It may be that they march on, 12 of them.", "Resolution 2370 (2017), paragraph 1.2")
            )
        )
        == []
    )
