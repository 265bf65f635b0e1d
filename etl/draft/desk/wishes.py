"""Decisions by the numbers of cards, as the command line takes them: all that are wished, or none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.drafts.acceptance import list_certain
from data.drafts.additions import Addition, add_candidate
from data.drafts.candidate import Field
from data.drafts.cards import UNCHANGED, Card, Change, DecisionError, decide_card, sign_decision
from data.drafts.decisions import Decision, Verdict, append_decisions
from data.drafts.draft import Draft
from data.drafts.folders import Desk
from data.drafts.metadata import decide_metadata
from data.drafts.review import Review, read_document
from etl.draft.desk.draft_states import review
from etl.reporting.errors import UsageError

NUMBERS = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to decide, by the numbers of cards."""

    verdicts: tuple[tuple[int, Verdict, Change], ...] = ()
    is_certain_accepted: bool = False
    added: tuple[Addition, ...] = ()
    """What no card proposes."""
    metadata: tuple[tuple[str, dict[str, str]], ...] = ()
    """Cells of the source and of the event, which no words of the document give."""
    who: str = ""
    day: str = ""
    reason: str = ""


def decide(desk: Desk, name: str, wishes: Wishes) -> list[Card]:
    """Append decisions on a draft, all or none; all its cards as they are then."""
    found = review(desk, name)
    try:
        made = [*_list_decisions(found.draft, found.cards, wishes), *_list_others(desk, found, wishes)]
    except DecisionError as error:
        raise UsageError(str(error)) from error
    if made:
        append_decisions(desk.decisions, *made)
    return review(desk, name).cards


def _list_decisions(draft: Draft, cards: list[Card], wishes: Wishes) -> Iterator[Decision]:
    by_number = {card.number: card for card in cards}
    numbers = [number for number, _, _ in wishes.verdicts]
    for number, verdict, change in wishes.verdicts:
        if number not in by_number:
            raise DecisionError(f"card {number}: the draft has {len(cards)} cards")
        if numbers.count(number) > 1:
            raise DecisionError(f"card {number}: is named twice")
        made = decide_card(draft, by_number[number], verdict, change)
        yield sign_decision(made, wishes.who, wishes.day, wishes.reason)
    if wishes.is_certain_accepted:
        decisions = {card.identity: card.decision for card in cards if card.decision}
        certain = list_certain(draft, decisions)
        for card in cards:
            if card.candidate in certain and card.number not in numbers:
                made = decide_card(draft, card, Verdict.ACCEPTED)
                yield sign_decision(made, wishes.who, wishes.day, "certain")


def _list_others(desk: Desk, found: Review, wishes: Wishes) -> Iterator[Decision]:
    """What is added by hand, and what is said of source and event."""
    for added in wishes.added:
        made = add_candidate(found.draft, read_document(desk, found.draft.name), added)
        yield sign_decision(made, wishes.who, wishes.day, wishes.reason)
    for record, cells in wishes.metadata:
        made = decide_metadata(found.draft, record, cells, found.decisions.get(record))
        yield sign_decision(made, wishes.who, wishes.day, wishes.reason)


def parse_addition(words: list[str]) -> Addition:
    """*date value=2024-05-03 words=…* as an addition by hand; UsageError for anything else."""
    field, *parts = words
    if field not in list(Field) or any("=" not in part for part in parts):
        raise UsageError(f"--add {' '.join(words)}: give one of {', '.join(Field)}, then name=value")
    pairs = dict(part.partition("=")[::2] for part in parts)
    value, anchor, row = (pairs.pop(name, "") for name in ("value", "words", "row"))
    return Addition(Field(field), value, anchor, row, pairs)


def parse_metadata(record: str, words: list[str]) -> tuple[str, dict[str, str]]:
    """*publisher=UNODC language=en* as cells of the source or the event; UsageError for anything else."""
    if not words or any("=" not in word for word in words):
        raise UsageError(f"--{record} {' '.join(words)}: give name=value")
    return record, dict(word.partition("=")[::2] for word in words)


def parse_numbers(text: str) -> list[int]:
    """*1,3-5* as numbers; UsageError for anything else."""
    found: list[int] = []
    for part in filter(None, text.replace(" ", "").split(",")):
        span = NUMBERS.fullmatch(part)
        if not span:
            raise UsageError(f"{part}: cards are given by their numbers, as 1,3-5")
        found += range(int(span[1]), int(span[2] or span[1]) + 1)
    return found


def parse_edit(words: list[str]) -> tuple[int, Verdict, Change]:
    """*4 row=unodc role=host* as an edit of a card; UsageError for anything else."""
    number, *parts = words
    pairs = dict(part.partition("=")[::2] for part in parts)
    if not number.isdecimal() or not pairs or any("=" not in part for part in parts):
        raise UsageError(f"--edit {' '.join(words)}: give the number of a card, then name=value")
    change = Change(pairs.pop("value", ""), pairs.pop("row", ""), pairs)
    return int(number), Verdict.EDITED, change


def parse_verdict(text: str, verdict: Verdict) -> list[tuple[int, Verdict, Change]]:
    """The cards of an option, each with the same verdict."""
    return [(number, verdict, UNCHANGED) for number in parse_numbers(text)]
