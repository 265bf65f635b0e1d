"""Extracts of curated tables back to rows of `data/curated/`: read, typed, compared, written elsewhere."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.files.plain_files import UnfitFileError, read_bytes
from data.filters import Filters
from data.parsers.limits import COMMAND
from data.parsers.sheets import EarlierExtract, Sheet, UnreadableError
from data.recheck import receipt as receipts
from data.recheck import sheet_tables
from data.schema.keys import row_key
from data.store import CURATED
from data.uploads import process
from etl import pipeline
from etl.reporting.errors import BadData, Fault, Findings, MachineError, UsageError
from etl.staging import tables
from etl.staging.tables import Batch, Table, file_name
from etl.validate.cells import validate_batch

Typed = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ImportedTables:
    """The curated tables of an extract. `is_whole` is False where its receipt says that a filter was on."""

    tables: dict[str, Batch]
    left_out: tuple[str, ...] = ()
    """Sheets that are no curated table's."""
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class ImportComparison:
    """How imported rows differ from the record; `equal` counts those that do not."""

    equal: int
    differences: tuple[Fault, ...] = field(default=())


def open_extract(paths: list[Path]) -> EarlierExtract:
    """The files as one extract; BadData where one of them cannot be read as such."""
    files = {str(path): _bytes(path) for path in paths}
    try:
        return process.read_upload(files, COMMAND)
    except UnreadableError as error:
        raise BadData([Fault(error.file, error.line, error.column, error.value, error.problem)]) from None


def import_tables(earlier: EarlierExtract) -> ImportedTables:
    """The rows of curated tables in the form of the curated files; a missing column is a fault."""
    found: dict[str, Batch] = {}
    left_out, faults = [], []
    for sheet in earlier.sheets:
        name = sheet_tables.find_table(sheet)
        if name not in tables.curated_tables():
            left_out.append(sheet.file)
            continue
        if name in found:
            faults.append(Fault(sheet.file, None, None, None, f"holds the table {name} a second time"))
        missing = [column for column in tables.input_columns(name) if column not in sheet.columns]
        faults += [Fault(sheet.file, 1, column, None, "this column is missing") for column in missing]
        found[name] = _in_form(name, sheet)
    if not found:
        faults = [Fault(file, None, None, None, "holds no rows of a curated table") for file in left_out]
    if faults:
        raise BadData(faults)
    return ImportedTables(found, tuple(left_out), _is_whole(earlier.receipt))


def write_tables(found: ImportedTables, folder: Path) -> list[Path]:
    """A CSV file for each table, in a folder that is not the record's own; returns the paths."""
    if folder.resolve() == CURATED.resolve():
        raise UsageError(f"{folder}: is the record itself: write elsewhere, compare, then copy by hand")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write_table(folder / file_name(name), sheet) for name, sheet in found.tables.items()]
    except OSError as error:
        raise MachineError(f"{folder}: {error.strerror or error}") from error


def compare_tables(found: ImportedTables, data: Path) -> ImportComparison:
    """Imported rows against the curated files of a folder, cell by cell, by what the cells mean.

    Order does not matter; an alias and its id are the same. BadData where either side is out
    of form.
    """
    findings = Findings()
    typed = [validate_batch(name, batch, findings) for name, batch in found.tables.items()]
    findings.refuse_if_any()
    equal = 0
    differences: list[Fault] = []
    with pipeline.prepare(data) as record:
        for table in typed:
            own = (row for part in record.staged.read(table.name) for row in part.rows)
            known = {row_key(table.name, row): row for row in own if not row.get(tables.DERIVED_ROW)}
            differing = list(_differences(table, known, is_whole=found.is_whole))
            differences += differing
            equal += len(table.lines) - len({fault.line for fault in differing if fault.line})
    return ImportComparison(equal, BadData(differences).faults)


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise UsageError(f"{path}: there is no such file")
    try:
        return read_bytes(path, COMMAND.file)
    except UnfitFileError as unfit:
        raise BadData([Fault(path.name, None, None, None, str(unfit))]) from None
    except OSError as error:
        raise MachineError(f"{path}: {error.strerror or error}") from error


def _is_whole(receipt: Mapping[str, Any]) -> bool:
    """Whether the extract was made without filters; a file without a receipt is taken as whole."""
    return not receipt or receipts.read_filters(receipt) == Filters()


def _in_form(name: str, sheet: Sheet) -> Batch:
    """What people fill: rows that the ETL derived are left out."""
    columns = tuple(column for column in tables.input_columns(name) if column in sheet.columns)
    kept = [
        (line, row)
        for line, row in zip(sheet.lines, sheet.rows, strict=True)
        if (row.get(tables.DERIVED_ROW) or "").lower() not in ("true", "1")
    ]
    return Batch(
        columns, [line for line, _ in kept], [[row[column] for _, row in kept] for column in columns]
    )


def _write_table(path: Path, batch: Batch) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(batch.columns)
        writer.writerows(batch.rows)
    return path


def _differences(table: Table, known: dict[str, Typed], *, is_whole: bool) -> Iterator[Fault]:
    """Row by row; `known` are the rows of the record by key, and those met are taken out of it."""
    for index, row in enumerate(table.rows):
        key = row_key(table.name, row)
        own = known.pop(key, None)
        if own is None:
            columns = "/".join(tables.key_columns(table.name))
            yield table.fault_found(index, columns, key, "the record holds no such row")
            continue
        for column in tables.input_columns(table.name):
            if row[column] != own[column]:
                yield table.fault(index, column, f"the record holds {_words(own[column])}")
    if is_whole:
        for missing in known:
            problem = "this row of the record is not in the extract"
            yield Fault(file_name(table.name), None, None, missing, problem)


def _words(value: Any) -> str:
    return "nothing" if value is None else repr(value)
