"""The curated files as rows of text, read once for a run of the desk."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from etl.reporting.errors import UsageError
from etl.staging import tables

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class CuratedRows:
    """Rows by table, in the order of their file."""

    tables: dict[str, list[Cells]] = field(default_factory=dict)

    def rows(self, table: str) -> list[Cells]:
        return self.tables.get(table, [])

    def by_id(self, table: str) -> dict[str, Cells]:
        return {row["id"]: row for row in self.rows(table)}

    def without_sources(self, left_out: frozenset[str]) -> "CuratedRows":
        """The rows that do not rest on these sources: for a fair test on their own documents."""
        return CuratedRows(
            {
                table: [row for row in rows if row.get("source_id") not in left_out]
                for table, rows in self.tables.items()
            }
        )


def read(folder: Path) -> CuratedRows:
    """The rows of a folder of curated files; UsageError where it is none."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder of data")
    return CuratedRows({table: _rows(folder / tables.file_name(table)) for table in tables.curated_tables()})


def _rows(path: Path) -> list[Cells]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
