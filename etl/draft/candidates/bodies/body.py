"""A mention of a body: where it stands, and the rows of the record that it may mean."""

from dataclasses import dataclass

KNOWN, NATIONAL, STATE, OTHER, DEFINED, PART, UNKNOWN = range(7)
"""Kinds of mention; of those that overlap the longer is kept, of equally long ones the lower kind."""
IN_FULL, ELSEWHERE = "a long name that one body has", "named with it elsewhere"


@dataclass(frozen=True, slots=True)
class Body:
    """A mention of a body. `rows` are those of the record that it may mean."""

    paragraph: int
    start: int
    end: int
    printed: str
    rows: tuple[str, ...]
    why: str
    kind: int
    country: str = ""

    @property
    def row(self) -> str:
        """The row that it means for certain: of a national body only with its country, of a part none."""
        if self.kind == PART:
            return ""
        is_told = self.kind != NATIONAL or bool(self.country) or IN_FULL in self.why or ELSEWHERE in self.why
        return self.rows[0] if len(self.rows) == 1 and is_told else ""
