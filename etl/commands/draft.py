"""The command `draft`: files become drafts for a curator, one line each; `--list` names the drafts."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.values.dates import partial_date
from etl.draft import drafter
from etl.draft.desk import drafts
from etl.draft.desk.acceptance import list_undecided
from etl.draft.desk.decisions import list_decisions
from etl.draft.desk.places import Desk, open_desk
from etl.draft.desk.reading import DRAFTED, KNOWN, REFUSED, Outcome, Reader, SourceFacts, today
from etl.draft.gazetteer import curated_rows
from etl.draft.gazetteer.record_names import record_names
from etl.reporting.errors import UsageError

DONE, SOME_REFUSED = 0, 3
NAMED = ("--data", "--format")
"""Options that all commands share and this one takes."""


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "draft", help="draft rows from files: TXT, HTML, PDF, DOCX"
    )
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="a saved page or document")
    parser.add_argument("--list", action="store_true", help="name the drafts and their states instead")
    parser.add_argument("--url", default="", metavar="URL", help="address of the page, if one file is given")
    parser.add_argument(
        "--publisher", default="", metavar="NAME", help="who published it, as the record names them"
    )
    parser.add_argument("--published", default="", metavar="DAY", help="day of publication, YYYY-MM-DD")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument(
        "--ask", action="store_true", help=f"ask the drafter too ({drafter.SETTING} names it)"
    )
    return parser


def run(wanted: argparse.Namespace, bar: Any) -> Callable[[str], int]:
    """Read all files; what is returned prints a line for each, once the bar is gone."""
    own = open_desk(wanted.data)
    if wanted.list:
        lines = list(_listed(own))
        return lambda _: _tell_lines(lines)
    if not wanted.files:
        raise UsageError("draft: name a file, or --list")
    if wanted.url and len(wanted.files) > 1:
        raise UsageError("--url belongs to one page: draft one file at a time with it")
    record = curated_rows.read(wanted.data)
    facts = SourceFacts(wanted.url, wanted.publisher, _day(wanted.published))
    ask = _consent(bar) if wanted.ask else None
    reader = Reader(own, record, record_names(record), facts, today(), is_dry=wanted.dry, ask=ask)
    outcomes = []
    for done, path in enumerate(wanted.files):
        bar.show("draft", done, len(wanted.files))
        outcomes.append(reader.read(path))
    return lambda _: _tell(outcomes)


def _day(text: str) -> str:
    try:
        return partial_date(text) if text else ""
    except ValueError as error:
        raise UsageError(f"--published {text}: {error}") from error


def _consent(bar: Any) -> "drafter.Drafter":
    """The drafter, once its address was told; UsageError where none is set."""
    found = drafter.read_settings()
    if found is None:
        raise UsageError(f"--ask: no drafter is set ({drafter.SETTING})")
    bar.__exit__(None, None, None)
    sys.stderr.write(f"The text of each document is sent to {found.address}.\n")
    return found


def _listed(own: Desk) -> list[str]:
    lines = []
    for name in drafts.names(own.drafts):
        draft = drafts.read(own.drafts, name)
        waiting = len(list_undecided(draft, list_decisions(own.decisions, draft.text_sha256)))
        state = (
            draft.state if draft.state != drafts.DRAFTED else f"{waiting} to decide" if waiting else "decided"
        )
        lines.append(f"{name}  {state}")
    return lines or ["There are no drafts."]


def _tell_lines(lines: list[str]) -> int:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return DONE


def _tell(outcomes: list[Outcome]) -> int:
    width = max(len(each.file) for each in outcomes)
    for each in outcomes:
        name = f" → {each.draft}" if each.draft else ""
        sys.stdout.write(f"{each.file:<{width}}  {each.state:<8} {each.why}{name}\n")
        for note in each.notes:
            sys.stdout.write(f"{'':<{width}}  {'':<8} {note}\n")
    counts = {state: sum(each.state == state for each in outcomes) for state in (DRAFTED, REFUSED, KNOWN)}
    told = ", ".join(f"{number} {state}" for state, number in counts.items() if number)
    sys.stdout.write(f"{told}\n")
    return SOME_REFUSED if counts[REFUSED] else DONE
