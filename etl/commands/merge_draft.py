"""The command `merge-draft`: rows of checked drafts go to the curated files, all or none."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from data.drafts.folders import open_desk
from etl.draft.desk import merge
from etl.draft.desk.merge import MergeReport
from etl.draft.desk.rows import summarise_rows
from etl.reporting.errors import format_lines

DONE = 0
NAMED = ("--data", "--format")


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "merge-draft", help="add the rows of checked drafts to the curated files"
    )
    parser.add_argument("drafts", nargs="+", metavar="DRAFT", help="name of a checked draft")
    return parser


def run(wanted: argparse.Namespace, bar: Any) -> Callable[[str], int]:
    """Merge; what is returned prints what went where."""
    return partial(_tell, merge.merge(open_desk(wanted.data), wanted.drafts, bar.show))


def _tell(done: MergeReport, form: str) -> int:
    if form == "json":
        sys.stdout.write(json.dumps(asdict(done), indent=1) + "\n")
        return DONE
    for line in format_lines(done.warnings, "warning"):
        sys.stderr.write(f"{line}\n")
    if done.restored:
        sys.stdout.write(f"A merge that was cut short was taken back first: {', '.join(done.restored)}\n")
    sys.stdout.write(f"Merged {', '.join(done.drafts)}: {summarise_rows(done.rows)}\n")
    sys.stdout.write(f"Changed {', '.join(done.files)}. Look at the diff, then commit.\n")
    return DONE
