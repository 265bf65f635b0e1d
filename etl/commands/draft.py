"""The command `draft`: files become drafts for a curator, one line each; `--list` names the drafts."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from data.drafts.draft import list_drafts
from data.drafts.folders import Desk, open_desk
from data.values.dates import partial_date
from etl.draft import drafter
from etl.draft.desk.draft_states import describe_state, open_draft
from etl.draft.desk.journal import refuse_cut_merge
from etl.draft.desk.reading import DRAFTED, KNOWN, REFUSED, Outcome, Reader, find_today
from etl.draft.desk.reading_child import SourceFacts
from etl.draft.desk.reading_process import ReadingProcess
from etl.draft.gazetteer.curated_rows import CuratedRows, read_curated
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
    if not wanted.list and not wanted.files:
        raise UsageError("draft: name a file, or --list")
    if wanted.url and len(wanted.files) > 1:
        raise UsageError("--url belongs to one page: draft one file at a time with it")
    facts = SourceFacts(wanted.url, wanted.publisher, _day(wanted.published))
    refuse_cut_merge(own.journal)
    record = read_curated(wanted.data)
    if wanted.list:
        return partial(_tell_list, _list_states(own, record))
    asked = _announce_drafter(bar) if wanted.ask else None
    outcomes = []
    with ReadingProcess(wanted.data, facts) as process:
        reader = Reader(own, record, facts, find_today(), process.read, is_dry=wanted.dry, drafter=asked)
        for done, path in enumerate(wanted.files):
            bar.show("draft", done, len(wanted.files))
            outcomes.append(reader.read(path))
    return partial(_tell, outcomes)


def _day(text: str) -> str:
    try:
        return partial_date(text) if text else ""
    except ValueError as error:
        raise UsageError(f"--published {text}: {error}") from error


def _announce_drafter(bar: Any) -> drafter.Drafter:
    """The drafter, once its address was told; UsageError where none is set."""
    found = drafter.read_settings()
    if found is None:
        raise UsageError(f"--ask: no drafter is set ({drafter.SETTING})")
    bar.close()
    sys.stderr.write(f"The text of each document is sent to {found.address}.\n")
    return found


def _list_states(own: Desk, record: CuratedRows) -> dict[str, str]:
    listed = (open_draft(own, name) for name in list_drafts(own.drafts))
    return {draft.name: describe_state(own, draft, record) for draft in listed}


def _tell_list(states: dict[str, str], form: str) -> int:
    if form == "json":
        sys.stdout.write(json.dumps(states, indent=1) + "\n")
        return DONE
    lines = [f"{name}  {state}" for name, state in states.items()] or ["There are no drafts."]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return DONE


def _tell(outcomes: list[Outcome], form: str) -> int:
    counts = Counter(each.state for each in outcomes)
    if form == "json":
        sys.stdout.write(json.dumps([asdict(each) for each in outcomes], indent=1) + "\n")
    else:
        width = max(len(each.file) for each in outcomes)
        for each in outcomes:
            name = f" → {each.draft}" if each.draft else ""
            sys.stdout.write(f"{each.file:<{width}}  {each.state:<8} {each.why}{name}\n")
            for note in each.notes:
                sys.stdout.write(f"{'':<{width}}  {'':<8} {note}\n")
        told = (f"{counts[state]} {state}" for state in (DRAFTED, REFUSED, KNOWN) if counts[state])
        sys.stdout.write(f"{', '.join(told)}\n")
    return SOME_REFUSED if counts[REFUSED] else DONE
