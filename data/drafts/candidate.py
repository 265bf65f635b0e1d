"""A proposed value: where it stands, the words that prove it, the rows it may mean, and why."""

import hashlib
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum

from data.values.text import fold

PERHAPS, PERHAPS_WHY = "perhaps", "perhaps_why"
"""Keys of a detail: a role that no words give, and why it may be so. It is asked, never claimed."""
CERTAIN_RANK = 0.5


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


REFERRING = (Field.PLACE, Field.ORGANISATION, Field.PERSON, Field.INSTRUMENT)
"""Fields whose values are rows of the record."""


class Origin(StrEnum):
    """What proposed a candidate."""

    GAZETTEER = "gazetteer"
    RULE = "rule"
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

    @property
    def is_open(self) -> bool:
        """Whether a person has to choose: between rows of the record, or about a guess."""
        return len(self.rows) > 1 or PERHAPS in self.detail

    @property
    def is_certain(self) -> bool:
        """Printed and likely, with nothing to choose and no row to make anew."""
        is_known = self.field not in REFERRING or (len(self.rows) == 1 and self.rows != ("",))
        is_printed = bool(self.value) and not self.inferred and not self.is_open
        return is_known and is_printed and self.by is not Origin.DRAFTER and self.rank >= CERTAIN_RANK

    def identity(self, text_sha256: str) -> str:
        """What a decision is kept under: the same value at the same place of the same text."""
        part = self.detail.get("role", "") if self.field is Field.ORGANISATION else ""
        parts = (text_sha256, self.field, fold(self.value), part, str(self.paragraph), self.anchor)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
