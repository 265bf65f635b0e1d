"""Parts of pages that are drawn once per build; the numbers of their notes are put in at each run."""

import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec

from pages.views.footnotes.endnotes import Note
from pages.views.footnotes.markers import Footnotes
from pages.views.html.markup import Safe
from pages.views.session import reads

GAP = re.compile("<a \0([0-9]+)\0>")
"""A gap by its number. It begins as the links do that will fill it; no text of the record has the rest."""
P = ParamSpec("P")


class Gaps(Footnotes):
    """Collects the notes of a part; where their numbers belong it leaves gaps, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[tuple[Note, ...]] = []

    def mark_notes(self, *notes: Note) -> Safe:
        if not notes:
            return Safe()
        self.marks.append(notes)
        return Safe(f"<a \0{len(self.marks) - 1}\0>")


def cache_part(draw: Callable[P, Safe]) -> Callable[P, Safe]:
    """Have `draw` work once per build and arguments (hashable); only the numbers are put in at each run.

    Its last argument is the notes of the page, and positional.
    """
    draw_in: Callable[..., Safe] = draw

    @reads.cache_few_per_build
    def drawn(arguments: Sequence[Any]) -> tuple[list[str], list[tuple[Note, ...]]]:
        gaps = Gaps()
        return GAP.split(draw_in(*arguments, gaps)), gaps.marks

    @wraps(draw)
    def placed(*arguments: P.args, **_: P.kwargs) -> Safe:
        notes: Any = arguments[-1]
        texts, marks = drawn(arguments[:-1])
        numbers = [notes.mark_notes(*mark) for mark in marks]  # in the order in which they were drawn
        parts = texts.copy()
        parts[1::2] = [numbers[int(gap)] for gap in texts[1::2]]
        return Safe("".join(parts))

    return placed
