"""The command `decide`: the cards of a draft with their words and why, and what a curator decides on them."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from typing import Any

from data.drafts.candidate import PERHAPS, PERHAPS_WHY, REFERRING
from data.drafts.cards import EDITABLE, Card, explain_inference, propose_detail
from data.drafts.decisions import REJECTIONS, Verdict
from data.drafts.folders import open_desk
from data.drafts.metadata import CELLS
from etl.draft.desk import wishes
from etl.draft.desk.reading import find_today
from etl.draft.desk.wishes import Wishes
from etl.reporting.errors import UsageError

DONE = 0
NAMED = ("--data", "--format")
VERDICTS = {
    "accept": Verdict.ACCEPTED,
    "reject": Verdict.REJECTED,
    "later": Verdict.LATER,
    "undo": Verdict.UNDONE,
}
TOLD = ("unit", "by")
"""Of the details that cannot be edited those that a person needs."""
ADDING = (
    "--add place value=Osh words='held in Osh' row=osh: what no card proposes, with its words in the document"
)
REASON = f"why, kept with what this call rejects, edits, adds or puts off: {', '.join(REJECTIONS)} …"
EXAMPLE = "--edit 4 row=unodc role=host: value, row (row=- is a new one), a detail; alias=1: another spelling"


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "decide", help="list the candidates of a draft; accept, edit or reject them by number"
    )
    parser.add_argument("draft", metavar="DRAFT", help="name of a draft, as draft --list tells")
    for name in VERDICTS:
        parser.add_argument(f"--{name}", default="", metavar="NUMBERS", help="numbers of cards, as 1,3-5")
    parser.add_argument("--edit", nargs="+", action="append", default=[], metavar="WORD", help=EXAMPLE)
    parser.add_argument(
        "--accept-certain", action="store_true", help="accept what is printed and leaves nothing to choose"
    )
    parser.add_argument("--add", nargs="+", action="append", default=[], metavar="WORD", help=ADDING)
    for record, cells in CELLS.items():
        words = f"what no words of the document give, as name=value: {', '.join(cells)}"
        parser.add_argument(f"--{record}", nargs="+", default=[], metavar="WORD", help=words)
    parser.add_argument("--reason", default="", metavar="TEXT", help=REASON)
    parser.add_argument("--who", default="", metavar="NAME", help="kept with the decisions of this call")
    return parser


def run(wanted: argparse.Namespace, _bar: Any) -> Callable[[str], int]:
    """Append what is wished, all or none; what is returned prints all cards as they are then."""
    if wanted.reason and wanted.accept:
        raise UsageError(
            "--reason says why cards are rejected or changed: accept the others in a call of their own"
        )
    verdicts = [wishes.parse_edit(words) for words in wanted.edit]
    for name, verdict in VERDICTS.items():
        verdicts += wishes.parse_verdict(getattr(wanted, name), verdict)
    given = [(record, words) for record in CELLS if (words := getattr(wanted, record))]
    filled = tuple(wishes.parse_metadata(record, words) for record, words in given)
    added = tuple(map(wishes.parse_addition, wanted.add))
    signed = (wanted.who, find_today(), wanted.reason)
    wished = Wishes(tuple(verdicts), wanted.accept_certain, added, filled, *signed)
    return partial(_tell, wishes.decide(open_desk(wanted.data), wanted.draft, wished))


def _tell(cards: list[Card], form: str) -> int:
    if form == "json":
        sys.stdout.write(
            json.dumps([asdict(card) | {"state": card.state} for card in cards], indent=1) + "\n"
        )
        return DONE
    for card in cards:
        sys.stdout.writelines(f"{line}\n" for line in _format_card(card))
    waiting = sum(card.decision is None or card.decision.verdict is Verdict.LATER for card in cards)
    sys.stdout.write(f"{waiting} of {len(cards)} to decide\n")
    return DONE


def _format_card(card: Card) -> Iterator[str]:
    """What is proposed, its details, and the words with the reason; then what a decision changed."""
    each, decision = card.candidate, card.decision
    state = f"  [{card.state}]" if card.state else ""
    yield f"{card.number:>3}  {each.field:<14} {each.value}{_format_rows(card)}{state}"
    named = (*EDITABLE[each.field], *TOLD)
    details = {name: text for name in named if (text := propose_detail(each, name))}
    if details:
        yield f"     {', '.join(f'{name} {text}' for name, text in details.items())}"
    if PERHAPS in each.detail:
        yield f"     perhaps, but not said: {each.detail[PERHAPS]}. {each.detail[PERHAPS_WHY]}"
    why = explain_inference(each)
    yield f"     ¶{each.paragraph} “{each.anchor}”: {each.why}{f'; inferred: {why}' if why else ''}"
    if decision:
        kept = {"value": decision.kept_value, "row": decision.kept_row} | decision.kept_detail
        kept |= {"because": decision.reason}
        words = ", ".join(f"{name} {text}" for name, text in kept.items() if text)
        if words:
            yield f"     {decision.verdict}: {words}"


def _format_rows(card: Card) -> str:
    rows = card.candidate.rows
    if len(rows) > 1:
        return f" → one of {', '.join(row or 'a new row' for row in rows)}"
    return f" → {rows[0] if rows and rows[0] else 'a new row'}" if card.candidate.field in REFERRING else ""
