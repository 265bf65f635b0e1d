"""The releases written into `docs/releases/`: what each held, claim by claim, and what it changed.

A release has four files: `<release>.md` for people; `<release>.claims.csv` and `<release>.rows.csv`, what it
held, so that the next one can be compared without its data; `<release>.changes.csv`, what it changed,
if there was one before.
"""

import csv
import re
from functools import cache
from pathlib import Path

from data.store import ROOT

FOLDER = ROOT / "docs" / "releases"
NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,5}", re.ASCII)
CLAIMS = (
    "claim_id",
    "source_id",
    "table",
    "subject",
    "field",
    "value",
    "rank",
    "rule",
    "reason",
    "is_disputed",
    "passage",
)
"""Columns of the claims of a release; `passage` is a digest of anchor, paragraph and all the rest."""
ROWS = ("table", "key", "digest")
CHANGES = ("table", "key", "column", "change", "old", "new", "source_id", "rank", "rule", "reason")
"""Columns of what a release changed; `change` is one of `Change`."""

Cells = dict[str, str]


def parse_number(release: str) -> tuple[int, ...]:
    """What releases are sorted by: `2026.9.1` comes before `2026.11`. ValueError if it is no number."""
    if not NUMBER.fullmatch(release):
        raise ValueError(f"{release} is no release number such as 2026.11.1")
    return tuple(map(int, release.split(".")))


def list_releases(folder: Path = FOLDER) -> list[str]:
    """The releases of a folder, the oldest first."""
    names = [path.name.removesuffix(".md") for path in folder.glob("*.md")]
    return sorted((name for name in names if NUMBER.fullmatch(name)), key=parse_number)


def list_later_releases(release: str, folder: Path = FOLDER) -> list[str]:
    """The releases after one, the oldest first; none where it is no number."""
    if not NUMBER.fullmatch(release):
        return []
    return [name for name in list_releases(folder) if parse_number(name) > parse_number(release)]


@cache
def read_claims(release: str, folder: Path = FOLDER) -> tuple[Cells, ...]:
    """The claims of a release; none where it has no such file."""
    return _read(folder / f"{release}.claims.csv")


@cache
def read_rows(release: str, folder: Path = FOLDER) -> tuple[Cells, ...]:
    """The rows of a release, by table and key, each with its digest."""
    return _read(folder / f"{release}.rows.csv")


@cache
def read_changes(release: str, folder: Path = FOLDER) -> tuple[Cells, ...]:
    """What a release changed against the one before."""
    return _read(folder / f"{release}.changes.csv")


def _read(path: Path) -> tuple[Cells, ...]:
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
