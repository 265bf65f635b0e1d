"""The command `recheck`: an earlier extract against the build that is served."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from data.parsers.limits import COMMAND
from data.parsers.sheets import UnreadableError
from data.recheck import check, report
from data.recheck.comparison import Result
from etl.commands import imports
from etl.publish.current_build import open_current_build
from etl.reporting.errors import SHOWN, BadData, Fault

DONE = 0
NAMED = ("--store", "--format")
"""Options that all commands share and this one takes."""


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "recheck", help="say what became of the rows of an earlier extract"
    )
    words = "CSV (with its .metadata.json, if at hand), XLSX or zip package"
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=words)
    return parser


def run(wanted: argparse.Namespace, _: Any) -> Callable[[str], int]:
    """Compare; returns what prints the result. Differences are no fault: the exit code is 0."""
    earlier = imports.open_extract(wanted.files)
    engine = open_current_build(wanted.store)
    try:
        return partial(
            _tell, check.check_extract(earlier, engine, limits=COMMAND), check.list_unchecked(earlier)
        )
    except UnreadableError as error:
        raise BadData([Fault(error.file, error.line, error.column, error.value, error.problem)]) from None
    finally:
        engine.dispose()


def _tell(results: list[Result], left_out: list[str], form: str) -> int:
    if form == "json":
        sys.stdout.write(report.format_json(results).decode() + "\n")
        return DONE
    for file in left_out:
        sys.stderr.write(f"{file}: is no table or list of the record and was left out\n")
    for result in results:
        found = report.list_lines(result)
        more = [f"{len(found) - SHOWN} more; --format json lists all"] if len(found) > SHOWN else []
        for line in [report.summarise(result), *report.list_notes(result), *found[:SHOWN], *more]:
            sys.stdout.write(f"{line}\n")
    return DONE
