"""Candidates that a curator adds by hand: their words are proven at once, the decision holds all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from data import documents
from data.claims.passages import LONGEST_ANCHOR
from data.documents import Document
from data.drafts.candidate import REFERRING, Candidate, Field, Origin
from data.drafts.cards import EDITABLE, DecisionError
from data.drafts.decisions import Decision, Verdict
from data.drafts.draft import NEW_ROW, Draft

WHY = "added by hand"
PLACE = ("paragraph", "start", "end")
"""Where the words are: kept with the details of such a decision."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What a curator enters; `row` is a row of the record, NEW_ROW or empty."""

    field: Field
    value: str
    words: str
    row: str = ""
    detail: dict[str, str] = dataclass_field(default_factory=dict)


def prove_words(document: Document, words: str) -> documents.Place:
    """The one place of the words; DecisionError, in one sentence, where they cannot be an anchor."""
    if not words.strip():
        raise DecisionError("Give the words of the document that carry the value.")
    if len(words.split()) > LONGEST_ANCHOR:
        raise DecisionError(f"Give at most {LONGEST_ANCHOR} words of the document.")
    found = documents.find_places(document, words, None, None)
    if not found:
        raise DecisionError(f"“{words}” does not stand in the document, letter by letter.")
    if len(found) > 1:
        places = " and ".join(f"¶ {place.paragraph}" for place in found[:2])
        raise DecisionError(
            f"“{words}” stands {len(found)} times, in {places}: give a word more, before or after it."
        )
    return found[0]


def add_candidate(draft: Draft, document: Document, added: Addition) -> Decision:
    """The decision that adds a candidate; DecisionError, in one sentence, where it cannot be one."""
    if not added.value.strip():
        raise DecisionError("Give the value.")
    if added.field in REFERRING and not added.row:
        raise DecisionError("Say which row of the record it is, or that it is a new one.")
    if unknown := added.detail.keys() - set(EDITABLE[added.field]):
        allowed = ", ".join(("value", "words", "row", *EDITABLE[added.field]))
        raise DecisionError(f"{added.field}: {sorted(unknown)[0]} is none of {allowed}")
    place = prove_words(document, added.words)
    detail = {name: text for name, text in added.detail.items() if text}
    number, start, end = place
    anchor = document.printed[number - 1][start:end]
    made = Candidate(added.field, added.value.strip(), number, start, end, WHY, detail=detail, anchor=anchor)
    identity = made.identity(draft.text_sha256)
    if identity in {known for known, _ in draft.candidates}:
        raise DecisionError(f"“{made.value}” with these words is a card of this draft already.")
    kept = detail | dict(zip(PLACE, map(str, place), strict=True))
    return Decision(
        identity,
        draft.text_sha256,
        str(added.field),
        made.value,
        anchor,
        Verdict.ADDED,
        kept_row=added.row,
        kept_detail=kept,
    )


def list_added(decisions: dict[str, Decision]) -> Iterator[tuple[str, Candidate]]:
    """The candidates that decisions added, with their identities."""
    for identity, decision in decisions.items():
        if decision.verdict is Verdict.ADDED:
            detail = {name: text for name, text in decision.kept_detail.items() if name not in PLACE}
            number, start, end = (int(decision.kept_detail[name]) for name in PLACE)
            rows = () if decision.kept_row in ("", NEW_ROW) else (decision.kept_row,)
            yield (
                identity,
                Candidate(
                    Field(decision.field),
                    decision.value,
                    number,
                    start,
                    end,
                    WHY,
                    by=Origin.CURATOR,
                    rows=rows,
                    detail=detail,
                    anchor=decision.anchor,
                ),
            )
