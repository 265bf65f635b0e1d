"""Rows 23 and 70 of docs/reliability.md, beyond single dates: marks of no end, damaged text."""

import pytest

from tests.etl.folder import Folder

NO_END = "a date lies in the years 1900 to 2100; where no end is stated, the cell stays blank"
NAME = "people.csv:3: name"
ACCENTS = "\u0301" * 200


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "events.csv",
            "2021-03-03,2021-03-04,day",
            "2021-03-03,9999-12-31,day",
            f"events.csv:2: end_on: {NO_END} (found '9999-12-31')",
        ),
        (
            "claims.csv",
            "start_on,2021-03-04,",
            "start_on,by 9999-12-31,",
            f"claims.csv:3: value: {NO_END} (found 'by 9999-12-31')",
        ),
        (
            "expectations.toml",
            "2026-11-20",
            "2206-11-20",
            "expectations.toml: released_on: a date lies in the years 1900 to 2100 (found '2206-11-20')",
        ),
    ],
    ids=["end", "claim", "release"],
)
def test_row_23_a_year_outside_those_of_the_record_is_refused_wherever_it_stands(
    file: str, old: str, new: str, fault: str, folder: Folder
) -> None:
    folder.edit(file, old, new)
    assert fault in folder.faults()


def test_row_70_more_marks_than_a_language_has_on_a_letter_are_refused(folder: Folder) -> None:
    folder.edit("people.csv", "Boris Betov", f"Boris B{ACCENTS}etov")
    first = "the first of them U+0301 COMBINING ACUTE ACCENT"
    assert folder.faults() == [
        f"{NAME}: holds 200 marks on one letter, {first} (found 'Boris B{ACCENTS[:73]}…')"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("??????? ?? ???????", "holds ???: letters were lost before the text came here"),
        ("Boris  Betov", "holds two blanks in a row"),
        ("Boris\u00a0Betov", "holds the unusual character U+00A0 NO-BREAK SPACE"),
        ("Boris\u3164Betov", "holds the unusual character U+3164 HANGUL FILLER"),
        ("Boris\ufffeBetov", "holds the unusual character U+FFFE"),
        ("Boris\u3000Betov", "holds the unusual character U+3000 IDEOGRAPHIC SPACE"),
    ],
)
def test_row_70_text_that_was_damaged_before_warns(text: str, problem: str, folder: Folder) -> None:
    folder.edit("people.csv", "Boris Betov", text)
    shown = text if text.isascii() else text.replace(text[5], f"U+{ord(text[5]):04X}")
    assert folder.warnings() == [f"{NAME}: {problem} (found '{shown}')"]


@pytest.mark.parametrize("text", [" Boris Betov  ", "Boris? Betov??", "Việt Nam ế", "é\u0301\u0323 Betov"])
def test_row_70_what_languages_write_is_no_fault(text: str, folder: Folder) -> None:
    folder.edit("people.csv", "Boris Betov", text)
    assert (folder.faults(), folder.warnings()) == ([], [])
