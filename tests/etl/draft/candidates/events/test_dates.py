import pytest

from etl.draft.candidates.events.dates import Publication, find_event_dates


def best(text: str, published: str = "", address: str = "") -> tuple[str, str, str]:
    found = find_event_dates(tuple(text.splitlines()), Publication(published, address))
    return (found[0].value, found[0].detail["end"], found[0].inferred) if found else ("", "", "")


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        (
            "OSH, 22 September 2023 – Officers today completed a five-day training.",
            "2023-09-22",
            "2023-09-18",
            "2023-09-22",
        ),
        ("ASTANA, 3 May 2024 – A three-day course began today.", "2024-05-03", "2024-05-03", "2024-05-05"),
        ("A course was held on 24-25 October.", "2023-10-30", "2023-10-24", "2023-10-25"),
        (
            "06 July 2023\nFrom 3 to 5 July 2023 a workshop was held.",
            "2023-07-06",
            "2023-07-03",
            "2023-07-05",
        ),
        (
            "A course took place on 3 May 2024. A similar course was held in November 2023.",
            "",
            "2024-05-03",
            "",
        ),
        ("The handover ceremony took place today.", "2021-11-09", "2021-11-09", ""),
        ("A forum was held in Batken on Tuesday.", "2022-04-21", "2022-04-19", ""),
        ("Вчера открыт семинар.", "2021-07-08", "2021-07-07", ""),
        (
            "The next meeting will be held on 5 June 2030. It met on 1 June 2029.",
            "2029-06-02",
            "2029-06-01",
            "",
        ),
        ("Nothing is dated here.", "", "", ""),
        ("A course was held on 3 May.", "", "", ""),
    ],
)
def test_the_date_of_the_event_comes_first(text: str, published: str, first: str, last: str) -> None:
    assert best(text, published)[:2] == (first, last)


@pytest.mark.parametrize(
    ("published", "address", "reason"),
    [
        ("2023-10-30", "", "that of the publication"),
        ("", "https://alpha.example/2023/a.html", "that in the address"),
    ],
)
def test_a_year_that_is_not_printed_is_told(published: str, address: str, reason: str) -> None:
    first, _, inferred = best("A course was held on 24 October.", published, address)
    assert (first, inferred) == ("2023-10-24", f"The year is not printed: {reason}.")


def test_another_date_gives_the_year() -> None:
    first, _, inferred = best("1 May 2020\nA course was held on 24 April.")
    assert (first, inferred) == ("2020-04-24", "The year is not printed: that of another date in the text.")


def test_two_days_without_beginning_or_end_are_no_range() -> None:
    assert best("The two-day course met on 3 May 2024.")[1] == ""
    assert best("The 90-day course ended on 3 May 2024.")[1] == ""
