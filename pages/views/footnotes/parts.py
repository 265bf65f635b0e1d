"""Parts of pages that are drawn once per build; the numbers of their notes are put in at each run."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec

from pages.views.footnotes.endnotes import Note
from pages.views.footnotes.markers import Footnotes
from pages.views.html.gaps import fill_gaps, make_gap, split_at_gaps
from pages.views.html.markup import Safe
from pages.views.session import reads

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
        return make_gap(len(self.marks) - 1)


def cache_part(draw: Callable[P, Safe]) -> Callable[P, Safe]:
    """Have `draw` work once per build and arguments (hashable); only the numbers are put in at each run.

    Its last argument is the notes of the page, and positional.
    """
    draw_in: Callable[..., Safe] = draw

    @reads.cache_few_per_build
    def drawn(arguments: Sequence[Any]) -> tuple[list[str], list[tuple[Note, ...]]]:
        gaps = Gaps()
        return split_at_gaps(draw_in(*arguments, gaps)), gaps.marks

    @wraps(draw)
    def placed(*arguments: P.args, **_: P.kwargs) -> Safe:
        notes: Any = arguments[-1]
        texts, marks = drawn(arguments[:-1])
        numbers = [notes.mark_notes(*mark) for mark in marks]  # in the order in which they were drawn
        return fill_gaps(texts, numbers)

    return placed
