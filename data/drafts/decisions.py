"""What curators decided on candidates: append-only, in git, looked up by the candidate's identity.

The last decision on a candidate counts; `undone` takes it back. The identity holds the hash of the text, so
that a rejection comes back for the same document and reaches no other.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from pathlib import Path

from data.files.row_files import Cells, append_rows, read_rows

COLUMNS = (
    *("candidate", "text_sha256", "field", "value", "anchor", "decision", "reason"),
    *("kept_value", "kept_row", "kept_detail", "who", "on"),
)
NAMED_OTHERWISE = ("decision", "kept_detail", "on")


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    LATER = "later"
    UNDONE = "undone"
    ADDED = "added"
    """By hand: the decision holds the whole candidate."""


REJECTIONS = ("not said here", "of another event", "wrong row", "not wanted")
"""Why a candidate is rejected, for those who want no words of their own."""
KEPT = (Verdict.ACCEPTED, Verdict.EDITED, Verdict.ADDED)


@dataclass(frozen=True, slots=True)
class Decision:
    candidate: str
    text_sha256: str
    field: str
    value: str
    anchor: str
    verdict: Verdict
    reason: str = ""
    kept_value: str = ""
    kept_row: str = ""
    kept_detail: dict[str, str] = dataclass_field(default_factory=dict)
    who: str = ""
    day: str = ""


def append_decisions(path: Path, *decisions: Decision) -> None:
    """Append; several at once are one write."""
    append_rows(path, COLUMNS, map(_cells, decisions))


def list_texts(path: Path) -> list[str]:
    """The digests of all texts that decisions were taken on."""
    return list(dict.fromkeys(row["text_sha256"] for row in read_rows(path)))


def list_decisions(path: Path, text_sha256: str) -> dict[str, Decision]:
    """The decision that counts for each candidate of one text."""
    rows = (row for row in read_rows(path) if row["text_sha256"] == text_sha256)
    return _latest(map(_decision, rows))


def find_last(path: Path, text_sha256: str) -> Decision | None:
    """The decision on one text that was taken last and not taken back."""
    standing: list[Decision] = []
    for row in read_rows(path):
        if row["text_sha256"] == text_sha256:
            decision = _decision(row)
            if decision.verdict is not Verdict.UNDONE:
                standing.append(decision)
            elif own := [each for each in standing if each.candidate == decision.candidate]:
                standing.remove(own[-1])
    return standing[-1] if standing else None


def undo_decision(decision: Decision) -> Decision:
    """The decision that takes this one back."""
    parts = (decision.candidate, decision.text_sha256, decision.field, decision.value, decision.anchor)
    return Decision(*parts, Verdict.UNDONE)


def _latest(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """By candidate; an undone one falls back to the one before it."""
    history: dict[str, list[Decision]] = {}
    for decision in decisions:
        own = history.setdefault(decision.candidate, [])
        if decision.verdict is not Verdict.UNDONE:
            own.append(decision)
        elif own:
            own.pop()
    return {candidate: own[-1] for candidate, own in history.items() if own}


def _decision(row: Cells) -> Decision:
    parts = {name: row[name] for name in COLUMNS if name not in NAMED_OTHERWISE}
    detail = json.loads(row["kept_detail"] or "{}")
    return Decision(verdict=Verdict(row["decision"]), kept_detail=detail, day=row["on"], **parts)


def _cells(decision: Decision) -> Cells:
    """On one line: a line that a kill cuts is one decision."""
    detail = json.dumps(decision.kept_detail, ensure_ascii=False) if decision.kept_detail else ""
    own = {name: str(getattr(decision, name)) for name in COLUMNS if name not in NAMED_OTHERWISE}
    cells = own | {"decision": str(decision.verdict), "kept_detail": detail, "on": decision.day}
    return {name: " ".join(text.split()) for name, text in cells.items()}
