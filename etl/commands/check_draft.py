"""The command `check-draft`: the whole check of the record with drafts added, and of every anchor."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from data.drafts.folders import open_desk
from etl.draft.desk import proof
from etl.draft.desk.proof import CheckReport
from etl.reporting.errors import format_lines

DONE, BAD_DATA = 0, 3
NAMED = ("--data", "--format")


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check-draft", help="check drafts together with the record, without changing it"
    )
    parser.add_argument("drafts", nargs="+", metavar="DRAFT", help="name of a draft, as draft --list tells")
    return parser


def run(wanted: argparse.Namespace, bar: Any) -> Callable[[str], int]:
    """Check; what is returned prints what the drafts add. An anchor that fails ends with 3."""
    return partial(_tell, proof.check(open_desk(wanted.data), wanted.drafts, bar.show))


def _tell(found: CheckReport, form: str) -> int:
    if form == "json":
        sys.stdout.write(json.dumps(asdict(found), indent=1) + "\n")
    else:
        for line in [*format_lines(found.warnings, "warning"), *format_lines(found.faults, "fault")]:
            sys.stderr.write(f"{line}\n")
        for line in proof.summarise(found):
            sys.stdout.write(f"{line}\n")
    return BAD_DATA if found.faults else DONE
