"""The command `verify-anchors`: the claims against the documents that they cite."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from data import documents
from data.files.plain_files import shorten_path
from etl.anchors import proof as anchors
from etl.anchors.proof import Proof
from etl.reporting.errors import format_lines

DONE, BAD_DATA = 0, 3
NAMED = ("--data", "--format")
"""Options that all commands share and this one takes."""


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "verify-anchors", help="prove that the anchors of claims stand in the documents of a folder"
    )
    here = shorten_path(documents.folder())
    parser.add_argument(
        "folder", type=Path, nargs="?", default=here, help=f"folder of text files, else {here}"
    )
    return parser


def run(wanted: argparse.Namespace, bar: Any) -> Callable[[str], int]:
    """Prove; returns what prints the result. An anchor that fails ends with 3."""
    return partial(_tell, anchors.prove_claims(wanted.data, wanted.folder, bar.show))


def _tell(proof: Proof, form: str) -> int:
    if form == "json":
        sys.stdout.write(json.dumps(asdict(proof), indent=1) + "\n")
    else:
        for line in format_lines(proof.faults, "fault"):
            sys.stderr.write(f"{line}\n")
        for line in anchors.summarise(proof):
            sys.stdout.write(f"{line}\n")
    return BAD_DATA if proof.faults else DONE
