"""A proposed value: where it stands, the words that prove it, the rows it may mean, and why."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from enum import StrEnum

from data.documents import Document
from data.values.text import fold
from etl.draft.passages.anchors import find_anchor


class Field(StrEnum):
    DATE = "date"
    PLACE = "place"
    MODE = "mode"
    FORM = "form"
    ORGANISATION = "organisation"
    PERSON = "person"
    PARTICIPANTS = "participants"
    INSTRUMENT = "instrument"
    RECOMMENDATION = "recommendation"
    OFFICE_COUNT = "office_count"


class Origin(StrEnum):
    """What proposed a candidate."""

    GAZETTEER = "gazetteer"
    RULE = "rule"
    MODEL = "model"
    DRAFTER = "drafter"
    CURATOR = "curator"


@dataclass(frozen=True, slots=True)
class Candidate:
    """`rows` are the rows of the record that it may mean: none is a new one, several are asked."""

    field: Field
    value: str
    paragraph: int
    start: int
    end: int
    why: str
    rank: float = 0.5
    """The higher the sooner shown; no probability."""
    by: Origin = Origin.RULE
    rows: tuple[str, ...] = ()
    detail: dict[str, str] = dataclass_field(default_factory=dict)
    inferred: str = ""
    """Why the value is inferred; empty where it is printed."""
    anchor: str = ""

    def identity(self, text_sha256: str) -> str:
        """What a decision is kept under: the same value at the same place of the same text."""
        part = self.detail.get("role", "") if self.field is Field.ORGANISATION else ""
        parts = (text_sha256, self.field, fold(self.value), part, str(self.paragraph), self.anchor)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def add_anchors(candidates: Iterable[Candidate], document: Document) -> tuple[list[Candidate], int]:
    """The candidates with their anchors, and how many have none and therefore do not exist."""
    kept, dropped = [], 0
    for candidate in candidates:
        anchor = find_anchor(document, candidate.paragraph, candidate.start, candidate.end)
        if anchor:
            kept.append(replace(candidate, anchor=anchor))
        else:
            dropped += 1
    return kept, dropped
