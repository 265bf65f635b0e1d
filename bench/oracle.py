"""What must hold after a load of a damaged folder, seen without the code that loads."""

import csv
import io
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from data import store
from etl.reporting.errors import Fault

PAIR = re.compile(" to |, ")
"""What separates two values in a message."""
ABOUT = ("build", "warnings")
"""Tables on the build, not on the record."""


def list_untrue(data: Path, report: dict[str, Any]) -> Iterator[str]:
    """What a report states of places that do not exist, or on several lines."""
    for told in (*report.get("faults", ()), *report.get("warnings", ())):
        fault = Fault(**told)
        if len(str(fault).splitlines()) != 1:
            yield f"several lines: {fault}"
        if (data / fault.file).is_file() and not _is_true(data / fault.file, fault):
            yield f"no such place: {fault}"


def _is_true(path: Path, fault: Fault) -> bool:
    """Whether the line is there, the header has the column, and the row holds the value."""
    content = path.read_bytes()
    if fault.line is None:
        first = content.decode("utf-8-sig", "replace").splitlines()[0]
        return fault.column is None or path.suffix == ".toml" or fault.column in first
    if fault.line > content.count(b"\n") + content.count(b"\r") + 1:
        return False
    try:
        text = unicodedata.normalize("NFC", content.decode("utf-8-sig"))
        rows = dict(_number_rows(text))
    except (UnicodeDecodeError, csv.Error):
        return True  # only lines are known of such a file
    if fault.column is None or not rows:
        return True
    header = [name.strip() for name in next(iter(rows.values()))]
    if fault.line == next(iter(rows)):
        return fault.column in header or "missing" in fault.problem
    row = rows.get(fault.line, [])
    cells = {name: cell.strip() for name, cell in zip(header, row, strict=False)}
    columns = fault.column.split("/")
    if not set(columns) <= set(header):
        return False
    return fault.value is None or _holds(cells, columns, fault.value.strip(), _spellings(path.parent))


def _holds(cells: dict[str, str], columns: list[str], value: str, ids: dict[str, str]) -> bool:
    """One cell as it is, a key of several with ids for spellings, two dates, or latitude and longitude."""
    key = [cells[column] for column in columns if column in cells]
    if value in ("/".join(key), "/".join(ids.get(cell, cell) for cell in key)):
        return True
    return all(part == "nothing" or part in cells.values() for part in PAIR.split(value))


def _spellings(data: Path) -> dict[str, str]:
    """The ids of the spellings of aliases.csv, if it can be read."""
    try:
        with (data / "aliases.csv").open(encoding="utf-8-sig", newline="") as file:
            return {row["spelling"]: row["id"] for row in csv.DictReader(file)}
    except (OSError, UnicodeDecodeError, csv.Error, KeyError):
        return {}


def _number_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader, line = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    for row in reader:
        if any(map(str.strip, row)):
            yield line, row
        line = reader.line_num + 1


def list_changes(before: Path, builds: Path) -> Iterator[str]:
    """What is not as it was where the data were refused."""
    for name in sorted({path.name for folder in (before, builds) for path in folder.iterdir()}):
        first, second = before / name, builds / name
        if not (first.exists() and second.exists() and first.read_bytes() == second.read_bytes()):
            yield f"refused, and {name} is not as it was"


def list_build_faults(builds: Path, report: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a build that was published."""
    served = store.list_pointed(builds)[0]
    if fault := store.find_fault(served):
        yield f"published, and {fault}"
    elif served.path.name != store.build_file_name(report["build_id"]):
        yield "another build than the report says is served"
    else:
        with closing(sqlite3.connect(served.path)) as connection:
            kept = connection.execute("SELECT count(*) FROM warnings").fetchone()[0]
        if kept != len(report["warnings"]):
            yield f"{len(report['warnings'])} warnings are told and {kept} are kept"


def read_data(builds: Path) -> dict[str, list[Any]]:
    """All rows of the build that is served, by table, but those on the build."""
    with closing(sqlite3.connect(store.list_pointed(builds)[0].path)) as connection:
        real = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
        names = connection.execute(real).fetchall()
        own = [name for (name,) in names if name not in ABOUT]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in own}  # noqa: S608
