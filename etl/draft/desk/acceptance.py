"""The candidates of a draft that a curator accepted, with what he changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.draft.candidates.candidate import Candidate, Field
from etl.draft.desk.decisions import KEPT, Decision, Verdict
from etl.draft.desk.drafts import Draft

NEW_ROW = "-"
"""The row that a decision keeps where it is none of those that the candidate may mean."""
ALIAS = "alias"
"""Key of a decision's detail: the words are another spelling of the row that was kept."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """`row` is the row of the record that was chosen; empty: a new one."""

    candidate: Candidate
    row: str
    is_alias: bool = False

    @property
    def value(self) -> str:
        return self.candidate.value

    @property
    def detail(self) -> dict[str, str]:
        return self.candidate.detail


def list_accepted(draft: Draft, decisions: dict[str, Decision]) -> list[Acceptance]:
    """In the order of the draft."""
    found = []
    for identity, candidate in draft.candidates:
        decision = decisions.get(identity)
        if decision and decision.verdict in KEPT:
            found.append(_kept(candidate, decision))
    return found


def _kept(candidate: Candidate, decision: Decision) -> Acceptance:
    detail = candidate.detail | {name: text for name, text in decision.kept_detail.items() if name != ALIAS}
    value = decision.kept_value or candidate.value
    only = candidate.rows[0] if len(candidate.rows) == 1 and decision.verdict is Verdict.ACCEPTED else ""
    is_changed = decision.verdict is Verdict.EDITED and value != candidate.value
    if decision.kept_row == NEW_ROW:
        return Acceptance(replace(candidate, value=value, detail=detail), "")
    row = decision.kept_row or ("" if is_changed else only)
    return Acceptance(replace(candidate, value=value, detail=detail), row, ALIAS in decision.kept_detail)


def select_field(listed: list[Acceptance], field: Field) -> Iterator[Acceptance]:
    return (each for each in listed if each.candidate.field is field)


def list_undecided(draft: Draft, decisions: dict[str, Decision]) -> list[tuple[str, Candidate]]:
    """What still waits; *later* waits too."""
    return [
        (identity, candidate)
        for identity, candidate in draft.candidates
        if identity not in decisions or decisions[identity].verdict is Verdict.LATER
    ]


def list_unresolved(draft: Draft, decisions: dict[str, Decision]) -> list[Candidate]:
    """Accepted candidates that may mean several rows, of which none was chosen."""
    return [
        candidate
        for identity, candidate in draft.candidates
        if (decision := decisions.get(identity))
        and decision.verdict is Verdict.ACCEPTED
        and len(candidate.rows) > 1
        and not decision.kept_row
    ]
