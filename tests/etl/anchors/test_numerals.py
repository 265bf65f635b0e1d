from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from data.documents import normalise
from etl.anchors.numerals import LANGUAGES, has_numbers, list_missing

STANDING = [
    ("19", "support of 19 offices"),
    ("over 600", "gathered over 600 senior officials"),
    ("600", "gathered six hundred officials"),
    ("100", "about a hundred people"),
    ("1,344", "the border is 1344 km long"),
    ("1344", "the border is 1,344 km long"),
    ("1344", "the border is 1 344 km long"),
    ("1344", "la frontière, 1.344 km"),
    ("1344", "the border is 1\u202f344 km long"),
    ("1344.15", "1,344.15 km"),
    ("1344.15", "1 344,15 km"),
    ("1 344", "1,344 km"),
    ("1.5", "1,5 tonnes"),
    ("4", "on 04 March"),
    ("6", "Six BLOs are being established"),
    ("24", "the twenty-four offices"),
    ("16", "sixteen states"),
    ("21", "the 21st meeting"),
    ("21", "the Twenty-First meeting"),
    ("8th meeting", "the eighth meeting"),
    ("8", "its 8th Meeting"),
    ("75th", "the 75<sup>th</sup> session"),
    ("124", "one hundred and twenty-four posts"),
    ("1344", "one thousand, three hundred and forty-four kilometres"),
    ("7", "six, seven and eight offices"),
    ("3 and 40", "3 states and forty towns"),
    ("3", "in 2021 3 600 people came"),
    ("12", "۱۲ نفر"),
    ("2015-2021", "the Programme for Central Asia 2015–2021"),
    ("resolution 1373", "landmark resolution 1373"),
    ("no numbers, though six are spelled out", "nothing"),
]
LACKING = [
    ("19", "support of 190 offices", ["the number 19"]),
    ("6", "six hundred officials", ["the number 6"]),
    ("20", "twenty-four offices", ["the number 20"]),
    ("4", "twenty-four offices", ["the number 4"]),
    ("100", "several hundred people", ["the number 100"]),
    ("6", "the sixteen of sixty", ["the number 6"]),
    ("13", "six, seven", ["the number 13"]),
    ("67", "six-seven", ["the number 67"]),
    ("15", "1344.15 km", ["the number 15"]),
    ("1344.15", "1344 km", ["the number 1344.15"]),
    ("1,344 or 1,374", "1,344 km", ["the number 1,374"]),
    ("2 of 2", "one", ["the number 2"]),
    ("2021-13", "2021", ["the number 13"]),
    ("99999999999", "many", ["the number 99999999999"]),
]
DATED = [
    ("2022-03-04", "04 March 2022"),
    ("2022-06-09", "09 juin 2022"),
    ("2022-06-08", "On 8 June 2022, Dr. Mikuriya"),
    ("2022-03-03", "on 3 and 4 March 2022 in Tashkent"),
    ("2022-03-03", "on the third of March, 2022"),
    ("2022-03-03", "03.03.2022"),
    ("2022-03-04", "3/4/2022"),
    ("2022-03-04", "2022-03-04"),
    ("2022-03", "03/2022"),
    ("2022-03", "MARCH 2022"),
    ("2022-03", "from March to May 2022"),
    ("2022-05", "from March to May 2022"),
    ("2022-05-05", "2022-yil 5-may"),
    ("2022-09", "Sept. 2022"),
    ("2022-09-05", "5 sept. 2022"),
    ("2022-03-03", "3 марта 2022 г."),
    ("2022-03", "в марте: март 2022"),
    ("held on 2022-03-03 by 5", "five met on 3 March 2022"),
    ("2022", "in 2022"),
]
UNDATED = [
    ("2022-03-04", "4 June 2022", ["the month of 2022-03-04"]),
    ("2022-03", "3 people in 2022", ["the month of 2022-03"]),
    ("2022-05", "in 2022 terrorists may strike", ["the month of 2022-05"]),
    ("2022-05", "in 2022, 40 may come", ["the month of 2022-05"]),
    ("2022-03", "a march in 2022", ["the month of 2022-03"]),
    ("2022-12", "on decks, Dec and 2022", ["the month of 2022-12"]),
    ("2015-02", "2015-2021", ["the month of 2015-02"]),
    ("2021-11-23", "On 23 November", ["the year of 2021-11-23"]),
    ("2021-11-23", "nothing", ["the year of 2021-11-23", "the month of 2021-11-23", "the day of 2021-11-23"]),
    ("2021", "now", ["the number 2021"]),
]


@pytest.mark.parametrize(("value", "paragraph"), [*STANDING, *DATED])
def test_what_stands_is_found(value: str, paragraph: str) -> None:
    assert list_missing(value, normalise(paragraph)) == []


@pytest.mark.parametrize(("value", "paragraph", "missing"), [*LACKING, *UNDATED])
def test_what_does_not_stand_is_named(value: str, paragraph: str, missing: list[str]) -> None:
    assert list_missing(value, normalise(paragraph)) == missing


def test_only_digits_ask_for_proof() -> None:
    assert has_numbers("over 600")
    assert has_numbers("2022-03")
    assert not has_numbers("six offices")


@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}", "nearly {} people", "({}).", "{}th"]))
def test_any_whole_number_is_proven_by_itself_and_by_no_other(number: int, form: str) -> None:
    paragraph = normalise(form.format(number))
    assert list_missing(str(number), paragraph) == []
    assert list_missing(str(number + 1), paragraph) == [f"the number {number + 1}"]


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["d MMMM y", "d MMM y", "y-MM-dd", "dd.MM.y"]),
)
def test_any_day_is_proven_in_each_language(day: date, language: str, form: str) -> None:
    assert list_missing(day.isoformat(), normalise(format_date(day, form, locale=language))) == []
