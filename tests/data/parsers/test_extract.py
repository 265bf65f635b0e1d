import io
import json
import zipfile
from collections.abc import Mapping

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.extracts import csv_bytes
from data.parsers.extract import read_extract
from data.parsers.sheets import UnreadableError
from tests.data.parsers.extracts import package as packed
from tests.data.parsers.extracts import xlsx, zipped

HOSTILE = [
    *(f"{sign}1+1" for sign in "=+-@"),
    *(f" {sign}1" for sign in "=+-@"),
    "\t=1", "\r=1", "\n=1", "\ttab", "\rreturn", "\nline", "a\rb", "a\r\nb",
    "＝1", "＋1", "－1", "＠x", "'quoted", "''twice", "'", " 'led", "\u200b=1", "_x000D_", '"', ',";',
    " lead", "trail ", "Мирзиёев, қ ғ ҳ", "ʻOʻzbekistonʼ", "007", "true", "2022-03", "1e5",
]  # fmt: skip
"""Texts that a spreadsheet would run, or that a careless reader would change."""
FORMS = ["csv", "xlsx", "zip"]


def made(form: str, rows: pd.DataFrame) -> bytes:
    if form == "csv":
        return csv_bytes(rows)
    return xlsx({"people": rows}) if form == "xlsx" else packed({"people": rows})


def cells(form: str, texts: list[str]) -> list[str | None]:
    """The texts after a way out in one form and back."""
    rows = pd.DataFrame({"id": [f"p{n}" for n in range(len(texts))], "name": texts}, dtype=object)
    sheet, *others = read_extract({f"people.{form}": made(form, rows)}).sheets
    assert not others
    assert [row["id"] for row in sheet.rows] == rows["id"].tolist()
    return [row["name"] for row in sheet.rows]


@pytest.mark.parametrize("form", FORMS)
def test_hostile_cells_come_back_as_they_were(form: str) -> None:
    assert cells(form, HOSTILE) == HOSTILE


TEXTS = st.text(
    st.one_of(
        st.sampled_from("=+-@\t\r\n＝＋－＠ '\"_x0D;,"),
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_any_cells_come_back_as_they_were(texts: list[str]) -> None:
    for form in FORMS:
        assert cells(form, texts) == texts, form


def test_types_come_back_as_the_record_writes_them() -> None:
    rows = pd.DataFrame(
        {
            "yes": [True, False],
            "number": [44.0, None],
            "share": [0.25, 41.0],
            "day": ["2022-03-03", "2022-03"],
        }
    )
    expected = [("true", "44", "0.25", "2022-03-03"), ("false", None, "41", "2022-03")]
    for form in FORMS:
        (sheet,) = read_extract({f"x.{form}": made(form, rows)}).sheets
        found = [
            tuple(None if c is None else c.removesuffix(".0") for c in row.values()) for row in sheet.rows
        ]
        assert found == expected, form


def test_a_receipt_is_read_wherever_it_lies() -> None:
    rows, receipt = pd.DataFrame({"id": ["a"]}), {"release": "2026.11.1"}
    beside: Mapping[str, bytes] = {"p.csv": csv_bytes(rows), "p.metadata.json": json.dumps(receipt).encode()}
    assert read_extract(beside).receipt == receipt
    told = read_extract({"p.xlsx": xlsx({"people": rows}, {"words": "Oš"})}).receipt
    assert (told["release"], told["filters"]) == ("2026.11.1", '{"words": "Oš"}')
    assert read_extract({"p.zip": packed({"people": rows}, receipt)}).receipt == receipt
    assert read_extract({"p.csv": csv_bytes(rows)}).receipt == {}


def test_a_package_is_read_by_what_it_describes() -> None:
    content = packed({"people": pd.DataFrame({"id": ["a"]}), "places": pd.DataFrame({"id": ["b"]})})
    assert [(sheet.title, sheet.file) for sheet in read_extract({"all.zip": content}).sheets] == [
        ("people", "all.zip/data/people.csv"),
        ("places", "all.zip/data/places.csv"),
    ]
    plain = zipped({"x/y/people.csv": b"id\nc\n", "../../evil.csv": b"id\nd\n", "notes.txt": b"no"})
    assert [(s.title, s.rows) for s in read_extract({"z.zip": plain}).sheets] == [
        ("evil", ({"id": "d"},)),
        ("people", ({"id": "c"},)),
    ]


def locked() -> bytes:
    content = bytearray(zipped({"a.csv": b"id\n1\n"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def workbook(**parts: str) -> bytes:
    """A workbook with some of its parts written by hand."""
    whole = zipfile.ZipFile(io.BytesIO(xlsx({"people": pd.DataFrame({"id": ["a"]})})))
    names = {"sheet": "xl/worksheets/sheet2.xml"}
    members = {name: whole.read(name) for name in whole.namelist()}
    return zipped(members | {names[part]: text.encode() for part, text in parts.items()})


def a_sheet(cells: str) -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'


BAD = [
    ({"a.csv": b""}, "a.csv: is empty"),
    ({"a.csv": "id\nж\n".encode("utf-16")}, "a.csv: is UTF-16: save as CSV UTF-8"),
    ({"a.csv": "id\nok\nж\n".encode("cp1251")}, "a.csv:3: byte 0xE6 is not UTF-8: save as CSV UTF-8"),
    ({"a.csv": b"id;name\n1;2\n"}, "a.csv:1: the columns are separated by semicolons: save with commas"),
    ({"a.csv": b"id,name\n1,2,3\n"}, "a.csv:2: the row has 3 cells, the header has 2"),
    ({"a.csv": b'id,name\n1,"two\n'}, "a.csv:2: a quote is opened here and never closed"),
    (
        {"a.csv": b'id,name\n1,"a"b\n'},
        "a.csv:2: text follows a closing quote, or an earlier quote is not closed",
    ),
    ({"a.csv": b"id,id\n1,2\n"}, "a.csv:1: id: this column is there twice"),
    ({"a.csv": b"id,,b\n1,2,3\n"}, "a.csv:1: column 2 has no name"),
    ({"a.csv": b"id\n" + b"x" * 50_000}, "a.csv:2: id: the cell is longer than 40000 characters"),
    ({"a.csv": b"id\n" + b"x" * 140_000}, "a.csv:2: a cell is too long, or a quote is not closed"),
    ({"a.csv": b"a," * 300}, "a.csv:1: has more than 200 columns"),
    ({"a.csv": b"<!doctype html><p>"}, "a.csv: is neither a CSV nor an XLSX file nor a zip package"),
    ({"a.csv": b"x" * 25_000_001}, "a.csv: is larger than 25 MB"),
    ({"a.json": b"{}"}, "a.json: holds no table: give the extract itself too"),
    ({"a.json": b"[1"}, "a.json: is no JSON text in UTF-8"),
    ({"a.json": b"[1]"}, "a.json: is no JSON object"),
    ({}, "no file: holds no table: give the extract itself too"),
    ({"a.zip": b"PK\x03\x04junk"}, "a.zip: is damaged: it cannot be unpacked"),
    ({"a.zip": zipped({"a.txt": b""})}, "a.zip: holds no CSV file"),
    ({"a.zip": locked()}, "a.zip: is locked with a password"),
    ({"a.zip": zipped({f"{n}.csv": b"id\n1\n" for n in range(501)})}, "a.zip: holds more than 500 files"),
    (
        {"a.zip": zipped({"datapackage.json": b'{"resources": [{"path": "../b.csv"}]}'})},
        "a.zip: datapackage.json names a file that the package does not hold (found '../b.csv')",
    ),
    ({"a.xlsx": workbook(sheet="<no")}, "a.xlsx: is no XLSX workbook that can be read"),
    (
        {"a.xlsx": workbook(sheet='<?xml version="1.0" encoding="UTF-8x"?><a/>')},
        "a.xlsx: is no XLSX workbook that can be read",
    ),
    ({"a.xlsx": workbook(sheet=a_sheet(""))}, "a.xlsx: holds no sheet with rows"),
    ({"a.xlsx": zipped({"xl/workbook.xml": b"<workbook/>"})}, "a.xlsx: is no XLSX workbook that can be read"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "problem"), BAD, ids=[problem[:60] for _, problem in BAD])
def test_a_file_that_is_no_extract_gets_one_clear_message(files: dict[str, bytes], problem: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_extract(files)
    assert str(refused.value).split(" (found 'xxx")[0] == problem


def test_a_formula_of_a_workbook_is_not_worked_out() -> None:
    cell = '<row r="1"><c r="A1" t="str"><v>id</v></c></row><row r="2"><c r="A2"><f>1+1</f><v>3</v></c></row>'
    (sheet,) = read_extract({"a.xlsx": workbook(sheet=a_sheet(cell))}).sheets
    assert sheet.rows == ({"id": "3"},)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(WHOLE))
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read_extract({"x": bytes(damaged[: data.draw(st.integers(len(whole) // 2, len(whole)))])})
    except UnreadableError:
        return
    assert found.sheets


WHOLE = [made(form, pd.DataFrame({"id": ["a", "b"], "name": ["Anna", "Бек"]})) for form in FORMS] + [
    zipped({"xl/workbook.xml": b"<workbook/>"})
]


def test_caps_let_a_package_of_some_size_through() -> None:
    rows = b"id\n" + b"\n".join(b"%d" % n for n in range(15_000))
    assert len(read_extract({"a.zip": zipped({f"{n}.csv": rows for n in range(3)})}).sheets[0].rows) == 15_000
