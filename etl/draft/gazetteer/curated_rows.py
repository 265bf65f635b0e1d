"""The curated files as rows of text, read once for a run of the desk."""

from dataclasses import dataclass, field
from pathlib import Path

from etl.read.csv_files import read_batches, read_folder
from etl.read.text_files import LARGEST_FILE
from etl.reporting.errors import Findings, UsageError
from etl.reporting.machine_errors import name_unreadable
from etl.reporting.progress import ignore_progress
from etl.staging.tables import Sheet

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class CuratedRows:
    """Rows by table, in the order of their file."""

    tables: dict[str, list[Cells]] = field(default_factory=dict)

    def rows(self, table: str) -> list[Cells]:
        return self.tables.get(table, [])

    def by_id(self, table: str) -> dict[str, Cells]:
        return {row["id"]: row for row in self.rows(table)}

    def find_source(self, text_sha256: str) -> str:
        """The source whose document has this digest; nothing where there is none."""
        return next((row["id"] for row in self.rows("sources") if row["sha256"] == text_sha256), "")

    def without_sources(self, left_out: frozenset[str]) -> "CuratedRows":
        """The rows that do not rest on these sources: for a fair test on their own documents."""
        return CuratedRows(
            {
                table: [row for row in rows if row.get("source_id") not in left_out]
                for table, rows in self.tables.items()
            }
        )


def read_curated(folder: Path) -> CuratedRows:
    """The rows of a folder of curated files; UsageError where it is none, BadData where a file is bad."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder of data")
    findings = Findings()
    with name_unreadable(folder):
        sheets = read_folder(folder, findings, ignore_progress, LARGEST_FILE)
        tables = {name: _rows(sheet, findings) for name, sheet in sheets.items()}
    findings.refuse_if_any()
    return CuratedRows(tables)


def _rows(sheet: Sheet, findings: Findings) -> list[Cells]:
    return [
        {column: cell or "" for column, cell in zip(batch.columns, row, strict=True)}
        for batch in read_batches(sheet, findings)
        for row in batch.rows
    ]
