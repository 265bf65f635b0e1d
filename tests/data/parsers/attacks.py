"""Files that ask for far more memory or time than their size tells, each with what is said of it."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
"""A row that makes a sheet a table."""
UNREADABLE = "is no XLSX workbook that can be read"
OUTSIDE = f"{UNREADABLE}: a cell is outside A1:XFD1048576"
COUNT = f"{UNREADABLE}: uniqueCount is no number within the limits"
METHOD = "is packed by another method than deflate"
UNPACKS = "unpacks to more than 50 MB"
TOGETHER = "more than {} are given together"
CELLS = TOGETHER.format("500,000 cells")
CHARACTERS = TOGETHER.format("15,000,000 characters")
LINES = TOGETHER.format("500,000 lines")
ROWS = TOGETHER.format("50,000 rows")
TABLES = TOGETHER.format("60 tables")
Files = Mapping[str, bytes]


class Attack(NamedTuple):
    """One upload; `problem` is how the message begins, after the name of the file and its place."""

    name: str
    problem: str
    make: Callable[[], Files]


def zipped(members: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def sheet(rows: str, before: str = "") -> str:
    return f'<worksheet xmlns="{SPACE}">{before}<sheetData>{rows}</sheetData></worksheet>'


def strings(*texts: str, count: str | None = None) -> str:
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{SPACE}" uniqueCount="{count or len(texts)}">{items}</sst>'


def workbook(*sheets: str, shared: str = "", listed: int | None = None) -> bytes:
    """A workbook of these worksheets; `listed` says how often the first one is listed instead."""
    numbers = range(1, (listed or len(sheets)) + 1)
    entries = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    worksheet = '<Relationship Id="r{}" Type="' + RELATIONS + '/worksheet" Target="worksheets/sheet{}.xml"/>'
    targets = "".join(worksheet.format(n, 1 if listed else n) for n in numbers)
    document = f'<Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{{}}</Relationships>'
    book = f'<workbook xmlns="{SPACE}" xmlns:r="{RELATIONS}"><sheets>{entries}</sheets></workbook>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations.format(document),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": relations.format(targets),
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in enumerate(sheets, start=1)},
        **({"xl/sharedStrings.xml": shared} if shared else {}),
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def book(*sheets: str, shared: str = "", listed: int | None = None) -> Callable[[], Files]:
    return lambda: {"a.xlsx": workbook(*sheets, shared=shared, listed=listed)}


def at(row: str, cell: str) -> Callable[[], Files]:
    """A workbook with one more cell, at that place."""
    return book(sheet(f'{HEAD}<row r="{row}"><c r="{cell}"><v>1</v></c></row>'))


def repeated(times: int, text: str) -> Callable[[], Files]:
    """A workbook whose one shared string stands in many cells, a hundred to a row."""
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    return lambda: book(sheet(row * (times // 100)), shared=strings(text))()


def packed(name: str, member: str, content: bytes, method: int) -> Callable[[], Files]:
    return lambda: {name: zipped({member: content}, method)}


def overlapping() -> Files:
    """A zip whose directory lists one member a hundred times under other names."""
    name, body = b"00.csv", b"id\n1\n"
    sizes = (0x4B5C, len(body), len(body), len(name))
    data = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 0, *sizes, 0) + name + body
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, *sizes, 0, 0, 0, 0, 0, 0)
    entries = b"".join(entry + b"%02d.csv" % n for n in range(100))
    return {
        "a.zip": data
        + entries
        + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 100, 100, len(entries), len(data), 0)
    }


def announced(size: int) -> Files:
    """A zip of one small CSV whose directory says another size of it."""
    content = bytearray(zipped({"a.csv": b"id\n1\n"}))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = struct.pack("<I", size)
    return {"a.zip": bytes(content)}


def package(resources: int) -> Callable[[], Files]:
    listed = [{"name": f"n{n}", "path": f"{n}.csv"} for n in range(resources)]
    described = json.dumps({"resources": listed}).encode()
    return lambda: {"a.zip": zipped({"datapackage.json": described, "0.csv": b"id\n1\n"})}


def many(files: int, rows: int) -> Files:
    return {"a.zip": zipped({f"{n}.csv": b"id" + b"\n1" * rows for n in range(files)})}


def plain(name: str, content: bytes) -> Callable[[], Files]:
    return lambda: {name: content}


def wide(columns: int, rows: int) -> bytes:
    """A CSV of that many columns, almost all of its cells blank."""
    return b",".join(b"c%d" % n for n in range(columns)) + (b"\n1" + b"," * (columns - 1)) * rows


ATTACKS = (
    # A workbook whose reader would abort the process.
    Attack("row", f"{UNREADABLE}: a row is outside a worksheet", at("9" * 20, "A2")),
    Attack("digits", OUTSIDE, at("2", "A" + "9" * 20)),
    Attack("letters", OUTSIDE, at("2", "AAAAAAAAAAAAAAAA1")),
    Attack("below", OUTSIDE, at("2", "A1048577")),
    Attack("beyond", OUTSIDE, at("2", "XFE1")),
    Attack("far", CELLS, at("1048576", "XFD1048576")),
    Attack("count", COUNT, book(sheet(HEAD), shared=strings("x", count="4294967295"))),
    Attack("digits of a count", COUNT, book(sheet(HEAD), shared=strings(count="9" * 40))),
    Attack(
        "count that lies",
        f"{UNREADABLE}: it counts more shared strings than it holds",
        book(sheet(HEAD), shared=strings("x", count="400000")),
    ),
    Attack("dimension", OUTSIDE, book(sheet(HEAD, '<dimension ref="A1:ZZZZ9999999"/>'))),
    Attack("shared string", CHARACTERS, repeated(400, "x" * 40_000)),
    Attack(
        "entities",
        f"{UNREADABLE}: it declares a document type or entities",
        book('<!DOCTYPE x [<!ENTITY e "ee">]>' + sheet(HEAD)),
    ),
    Attack("depth", f"{UNREADABLE}: it has more than 100 levels", lambda: book(sheet("<x>" * 3_000_000))()),
    # A zip whose reader would unpack gigabytes.
    Attack("bzip2", METHOD, packed("a.zip", "a.csv", bytes(30_000_000), zipfile.ZIP_BZIP2)),
    Attack("lzma", METHOD, packed("a.zip", "a.csv", bytes(30_000_000), zipfile.ZIP_LZMA)),
    Attack("lzma workbook", METHOD, packed("a.xlsx", "xl/workbook.xml", bytes(9_000_000), zipfile.ZIP_LZMA)),
    Attack(
        "zeroes",
        "unpacks to more than 50 MB",
        packed("a.zip", "a.csv", bytes(50_000_001), zipfile.ZIP_DEFLATED),
    ),
    Attack("overlap", "holds files that overlap", overlapping),
    Attack(
        "two of a name",
        "holds two files of one name",
        lambda: {"a.zip": zipped({"a.csv": b"id\n1\n", "A.csv": b"id\n2\n"})},
    ),
    Attack("announced more", UNPACKS, lambda: announced(60_000_000)),
    Attack("announced less", "is damaged: it cannot be unpacked", lambda: announced(3)),
    Attack("entries", "holds more than 500 files", plain("a.zip", b"PK" + b"PK\x01\x02" * 1_000_000)),
    # Many sheets.
    Attack("listed often", "lists one sheet more than once", book(sheet(HEAD), listed=3_000)),
    Attack("sheets", TABLES, book(*[sheet(HEAD)] * 61)),
    Attack("cells", CELLS, book(*[sheet(HEAD + '<row><c r="J50001"><v>1</v></c></row>')] * 3)),
    Attack("cells of CSVs", CELLS, lambda: {f"{n}.csv": wide(100, 6_000) for n in range(2)}),
    # Files that take long.
    Attack("line ends", LINES, lambda: {"a.csv": b"id\n" + b"\n" * 24_000_000}),
    Attack("carriage returns", LINES, lambda: {"a.csv": b"id" + b"\r" * 24_000_000}),
    Attack("rows", ROWS, lambda: {"a.csv": b"id\n" + b"1\n" * 90_000}),
    Attack(
        "many CSVs",
        ROWS,
        lambda: {"a.zip": zipped({f"{n}.csv": b"id" + b"\n1" * 49_000 for n in range(499)})},
    ),
    Attack("resources", "datapackage.json lists more than 500 files", package(1_000)),
    Attack("description", "is JSON of more than 5 MB", package(200_000)),
    Attack("depth of JSON", "is no JSON text in UTF-8", plain("a.json", b"[" * 4_000_000)),
    Attack(
        "levels of JSON", "is JSON of more than 20 levels", plain("a.json", b'{"a":' * 30 + b"1" + b"}" * 30)
    ),
    Attack("half a surrogate pair", "is no JSON text in UTF-8", plain("a.json", rb'{"release": "\ud800"}')),
    Attack(
        "receipt",
        "has a receipt of more than 500,000 characters",
        lambda: {"a.csv": b"id\n1\n", "a.metadata.json": json.dumps({"filters": "x" * 600_000}).encode()},
    ),
    Attack(
        "name of a column",
        "the name of the column is longer than 200 characters",
        plain("a.csv", b"x" * 40_000 + b"\n1\n"),
    ),
    Attack(
        "files",
        "more than 60 files and 50 MB are given together",
        lambda: {f"{n}.csv": b"" for n in range(61)},
    ),
)
