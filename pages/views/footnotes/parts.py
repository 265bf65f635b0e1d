"""Parts of pages that are drawn once per build; the numbers of their notes are put in at each run."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVarTuple

from pages.views.footnotes.endnotes import Note
from pages.views.footnotes.markers import Footnotes
from pages.views.html.gaps import fill_gaps, make_gap, split_at_gaps
from pages.views.html.markup import Safe
from pages.views.session import reads

Arguments = TypeVarTuple("Arguments")


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


def cache_part(
    draw: Callable[[*Arguments, Footnotes], Safe],
) -> Callable[[*Arguments, Footnotes], Safe]:
    """Have `draw` work once per build and arguments (hashable); only the numbers are put in at each run.

    Its last argument is the notes of the page, and positional.
    """

    @reads.cache_few_per_build
    def draw_with_gaps(arguments: tuple[*Arguments]) -> tuple[list[str], list[tuple[Note, ...]]]:
        gaps = Gaps()
        return split_at_gaps(draw(*arguments, gaps)), gaps.marks

    @wraps(draw)
    def draw_with_numbers(*arguments: *tuple[*Arguments, Footnotes]) -> Safe:
        notes = arguments[-1]
        texts, marks = draw_with_gaps(arguments[:-1])
        numbers = [notes.mark_notes(*mark) for mark in marks]  # in the order in which they were drawn
        return fill_gaps(texts, numbers)

    return draw_with_numbers
