"""What a curator says of a draft as a whole: its source, and the event that it reports, as decisions."""

from dataclasses import replace
from typing import Any

from data.drafts.cards import DecisionError
from data.drafts.decisions import Decision, Verdict
from data.drafts.draft import Draft

SOURCE, EVENT = "source", "event"
"""What such a decision is kept under, in place of the identity of a candidate."""
SOURCE_CELLS = (
    *("id", "publisher", "originator", "about", "language", "published_on", "url"),
    *("kind", "url_status", "extent", "read_on", "note"),
)
EVENT_CELLS = ("id", "title", "themes", "confidence")
CELLS = {SOURCE: SOURCE_CELLS, EVENT: EVENT_CELLS}
SOURCE_NEEDS = ("id", "publisher", "originator", "about", "kind", "language", "url_status", "extent")
"""Cells that every new source has."""
CLEARED = "-"
"""A cell that was made empty; decisions keep no empty ones."""


def decide_metadata(draft: Draft, record: str, cells: dict[str, str], before: Decision | None) -> Decision:
    """The decision that fills cells of the source or the event; others stay as `before`. Or DecisionError."""
    if unknown := cells.keys() - set(CELLS[record]):
        raise DecisionError(f"{record}: {sorted(unknown)[0]} is none of {', '.join(CELLS[record])}")
    told = {name: " ".join(text.split()) or CLEARED for name, text in cells.items()}
    kept = (before.kept_detail if before else {}) | told
    return Decision(record, draft.text_sha256, record, "", "", Verdict.EDITED, kept_detail=kept)


def fill_metadata(draft: Draft, decisions: dict[str, Decision]) -> Draft:
    """The draft with what was decided on its source and event; it counts more than draft.toml."""
    source: dict[str, str] = draft.source | _cells(decisions.get(SOURCE))
    told: dict[str, Any] = dict(_cells(decisions.get(EVENT)))
    if "themes" in told:
        told["themes"] = told["themes"].split()
    return replace(draft, source=source, event=draft.event | told)


def is_event_open(draft: Draft, decisions: dict[str, Decision]) -> bool:
    """Whether it may report an event of the record and nobody said yet whether it does."""
    decided = decisions.get(EVENT)
    is_said = bool(draft.event.get("id")) or bool(decided and "id" in decided.kept_detail)
    return bool(draft.alike) and not is_said


def list_missing(draft: Draft, *, is_known: bool) -> list[str]:
    """What a new source, one that the record does not know, and a new event lack."""
    missing = [] if is_known else [name for name in SOURCE_NEEDS if not draft.source.get(name)]
    return missing if draft.event.get("id") or draft.event.get("title") else [*missing, "title of the event"]


def _cells(decision: Decision | None) -> dict[str, str]:
    kept = decision.kept_detail if decision else {}
    return {name: "" if text == CLEARED else text for name, text in kept.items()}
