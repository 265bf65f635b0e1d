"""Footnotes: numbers beside values, in order of appearance, each leading to the words behind the value."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from data.claims.values import agree, parse_value
from data.queries.sources import claims as queries
from data.schema.vocabulary import Rank
from pages.views.footnotes import endnotes
from pages.views.footnotes.endnotes import Note
from pages.views.html import markup
from pages.views.session import reads

LINKS = ("event_organisations", "event_instruments", "event_places")
"""Tables whose rows say one thing: any words on the row are words for it."""


class Cite(NamedTuple):
    """Where the passage for a value is looked for: claims of the source on these fields of this row.

    The first field that has one counts; else any claim on the row, else on `event`, the event that the row
    belongs to (then the note says that these are not words for the value), else the source alone.
    """

    source_id: str
    table: str = ""
    subject: str = ""
    fields: tuple[str, ...] = ()
    event: str = ""


class Footnotes:
    """The notes of one page: `mark` beside each value, `show` once at the foot."""

    def __init__(self) -> None:
        self._numbers: dict[Note, int] = {}
        self._claims: dict[tuple[str, str], list[dict[str, Any]]] = {}

    def load_claims(self, table: str, subjects: Iterable[str]) -> None:
        """Read the claims on many rows at once; those that are not learned are read one by one."""
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

        Where no claim on the fields is preferred or undisputed, that of the source of the row. `shown` is
        what the page shows of a field that may have had another value on the chosen day; then only
        claims that agree with it count.
        """
        self.load_claims(cite.table, [cite.subject])
        every = [c for c in self._claims[cite.table, cite.subject] if c["field"] in cite.fields]
        claims = [c for c in every if _says(c, shown.get(c["field"]))]
        kept = [c for c in claims if c["rank"] == Rank.PREFERRED]
        kept = kept or [c for c in claims if c["anchor"] and (c["field"] in shown or not c["is_disputed"])]
        if not kept:
            return self.mark(cite if claims == every else cite._replace(fields=()))
        best = min(kept, key=lambda c: (_order(c, cite.fields), c["source_id"] != cite.source_id))
        return (
            self.mark_claims(best)
            if best["anchor"]
            else self.mark(cite._replace(source_id=best["source_id"]))
        )

    def mark_claims(self, *claims: Any) -> markup.Safe:
        """The numbers of claims given as rows of `queries.claims`."""
        return self.mark_notes(*map(endnotes.make_note, claims))

    def mark_notes(self, *notes: Note) -> markup.Safe:
        """The numbers of notes."""
        new = len(self._numbers)
        numbers = {self._numbers.setdefault(note, len(self._numbers) + 1): note for note in notes}
        return markup.footnote_numbers(
            markup.Number(number, note.hint(), is_first=number > new, is_context=note.is_context)
            for number, note in sorted(numbers.items())
        )

    def format_numbers(self, *cites: Cite) -> str:
        """`[3]`, for where nothing can be linked: hover texts."""
        self.mark(*cites)
        found = sorted({self._numbers[self.find_note(cite)] for cite in cites})
        return f"[{', '.join(map(str, found))}]" if found else ""

    def mark_own(self, words: str) -> markup.Safe:
        """The number of a note in our own words, e.g. how a figure was counted."""
        return self.mark_notes(Note(words=words))

    def list_contradictions(self, cite: Cite) -> list[dict[str, Any]]:
        """The claims on the first of the fields that contradict each other; empty where none do."""
        self.load_claims(cite.table, [cite.subject])
        found = [c for c in self._claims[cite.table, cite.subject] if c["field"] in cite.fields[:1]]
        return found if any(claim["is_disputed"] for claim in found) else []

    def show(self) -> None:
        """List the notes so far."""
        endnotes.show(self._numbers)

    def find_note(self, cite: Cite) -> Note:
        """The passage that a value leads to, without giving it a number."""
        for table, subject in ((cite.table, cite.subject), ("events", cite.event)):
            if table and subject:
                self.load_claims(table, [subject])
                own = [c for c in self._claims[table, subject] if c["source_id"] == cite.source_id]
                anchored = [claim for claim in own if claim["anchor"]]
                if anchored:
                    best = min(anchored, key=lambda claim: _order(claim, cite.fields))
                    is_own = table == cite.table and (best["field"] in cite.fields or table in LINKS)
                    return endnotes.make_note(best, is_context=not is_own)
        return Note(source_id=cite.source_id)


def _says(claim: dict[str, Any], shown: str | None) -> bool:
    if shown is None:
        return True
    table, field = claim["table"], claim["field"]
    return agree(parse_value(table, field, claim["value"]), parse_value(table, field, shown))


def _order(claim: dict[str, Any], fields: tuple[str, ...]) -> int:
    return fields.index(claim["field"]) if claim["field"] in fields else len(fields)
