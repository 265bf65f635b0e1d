import pytest

from etl.draft.candidates.counts import find_office_counts, find_participants, parse_number
from etl.draft.gazetteer.curated_rows import CuratedRows


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        ("Twenty-four officers took part.", "24", "exact", "officers"),
        ("Over 600 senior officials attended.", "600", "over", "senior officials"),
        ("It brought together about 1,300 servicemen.", "1300", "about", "servicemen"),
        ("Two hundred delegates met.", "200", "exact", "delegates"),
        (
            "A course for up to 40 border and customs officers was held.",
            "40",
            "up_to",
            "border and customs officers",
        ),
        ("В семинаре приняли участие более 25 сотрудников.", "25", "over", "сотрудников"),
    ],
)
def test_people_are_counted_with_their_bound(text: str, value: str, bound: str, unit: str) -> None:
    found = find_participants((text,))
    assert [(each.value, each.detail["bound"], each.detail["unit"]) for each in found] == [
        (value, bound, unit)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The project has trained 140 officers since 2021.",
        "In 2024 officers took part.",
        "One officer attended.",
        "Delegates from 14 countries met.",
        "They spent 30 days.",
    ],
)
def test_other_numbers_are_left_out(text: str) -> None:
    assert find_participants((text,)) == []


def test_numbers_are_read() -> None:
    assert [parse_number(words) for words in ("1 344", "a hundred", "сорок")] == [1344, 100, 40]


def test_offices_are_counted_by_border(record: CuratedRows) -> None:
    text = "There are five offices on the Kyrgyz-Tajik border and six on the Tajik-Uzbek border."
    more = "UNODC set up 8 Border Liaison Offices on the Kazakh-Kyrgyz (2) and Uzbek-Tajik (6) borders."
    found = find_office_counts((text, more, "Six cows on the Tajik-Uzbek border."), record.rows("borders"))
    assert [(each.value, each.detail["border"]) for each in found] == [
        ("5", "KGZ-TJK"),
        ("6", "TJK-UZB"),
        ("2", "KAZ-KGZ"),
        ("6", "TJK-UZB"),
    ]
