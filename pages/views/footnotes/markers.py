"""Footnotes: numbers beside values, in order of appearance, each leading to the words behind the value."""

from collections.abc import Iterable
from typing import Any

from data.claims.passages import Cite, Support, find_passage, find_preferred_passage
from data.queries.sources import claims as queries
from data.values.rows import Records
from pages.views.footnotes import endnotes
from pages.views.footnotes.endnotes import Note
from pages.views.html import markup
from pages.views.session import reads


class Footnotes:
    """The notes of one page: `mark` beside each value, `show` once at the foot."""

    def __init__(self) -> None:
        self._numbers: dict[Note, int] = {}
        self._linked: set[int] = set()
        self._claims: dict[tuple[str, str], Records] = {}

    def load_claims(self, table: str, subjects: Iterable[str]) -> None:
        """Read the claims on many rows at once; those that are not loaded are read one by one."""
        new = tuple(dict.fromkeys(s for s in subjects if (table, s) not in self._claims))
        if not new:
            return
        self._claims |= {(table, subject): [] for subject in new}
        for claim in reads.read_records(queries.list_claims, table, new):
            self._claims[table, claim["subject"]].append(claim)

    def mark(self, *cites: Cite | str) -> markup.Safe:
        """The numbers of these values, or of whole sources by id; each new note gets the next number."""
        wanted = [Cite(cite) if isinstance(cite, str) else cite for cite in cites if cite]
        return self.mark_notes(*map(self.find_note, wanted))

    def mark_value(self, cite: Cite, **shown: str) -> markup.Safe:
        """The number of the value that the record holds: of whichever source it is preferred from.

        `shown` is what the page shows of a field that may have had another value on the chosen day.
        """
        return self.mark_notes(_note(find_preferred_passage(cite, self._read, shown)))

    def mark_claims(self, *claims: Any) -> markup.Safe:
        """The numbers of claims given as rows of `queries.sources.claims`."""
        return self.mark_notes(*map(endnotes.make_note, claims))

    def mark_notes(self, *notes: Note) -> markup.Safe:
        """The numbers of notes."""
        numbers = {self._number(note): note for note in notes}
        new = numbers.keys() - self._linked
        self._linked |= new
        return markup.footnote_numbers(
            markup.Number(number, note.hint(), is_first=number in new, is_context=note.is_context)
            for number, note in sorted(numbers.items())
        )

    def format_numbers(self, *cites: Cite) -> str:
        """`[3]`, for where nothing can be linked: hover texts."""
        found = sorted({self._number(self.find_note(cite)) for cite in cites})
        return f"[{', '.join(map(str, found))}]" if found else ""

    def mark_own(self, words: str) -> markup.Safe:
        """The number of a note in our own words, e.g. how a figure was counted."""
        return self.mark_notes(Note(words=words))

    def list_contradictions(self, cite: Cite) -> Records:
        """The claims on the first of the fields that contradict each other; empty where none do."""
        found = [c for c in self._read(cite.table, cite.subject) if c["field"] in cite.fields[:1]]
        return found if any(claim["is_disputed"] for claim in found) else []

    def show(self) -> None:
        """List the notes so far."""
        endnotes.show(self._numbers)

    def find_note(self, cite: Cite) -> Note:
        """The passage that a value leads to, without giving it a number."""
        return _note(find_passage(cite, self._read))

    def _number(self, note: Note) -> int:
        return self._numbers.setdefault(note, len(self._numbers) + 1)

    def _read(self, table: str, subject: str) -> Records:
        self.load_claims(table, [subject])
        return self._claims[table, subject]


def _note(found: Support) -> Note:
    if found.claim is None:
        return Note(source_id=found.source_id)
    return endnotes.make_note(found.claim, is_context=found.is_context)
