"""Cursors: where the next page of an answer begins, good for one build and one question."""

import hashlib
import re

from data.extracts.request import Request
from pages.server.api.problems import ProblemError, refuse

FORM = re.compile(r"([0-9A-Za-z]{1,64})-([0-9a-f]{12})-([0-9]{1,9})", re.ASCII)
"""Build, digest of the question, number of rows before the page."""
LONGEST = 90
"""Characters of a cursor."""


def write_cursor(asked: Request, first: int) -> str:
    """The cursor of the page that begins after `first` rows."""
    return f"{asked.release.build}-{_digest(asked)}-{first}"


def read_cursor(asked: Request, cursor: str) -> int:
    """How many rows come before the page; ProblemError where the cursor is of another build or question."""
    if not cursor:
        return 0
    found = FORM.fullmatch(cursor)
    if found is None:
        wanted = "this is none that an answer gave; take it from “next”, or leave it out."
        raise refuse("cursor", wanted, value=cursor)
    build, digest, first = found.groups()
    if build != asked.release.build:
        raise ProblemError(
            410,
            f"cursor: it is of build {build}, and the record is build {asked.release.build} now; begin again "
            "without a cursor.",
        )
    if digest != _digest(asked):
        raise refuse("cursor", "it belongs to another data set, or to other filters.", value=cursor)
    return int(first)


def _digest(asked: Request) -> str:
    whole = repr((asked.dataset, asked.filters, asked.settings))
    return hashlib.sha256(whole.encode()).hexdigest()[:12]
