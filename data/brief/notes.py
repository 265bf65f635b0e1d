"""Footnotes: which sentence gets which number, and what they say.

Words, paragraph, publisher, title, date, address at the words, day read. Within a paragraph a source is named
in full once: later notes refer to the first, and a sentence that rests on nothing new repeats its number.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from data.brief.document import Citation
from data.brief.languages.language import Language
from data.claims.citations import quote_words

Passage = tuple[str, str]
"""Source and words."""
RECORD = {("", "")}


class Span(NamedTuple):
    """Text, and the address that it leads to, if any."""

    text: str
    address: str = ""

    @property
    def link(self) -> str:
        """The address if it is one of the web; a file holds no other."""
        return self.address if self.address.startswith(("https://", "http://")) else ""


class Mark(NamedTuple):
    """The number of a sentence's note; `spans` are what it says, empty where the number stood before."""

    number: int
    spans: tuple[Span, ...] = ()


@dataclass
class Notes:
    """The footnotes of one file in their order."""

    language: Language
    number: int = 0
    _said: dict[int, set[Passage]] = field(default_factory=dict)
    """Of the paragraph: what each note cites."""
    _named: dict[str, int] = field(default_factory=dict)
    """Of the paragraph: the note that names a source in full."""

    def begin_paragraph(self) -> None:
        """Nothing is named yet; what the record itself is cited for stays."""
        self._said = {number: own for number, own in self._said.items() if own == RECORD}
        self._named = {}

    def mark(self, citations: Sequence[Citation]) -> Mark:
        """The number of the note that says what these cite."""
        own = {(each.source_id, each.words) for each in citations}
        for number, passages in self._said.items():
            if own <= passages:
                return Mark(number)
        self.number += 1
        self._said[self.number] = own
        return Mark(self.number, tuple(self._spans(citations)))

    def _spans(self, citations: Sequence[Citation]) -> Iterator[Span]:
        known = {each.source_id for each in citations if self._is_bare(each, citations)}
        if known:
            same = self._same(known)
            yield Span(f"{same[:1].upper()}{same[1:]}.")
            citations = [each for each in citations if not self._is_bare(each, citations)]
        order = list(dict.fromkeys(citation.source_id for citation in citations))
        ranked = sorted(citations, key=lambda citation: order.index(citation.source_id))
        for source, group in groupby(ranked, lambda citation: citation.source_id):
            yield from [Span(" ")] if known or source != order[0] else []
            passages = list(group)
            if source in self._named:
                yield from self._again(passages)
            elif source:
                self._named[source] = self.number
                yield from self._whole(passages)
            else:
                yield from _record(passages[0])

    def _is_bare(self, citation: Citation, others: Sequence[Citation]) -> bool:
        """Whether it adds no words to a source that the paragraph names already."""
        source = citation.source_id
        return source in self._named and not any(each.words for each in others if each.source_id == source)

    def _whole(self, passages: Sequence[Citation]) -> Iterator[Span]:
        """The source after the words that are quoted of it; its address leads to the first of them."""
        quotes = list(self._quotes(passages))
        first = next((each for each in passages if each.words), passages[0])
        title = first.title if first.title.startswith("[") else quote_words(first.title)
        day = self.language.day(first.published_on) or self.language.label("no_date")
        read = (
            self.language.label("read").format(day=self.language.day(first.read_on)) if first.read_on else ""
        )
        yield from quotes
        head = f"{', ' if quotes else ''}{', '.join((first.publisher, title, day))}"
        if not first.url:
            yield Span(", ".join(filter(None, (head, read))) + ".")
            return
        yield Span(f"{head}, ")
        yield Span(first.url, first.address)
        yield Span(f" ({read})." if read else ".")

    def _again(self, passages: Sequence[Citation]) -> Iterator[Span]:
        """Words of a source that an earlier note of the paragraph names."""
        yield from self._quotes(passages)
        yield Span(f", {self._same({passages[0].source_id})}.")

    def _same(self, sources: Set[str]) -> str:
        """`sources as in note 2`: two that one note names."""
        numbers = sorted({self._named[source] for source in sources})
        listed = self.language.join([str(number) for number in numbers])
        notes = self.language.say("notes", len(numbers), numbers=listed)
        return self.language.say("same", len(sources), notes=notes)

    def _quotes(self, passages: Sequence[Citation]) -> Iterator[Span]:
        """What is quoted, each passage once and leading to where it stands.

        Words of the source on the event, and not on the value itself, are said to be so.
        """
        own = {each.words for each in passages if not each.is_context}
        kept = [each for each in passages if each.words and not (each.is_context and each.words in own)]
        for place, each in enumerate(dict.fromkeys(kept)):
            context = f"{self.language.label('context')} " if each.is_context else ""
            if place:
                yield Span("; ")
            elif context:
                context = context[:1].upper() + context[1:]
            yield from [Span(context)] if context else []
            yield Span(quote_words(each.words), each.address)
            if each.paragraph is not None:
                yield Span(f" ({self.language.label('paragraph').format(n=each.paragraph)})")


def _record(citation: Citation) -> Iterator[Span]:
    """What was counted in the record, and in which release."""
    yield Span(f"{citation.publisher} {citation.title}")
    if citation.url:
        yield Span(" ")
        yield Span(citation.url, citation.address)
