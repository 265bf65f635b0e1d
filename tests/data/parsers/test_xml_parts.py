from dataclasses import replace

import pytest

from data.parsers.limits import PAGE, Budget
from data.parsers.sheets import UnreadableError
from data.parsers.xml_parts import STRINGS, Measure
from tests.data.parsers.attacks import sheet, strings

SMALL = replace(PAGE, cells=100, characters=10)


def check(**parts: str) -> Measure:
    measure = Measure("a.xlsx", Budget(SMALL))
    measure.check({STRINGS if name == "strings" else name: text.encode() for name, text in parts.items()})
    return measure


def test_cells_are_counted_as_the_rectangle_that_each_sheet_spans() -> None:
    assert check(one=sheet('<row r="2"><c r="C2"/></row>'), two=sheet("<row><c/><c/></row>")).cells == 8
    with pytest.raises(UnreadableError, match="more than 100 cells"):
        check(one=sheet('<row r="26"><c r="B26"/></row>'), two=sheet('<row r="7"><c r="G7"/></row>'))


def test_a_shared_string_counts_at_each_use() -> None:
    cell = '<c t="s"><v>0</v></c>'
    assert check(a=sheet(f"<row>{cell * 3}</row>"), strings=strings("абв")).characters == 9
    with pytest.raises(UnreadableError, match="more than 10 characters"):
        check(a=sheet(f"<row>{cell * 4}</row>"), strings=strings("абв"))
    with pytest.raises(UnreadableError, match=r"refers to a shared string that is not there \(found '1'"):
        check(a=sheet('<row><c t="s"><v>1</v></c></row>'), strings=strings("a"))


def test_inline_strings_and_numbers_count_too() -> None:
    cells = '<c t="inlineStr"><is><r><t>ab</t></r><r><t>c</t></r></is></c><c><v>12</v></c>'
    assert check(a=sheet(f"<row>{cells}</row>")).characters == 5


@pytest.mark.parametrize("reference", ["", "A", "1", "A0", "A01", "AAAA1", "А1", "A1 ", "$A$1", "A1:B2"])
def test_a_reference_is_letters_and_a_number(reference: str) -> None:
    with pytest.raises(UnreadableError, match="a cell is outside A1:XFD1048576"):
        check(a=sheet(f'<row><c r="{reference}"/></row>'))


@pytest.mark.parametrize("number", ["0", "-1", "1048577", "1e3", "١", ""])
def test_a_row_has_a_number_of_a_worksheet(number: str) -> None:
    with pytest.raises(UnreadableError, match="a row is outside a worksheet"):
        check(a=sheet(f'<row r="{number}"/>'))


def test_a_dimension_within_a_worksheet_is_taken_whatever_it_promises() -> None:
    assert check(a=sheet("<row><c/></row>", '<dimension ref="A1:XFD1048576"/>')).cells == 1


@pytest.mark.parametrize(
    "part",
    [
        '<?xml version="1.0" encoding="UTF-16"?><a/>',
        '<?xml version="1.0" encoding="cp037"?><a/>',
        "<a",
        "<a/><b/>",
    ],
)
def test_only_whole_xml_in_utf_8_is_passed_on(part: str) -> None:
    with pytest.raises(UnreadableError, match="is no XLSX workbook that can be read"):
        check(a=part)


def test_utf_16_is_not_read_as_the_reader_would_not_read_it() -> None:
    with pytest.raises(UnreadableError):
        Measure("a.xlsx", Budget(SMALL)).check({"a": "<a/>".encode("utf-16")})


BOOK = '<workbook xmlns:r="r"><sheets>{}</sheets></workbook>'


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        (BOOK.format('<sheet r:id="a"/>' * 2), "lists one sheet more than once"),
        (BOOK.format("".join(f'<sheet r:id="{n}"/>' for n in range(61))), "more than 60 tables"),
        (
            '<x><Relationship Target="worksheets/A.xml"/><Relationship Target="/xl/worksheets/a.xml"/></x>',
            "lists one",
        ),
        ('<sst count="x"/>', "count is no number within the limits"),
        ('<sst uniqueCount="101"/>', "uniqueCount is no number within the limits"),
        ('<sst uniqueCount="2"><si><t>a</t></si></sst>', "it counts more shared strings than it holds"),
        ('<!DOCTYPE x [<!ENTITY e "e">]><x/>', "it declares a document type or entities"),
        ("<x>" * 101, "it has more than 100 levels"),
    ],
)
def test_what_a_part_says_of_itself_is_not_believed(part: str, problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem):
        check(strings=part)
