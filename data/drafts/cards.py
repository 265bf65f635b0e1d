"""The candidates of a draft as numbered cards with what was decided on them, and new decisions on them."""

from dataclasses import dataclass, replace

from data.drafts.acceptance import ALIAS, Decisions, list_choices
from data.drafts.candidate import Candidate, Field
from data.drafts.decisions import KEPT, Decision, Verdict
from data.drafts.draft import Draft
from data.values.romanisation import REASON, romanise

EDITABLE = {
    Field.DATE: ("end",),
    Field.PLACE: ("country", "kind", ALIAS),
    Field.MODE: (),
    Field.FORM: ("kind",),
    Field.ORGANISATION: ("role", "country", "id", "name", "full_name", "kind", "family", "parent", ALIAS),
    Field.PERSON: ("role", "office", "organisation", "organisation_row", "mode", "name", ALIAS),
    Field.PARTICIPANTS: ("bound",),
    Field.INSTRUMENT: ("relation", "id", "kind", ALIAS),
    Field.RECOMMENDATION: ("to", "organisation_id", "person_id"),
    Field.OFFICE_COUNT: ("border", "scope", "status", "bound", "as_of"),
}
"""What of a candidate may be edited beside its value and its row."""


class DecisionError(Exception):
    """Why a decision is not taken, in one sentence."""


@dataclass(frozen=True, slots=True)
class Card:
    number: int
    """From 1, in the order of the draft; it never changes."""
    identity: str
    candidate: Candidate
    decision: Decision | None

    @property
    def is_added(self) -> bool:
        """Whether it was added by hand: then its one decision holds all of it."""
        return self.decision is not None and self.decision.verdict is Verdict.ADDED

    @property
    def state(self) -> str:
        """What was decided, else what it needs."""
        if self.decision:
            return str(self.decision.verdict)
        return "certain" if self.candidate.is_certain else "to choose" if self.candidate.is_open else ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a curator changes of a candidate; `row` may be NEW_ROW."""

    value: str = ""
    row: str = ""
    detail: dict[str, str] | None = None


UNCHANGED = Change()


def propose_detail(each: Candidate, name: str, value: str = "") -> str:
    """The detail where no curator says otherwise: as drafted; of a new person the name in Latin letters."""
    if each.field is Field.PERSON and name == "name":
        latin = romanise(value or each.value)
        return latin if latin != (value or each.value) and not any(each.rows) else ""
    return each.detail.get(name, "")


def explain_inference(each: Candidate) -> str:
    """Why what is proposed is inferred; empty where all of it is printed."""
    is_romanised = each.field is Field.PERSON and bool(propose_detail(each, "name"))
    return " ".join(filter(None, (each.inferred, REASON if is_romanised else "")))


def list_cards(draft: Draft, decisions: Decisions) -> list[Card]:
    return [
        Card(number, identity, candidate, decisions.get(identity))
        for number, (identity, candidate) in enumerate(draft.candidates, start=1)
    ]


def decide_card(draft: Draft, card: Card, verdict: Verdict, change: Change = UNCHANGED) -> Decision:
    """A decision on a card; DecisionError where it leaves open what a person has to say."""
    candidate, detail = card.candidate, change.detail or {}
    if unknown := detail.keys() - set(EDITABLE[candidate.field]):
        allowed = ", ".join(("value", "row", *EDITABLE[candidate.field]))
        raise DecisionError(f"card {card.number}: {sorted(unknown)[0]} is none of {allowed}")
    if card.is_added and verdict is not Verdict.UNDONE:
        raise DecisionError(f"card {card.number}: was added by hand; undo it, then add it as it should be")
    if verdict is Verdict.UNDONE and card.decision is None:
        raise DecisionError(f"card {card.number}: nothing is decided on it")
    made = Decision(
        card.identity,
        draft.text_sha256,
        str(candidate.field),
        candidate.value,
        candidate.anchor,
        verdict,
        kept_value=change.value,
        kept_row=change.row,
        kept_detail=detail,
    )
    if verdict in KEPT and (choices := list_choices(candidate, made)):
        raise DecisionError(f"card {card.number}: it may be {', '.join(choices)}; choose one by an edit")
    if verdict in KEPT and not (change.value or candidate.value):
        raise DecisionError(f"card {card.number}: it needs words of our own; give its value by an edit")
    return made


def sign_decision(decision: Decision, who: str, day: str, reason: str = "") -> Decision:
    """The decision with who took it, when and why."""
    return replace(decision, who=who, day=day, reason=reason)
