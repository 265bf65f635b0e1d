"""Decisions of curators as test cases: what was kept must be proposed again, what was rejected must not.

`python -m bench.draft --decisions FILE`: the documents are those of drafts and of merged sources, by SHA-256;
decisions on documents that are not at hand are counted and left out.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.figures import table
from data import documents
from data.drafts.candidate import Candidate, Field
from data.drafts.decisions import KEPT, Decision, Verdict, list_decisions, list_texts
from data.drafts.draft import NEW_ROW, TEXT, list_drafts, read_draft
from data.drafts.folders import Desk
from data.drafts.review import review_draft
from data.values.text import fold
from etl.draft.candidates.events.dates import Publication
from etl.draft.candidates.proposals import propose
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.draft.gazetteer.record_names import RecordNames

HEAD = ("field", "kept", "proposed again", "added by hand", "proposed now", "rejected", "still proposed")


@dataclass(slots=True)
class Tally:
    """How many decisions of each kind there are, and of how many the value is proposed."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def add(self, kind: str, is_proposed: bool) -> None:
        self.counts[kind][0] += 1
        self.counts[kind][1] += is_proposed

    def row(self) -> Iterator[int]:
        for kind in ("kept", "added", "rejected"):
            yield from self.counts[kind]


@dataclass(frozen=True, slots=True)
class Known:
    """A document at hand, and what was known of its source."""

    text: str
    published: str = ""
    address: str = ""
    publisher: str = ""


def compare(desk: Desk, record: CuratedRows, names: RecordNames, missed: list[str]) -> str:
    """The table of all decisions on documents at hand; what went wrong is added to `missed`."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    at_hand, absent = find_documents(desk), 0
    for sha256 in list_texts(desk.decisions):
        decisions = list_decisions(desk.decisions, sha256)
        if sha256 not in at_hand:
            absent += len(decisions)
            continue
        own = at_hand[sha256]
        when = Publication(own.published, own.address)
        found = propose(documents.parse_document(own.text), record, names, when, own.publisher)
        for decision in decisions.values():
            _judge(decision, found.candidates, tallies, missed)
    rows = [(name, *tally.row()) for name, tally in sorted(tallies.items())]
    total = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)] or [0] * (len(HEAD) - 1)
    left_out = f"\n{absent} decisions on documents that are not at hand" if absent else ""
    return table(HEAD, [*rows, ("all", *total)]) + _count_reasons(desk, at_hand) + left_out


def _count_reasons(desk: Desk, at_hand: Container[str]) -> str:
    """Why candidates were rejected, where curators said so."""
    listed = (sha256 for sha256 in list_texts(desk.decisions) if sha256 in at_hand)
    decided = (each for sha256 in listed for each in list_decisions(desk.decisions, sha256).values())
    reasons = Counter(each.reason for each in decided if each.verdict is Verdict.REJECTED and each.reason)
    told = ", ".join(f"{reason} {number}" for reason, number in reasons.most_common())
    return f"\nrejected because: {told}" if told else ""


def _judge(
    decision: Decision, found: tuple[Candidate, ...], tallies: dict[str, Tally], missed: list[str]
) -> None:
    if decision.field not in list(Field) or decision.verdict is Verdict.LATER:
        return
    is_kept, is_added = decision.verdict in KEPT, decision.verdict is Verdict.ADDED
    is_proposed = any(is_same(candidate, decision) for candidate in found)
    kind = "added" if is_added else "kept" if is_kept else "rejected"
    tallies[decision.field].add(kind, is_proposed)
    if is_proposed is not is_kept:
        why = f" ({decision.reason})" if decision.verdict is Verdict.REJECTED and decision.reason else ""
        value = decision.kept_value or decision.value
        missed.append(f"{decision.field}: {kind}{why} “{value}”, {decision.anchor}")


def is_same(candidate: Candidate, decision: Decision) -> bool:
    """Whether a candidate says what was decided on: the value, or the row, that was kept or rejected."""
    if str(candidate.field) != decision.field:
        return False
    if decision.verdict is Verdict.REJECTED:
        return fold(candidate.value) == fold(decision.value) and candidate.anchor == decision.anchor
    if decision.kept_row not in ("", NEW_ROW) and decision.kept_row in candidate.rows:
        return True
    return fold(candidate.value) in (fold(decision.kept_value or decision.value), fold(decision.value))


def find_documents(desk: Desk) -> dict[str, Known]:
    """By SHA-256 the documents of the desk: of its drafts, and of sources that were merged."""
    found = {}
    for sha256, path in documents.list_files(desk.documents).files.items():
        found[sha256] = Known(path.read_text(encoding="utf-8"))
    for name in list_drafts(desk.drafts):
        draft = review_draft(desk, read_draft(desk.drafts, name)).draft
        told = (draft.source.get(cell, "") for cell in ("published_on", "url", "originator"))
        found[draft.text_sha256] = Known(Path(desk.drafts, name, TEXT).read_text(encoding="utf-8"), *told)
    return found
