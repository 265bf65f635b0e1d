"""A mention of a body: where it stands, and the rows of the record that it may mean."""

from dataclasses import dataclass

KNOWN, NATIONAL, STATE, OTHER, DEFINED, PART, UNKNOWN = range(7)
"""Kinds of mention; of those that overlap the longer is kept, of equally long ones the lower kind."""


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
    is_certain: bool = False
    """A name without its country that means one body all the same."""
    whole: str = ""
    """Of a part: the name of the body that it is a part of, as printed."""

    @property
    def row(self) -> str:
        """The row that it means for certain: of a national body only with its country, of a part none."""
        if self.kind == PART:
            return ""
        is_certain = self.kind != NATIONAL or bool(self.country) or self.is_certain
        return self.rows[0] if len(self.rows) == 1 and is_certain else ""
