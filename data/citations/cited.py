"""A source as it is cited: its row, and the passages that were quoted of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.claims.citations import quote_words
from data.values.text import printable


@dataclass(frozen=True, slots=True)
class Passage:
    """At most eight words of a source, and the number of their paragraph, where it is known."""

    words: str
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """`source` is a row of `sources` by column."""

    source: Mapping[str, Any]
    passages: tuple[Passage, ...] = ()

    @property
    def note(self) -> str:
        """The quoted words, each with its paragraph."""
        return "; ".join(_words(passage) for passage in self.passages)


def _words(passage: Passage) -> str:
    where = "" if passage.paragraph is None else f" (para. {passage.paragraph})"
    return f"{quote_words(printable(passage.words))}{where}"
