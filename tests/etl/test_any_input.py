"""Properties of the reader and the validator over inputs that nobody thought of."""

import csv
import io
import tempfile
import unicodedata
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import pipeline
from etl.read.csv_files import read_batches
from etl.read.text_files import inspect_file
from etl.reporting.errors import BadData, Fault, Findings
from etl.staging import tables
from etl.staging.tables import Batch, Sheet, file_name
from etl.validate.cells import validate_batch
from etl.verify import expectations
from tests.conftest import CURATED
from tests.etl.folder import Folder

composed = partial(unicodedata.normalize, "NFC")
QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
FILES = [*map(file_name, tables.curated_tables()), expectations.FILE]
SCRAPS = [
    b"\x00",
    b"\xff",
    b'"',
    b",",
    b"\r",
    b"\n",
    b"\xe2\x80\xae",
    b"\xd0",
    b"<<<<<<< a\n",
    b"-",
    b"9" * 20,
]
NEAR = ["2021-02-31", "9" * 30, "nan", "TRUE", "TJK-UZB", "https://[", "a" * 2001, "٣", "-"]
ORDINARY = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"])
CELL = st.text(ORDINARY, max_size=12)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file by name and its content: a part of the true one cut out, and scraps or any bytes put there."""
    name = draw(st.sampled_from(FILES))
    whole = (CURATED / name).read_bytes()
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    scraps = st.lists(st.sampled_from(SCRAPS), max_size=4).map(b"".join)
    return name, whole[:start] + draw(scraps | st.binary(max_size=40)) + whole[end:]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A copy of the invented data; each example puts back the file that it damages."""
    return Folder(tmp_path_factory.mktemp("any") / "curated")


@QUICK
@given(file=damaged() | st.tuples(st.sampled_from(FILES), st.binary(max_size=200)))
def test_any_bytes_in_a_file_are_taken_or_refused(shared: Folder, file: tuple[str, bytes]) -> None:
    name, content = file
    shared.write(name, content)
    report = _report(shared)
    shared.write(name, (CURATED / name).read_bytes())
    assert [line for line in report if len(line.splitlines()) != 1] == []


def _report(folder: Folder) -> list[str]:
    """What is said of the data, whether they are taken or refused."""
    try:
        with pipeline.prepare(folder.path) as found:
            return [str(warning) for warning in found.warnings]
    except BadData as refused:
        return [str(fault) for fault in (*refused.faults, *refused.warnings)]


@QUICK
@given(rows=st.lists(st.tuples(CELL, CELL, CELL).filter(lambda row: any(map(str.strip, row))), min_size=1))
def test_what_is_written_as_csv_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("id", "name", "scope"), *rows])
    findings = Findings()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "themes.csv"
        path.write_bytes(text.getvalue().encode())
        sheet = Sheet("themes", path, inspect_file(path))
        read = [list(row) for batch in read_batches(sheet, findings) for row in batch.rows]
    assert findings.faults == []
    assert read == [[unicodedata.normalize("NFC", cell).strip() or None for cell in row] for row in rows]


@st.composite
def cells_of(draw: st.DrawFn) -> tuple[str, Batch]:
    """A table of the schema by name, with any cells: true ones, near misses, anything."""
    name = draw(st.sampled_from(sorted(tables.curated_tables())))
    near = st.sampled_from(
        ["2021-02-31", "9" * 30, "nan", "TRUE", "TJK-UZB", "https://[", "a" * 2001, "٣", "-"]
    )
    cell = st.none() | near | st.text(min_size=1, max_size=20)
    width = len(tables.input_columns(name))
    rows = draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=4))
    cells = [list(column) for column in zip(*rows, strict=True)]
    return name, Batch(tables.input_columns(name), list(range(2, len(rows) + 2)), cells)


@QUICK
@given(made=cells_of())
def test_any_cells_become_rows_and_each_fault_names_its_cell(made: tuple[str, Batch]) -> None:
    findings, (name, batch) = Findings(), made
    table = validate_batch(name, batch, findings)
    assert len(table.rows) == len(batch.rows)
    assert len(findings.faults) == len(table.broken)
    assert {(fault.line, fault.column) for fault in findings.faults} == {
        (table.lines[index], column) for index, column in table.broken
    }
    for fault in findings.faults:
        assert _cell(fault, batch) == fault.value


def _cell(fault: Fault, batch: Batch) -> str | None:
    assert fault.line is not None
    assert fault.column is not None
    return batch.rows[fault.line - 2][batch.columns.index(fault.column)]
