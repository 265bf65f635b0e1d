"""The command `import-extract`: rows of an extract back in the form of the curated files."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from etl.commands import imports
from etl.commands.imports import ImportComparison, ImportedTables
from etl.reporting.errors import UsageError, count_noun, format_lines

DONE, DIFFERS = 0, 3
NAMED = ("--data", "--format")
"""Options that all commands share and this one takes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, written and compared; `compared` is None where nothing was to be."""

    rows: dict[str, int]
    left_out: tuple[str, ...]
    paths: list[Path]
    compared: ImportComparison | None


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "import-extract", help="turn an extract of curated tables back into CSV files of the record's form"
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="CSV, XLSX or zip package")
    parser.add_argument("-o", dest="out", type=Path, metavar="FOLDER", help="where the CSV files go")
    parser.add_argument(
        "--compare",
        action="store_true",
        help="list what differs from the record (--data); 3 if anything does",
    )
    return parser


def run(wanted: argparse.Namespace, _: Any) -> Callable[[str], int]:
    """Read, write and compare; returns what prints the result."""
    if not wanted.out and not wanted.compare:
        raise UsageError("import-extract: say where the rows go (-o FOLDER), or --compare them, or both")
    found: ImportedTables = imports.import_tables(imports.open_extract(wanted.files))
    compared = imports.compare_tables(found, wanted.data) if wanted.compare else None
    paths = imports.write_tables(found, wanted.out) if wanted.out else []
    rows = {name: len(batch.lines) for name, batch in found.tables.items()}
    return partial(_tell, Outcome(rows, found.left_out, paths, compared))


def _tell(outcome: Outcome, form: str) -> int:
    if form == "json":
        sys.stdout.write(json.dumps(asdict(outcome), default=str, indent=1) + "\n")
    else:
        _print(outcome)
    return DIFFERS if outcome.compared and outcome.compared.differences else DONE


def _print(outcome: Outcome) -> None:
    for file in outcome.left_out:
        sys.stderr.write(f"{file}: is no curated table's and was left out\n")
    width = max(map(len, outcome.rows))
    for name, rows in outcome.rows.items():
        sys.stdout.write(f"{name:<{width}} {rows:>9,} rows\n")
    for path in outcome.paths:
        sys.stdout.write(f"{path}\n")
    if compared := outcome.compared:
        for line in format_lines(compared.differences, "difference"):
            sys.stderr.write(f"{line}\n")
        differing = count_noun(len(compared.differences), "difference")
        sys.stdout.write(f"{count_noun(compared.equal, 'row')} equal to the record; {differing}\n")
