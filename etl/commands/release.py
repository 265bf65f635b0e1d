"""The command `release`: the change log between two releases, and what the next one is compared with."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from data import releases
from etl.releases.release import ReleaseFiles, write_release
from etl.reporting.errors import count_noun

DONE = 0
NAMED = ("--data", "--format")
"""Options that all commands share and this one takes."""


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "release", help="write the change log of the release that expectations.toml names"
    )
    words = "release, folder of CSV files or store to compare with, else the release before"
    parser.add_argument("--since", metavar="RELEASE|FOLDER|STORE", help=words)
    parser.add_argument(
        "-o", dest="out", type=Path, default=releases.FOLDER, metavar="FOLDER", help="else docs/releases"
    )
    return parser


def run(wanted: argparse.Namespace, bar: Any) -> Callable[[str], int]:
    """Write the release; returns what prints the list of files."""
    return partial(_tell, write_release(wanted.data, wanted.out, wanted.since, bar.show))


def _tell(released: ReleaseFiles, form: str) -> int:
    if form == "json":
        sys.stdout.write(json.dumps(asdict(released), default=str, indent=1) + "\n")
        return DONE
    for path in released.paths:
        sys.stdout.write(f"{path}\n")
    since = (
        f"against {released.since}: {count_noun(released.changes_of_claims, 'change')} of claims,"
        f" {released.changes_of_rows} of rows"
        if released.since
        else "the first: there is nothing to compare with"
    )
    state = "" if released.is_new else "; it was written already, with the same content"
    claims = count_noun(released.claims, "claim")
    sys.stdout.write(f"Release {released.release} with {claims}, {since}{state}\n")
    return DONE
