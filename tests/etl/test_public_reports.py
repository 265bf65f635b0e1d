"""Bugs that others reported of comparable systems, tried on the record: what went wrong there holds here."""

import csv
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from data import engines, store
from data.filters import Filters
from data.queries.events.list import list_events
from etl import pipeline
from etl.commands.command_line import main
from tests.etl.folder import Folder

TABLES = {"graphml": "network", "gexf": "network", "xlsx": "events"}
TYPED_ALIKE = ("0", "1", "TRUE", "2022-03-01", "1e5", "007")
"""What a column could be taken for whose values are all text."""


def extract(folder: Folder, form: str, *options: str) -> bytes:
    """An extract of the folder, built first."""
    builds, out = folder.path.parent / "builds", folder.path.parent / f"out.{form}"
    pipeline.build(folder.path, builds)
    assert main(["extract", "--store", str(builds), "--format", form, *options, "-o", str(out)]) == 0
    return out.read_bytes()


def lines_of(folder: Folder, *options: str) -> list[dict[str, Any]]:
    """The rows of JSON Lines, below the receipt."""
    return [json.loads(line) for line in extract(folder, "jsonl", *options).splitlines()[1:]]


def retitle(folder: Folder, *titles: str) -> None:
    """Give the events these titles, in the order of their file; claims on titles follow."""
    path = folder.path / "events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, title in zip(rows, titles, strict=True):
        row["title"] = title
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_no_part_of_a_key_of_several_columns_is_blank(folder: Folder) -> None:
    """github.com/frictionlessdata/frictionless-py/issues/1623."""
    folder.edit("event_organisations.csv", "exercise,alpha,partner", "exercise,alpha,")
    assert any(fault.endswith(": role: is blank") for fault in folder.faults())


def test_long_numbers_are_refused_or_stay_text(folder: Folder) -> None:
    """github.com/apache/superset/issues/28551: sixteen digits lost their last one in a workbook."""
    folder.edit("places.csv", "UZB,1512569", "UZB,1100108628127863")
    assert any("a whole number is written with the digits" in fault for fault in folder.faults())
    folder.edit("places.csv", "UZB,1100108628127863", "UZB,1512569")
    folder.edit("events.csv", "Meeting of delta", "1100108628127863")
    sheet = openpyxl.load_workbook(BytesIO(extract(folder, "xlsx")))["events"]
    assert "1100108628127863" in [row[1].value for row in sheet.iter_rows()]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tashkent"])
def test_a_day_is_the_same_day_in_every_zone(zone: str, folder: Folder) -> None:
    """github.com/metabase/metabase/issues/15076: a day earlier in the workbook."""
    here = extract(folder, "xlsx")
    builds, out = folder.path.parent / "builds", folder.path.parent / "zone.xlsx"
    command = [
        sys.executable,
        "-m",
        "etl",
        "extract",
        "--store",
        str(builds),
        "--format",
        "xlsx",
        "-o",
        str(out),
    ]
    subprocess.run(command, cwd=store.ROOT, env={**os.environ, "TZ": zone}, check=True, capture_output=True)
    assert out.read_bytes() == here
    cells = [cell.value for row in openpyxl.load_workbook(out)["events"].iter_rows() for cell in row]
    assert date(2021, 3, 3) in [cell.date() for cell in cells if hasattr(cell, "date")]


def test_pages_of_a_list_hold_every_event_once_those_without_a_date_too(folder: Folder) -> None:
    """github.com/simonw/datasette/issues/216: blank sort keys made the next page skip rows."""
    built = pipeline.build(folder.path, folder.path.parent / "builds").path
    assert built
    engine = store.open_read_only(built)
    pages = [engines.read_records(engine, list_events(Filters(), first, 1)) for first in range(7)]
    engine.dispose()
    assert [len(page) for page in pages] == [1, 1, 1, 1, 1, 1, 0]
    assert len({page[0]["id"] for page in pages[:6]}) == 6
    assert pages[5][0]["start_on"] is None


@pytest.mark.parametrize("word", ["NULL", "null", "None", "nan", "N/A", "NaT", "-"])
def test_words_for_nothing_are_no_blanks(word: str, folder: Folder) -> None:
    """github.com/metabase/metabase/issues/45524 and 31238: nothing and the word for it were mixed."""
    folder.edit("events.csv", "low,Two bounds.", f"low,{word}")
    rows = lines_of(folder)
    assert sorted(str(row["note"]) for row in rows if row["note"] is not None) == [word]
    found = list(csv.DictReader(extract(folder, "csv").decode("utf-8-sig").splitlines()))
    assert sorted({row["note"].removeprefix("'") for row in found}) == ["", word]


@pytest.mark.parametrize("form", ["graphml", "gexf", "xlsx"])
def test_control_characters_of_a_search_break_no_file(form: str, folder: Folder) -> None:
    """github.com/gephi/gephi/issues/2998 and github.com/Graphify-Labs/graphify/issues/2897."""
    content = extract(folder, form, "--table", TABLES[form], "--search", "alpha\x08\x1b\x0c\ufffe")
    parts = [content]
    if form == "xlsx":
        archive = zipfile.ZipFile(BytesIO(content))
        parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert all(ET.fromstring(part) is not None for part in parts)  # noqa: S314 - our own file


def test_text_that_looks_like_something_else_stays_text(folder: Folder) -> None:
    """github.com/wireservice/csvkit/issues/949: columns were taken for days and truths, and rewritten."""
    retitle(folder, *TYPED_ALIKE)
    rows = lines_of(folder)
    assert sorted(row["title"] for row in rows) == sorted(TYPED_ALIKE)
    sheet = openpyxl.load_workbook(BytesIO(extract(folder, "xlsx")))["events"]
    assert {row[1].value for row in sheet.iter_rows()} > set(TYPED_ALIKE)
    table = pq.read_table(BytesIO(extract(folder, "parquet")))
    assert sorted(table["title"].to_pylist()) == sorted(TYPED_ALIKE)


def test_a_search_finds_digits(folder: Folder) -> None:
    """github.com/alephdata/aleph/issues/3954."""
    folder.edit("events.csv", "Meeting of delta", "Order No. 590700008609 on 007")
    for words in ("590700008609", "5907", "007", "no 590700008609"):
        found = lines_of(folder, "--search", words)
        assert [row["title"] for row in found] == ["Order No. 590700008609 on 007"]
    assert lines_of(folder, "--search", "8609") == []


@pytest.mark.parametrize("latitude", ["711385.82", "6167667.82", "-3340"])
def test_metres_are_no_degrees(latitude: str, folder: Folder) -> None:
    """github.com/keplergl/kepler.gl/issues/565: projected coordinates were taken and drawn nowhere."""
    folder.edit("border_liaison_offices.csv", "40.2,69.4", f"{latitude},69.4")
    assert any("latitude: should be " in fault for fault in folder.faults())
