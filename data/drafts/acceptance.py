"""What became of the candidates of a draft: accepted with changes, waiting, or with a choice left open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.drafts.candidate import PERHAPS, Candidate, Field
from data.drafts.decisions import KEPT, Decision, Verdict
from data.drafts.draft import NEW_ROW, Draft
from data.schema.vocabulary import EventMode

ALIAS = "alias"
"""Key of a decision's detail: the words are another spelling of the row that was kept."""
STATED_ONCE = (Field.DATE, Field.PLACE, Field.MODE, Field.FORM, Field.PARTICIPANTS)
"""Of several candidates of these fields a person chooses."""
Decisions = dict[str, Decision]


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


def list_accepted(draft: Draft, decisions: Decisions) -> list[Acceptance]:
    """In the order of the draft."""
    return [
        _kept(candidate, decision)
        for identity, candidate in draft.candidates
        if (decision := decisions.get(identity)) and decision.verdict in KEPT
    ]


def _kept(candidate: Candidate, decision: Decision) -> Acceptance:
    detail = candidate.detail | {name: text for name, text in decision.kept_detail.items() if name != ALIAS}
    value = decision.kept_value or candidate.value
    kept = replace(candidate, value=value, detail=detail)
    if decision.kept_row:
        row = "" if decision.kept_row == NEW_ROW else decision.kept_row
        return Acceptance(kept, row, ALIAS in decision.kept_detail and bool(row))
    is_same = len(candidate.rows) == 1 and value == candidate.value
    return Acceptance(kept, candidate.rows[0] if is_same else "")


def select_field(listed: list[Acceptance], field: Field) -> Iterator[Acceptance]:
    return (each for each in listed if each.candidate.field is field)


def list_undecided(draft: Draft, decisions: Decisions) -> list[Candidate]:
    """What still waits; *later* waits too."""
    return [
        candidate
        for identity, candidate in draft.candidates
        if identity not in decisions or decisions[identity].verdict is Verdict.LATER
    ]


def list_certain(draft: Draft, decisions: Decisions) -> list[Candidate]:
    """Those without a decision that need no judgement: nothing to choose, to guess, or to make anew.

    A place beside *online* needs one: it may be that of another event.
    """
    counts = Counter(candidate.field for _, candidate in draft.candidates)
    if any(each.field is Field.MODE and each.value == EventMode.ONLINE for _, each in draft.candidates):
        counts[Field.PLACE] += 1
    return [
        candidate
        for identity, candidate in draft.candidates
        if identity not in decisions
        and candidate.is_certain
        and (candidate.field not in STATED_ONCE or counts[candidate.field] == 1)
    ]


def list_unresolved(draft: Draft, decisions: Decisions) -> list[Candidate]:
    """Accepted candidates that leave a choice open which nobody made."""
    return [
        candidate
        for identity, candidate in draft.candidates
        if (decision := decisions.get(identity))
        and decision.verdict in KEPT
        and list_choices(candidate, decision)
    ]


def list_choices(candidate: Candidate, decision: Decision) -> list[str]:
    """What may be meant, of which nothing was chosen yet: rows of the record, or roles."""
    if len(candidate.rows) > 1 and not decision.kept_row and decision.kept_value in ("", candidate.value):
        return [row or "a new row" for row in candidate.rows]
    if PERHAPS in candidate.detail and "role" not in decision.kept_detail:
        return [candidate.detail["role"], candidate.detail[PERHAPS]]
    return []
