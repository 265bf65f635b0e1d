"""A brief as plain data: sections of sentences, each with its footnotes; writers make files of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.brief.languages.language import Language


@dataclass(frozen=True, slots=True)
class Citation:
    """What a footnote cites: a passage of a source, or the record itself where `source_id` is empty.

    `words` are at most eight; `address` opens the source at them, `url` is the publisher's plain one.
    """

    source_id: str
    publisher: str
    title: str
    published_on: str
    read_on: str
    url: str = ""
    words: str = ""
    paragraph: int | None = None
    address: str = ""
    is_context: bool = False
    """The words are those of the source on the event and not on the value itself."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it rests on; `lead` stands before it, set apart: the date and place, who asks."""

    text: str
    citations: tuple[Citation, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """The analyst's own note, which has no source."""

    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished picture: its file as SVG, and the sentence that says what it shows."""

    name: str
    title: str
    words: str
    svg: bytes


@dataclass(frozen=True, slots=True)
class References:
    """A list that needs no notes: sources, short names."""

    entries: tuple[str, ...]


Block = Paragraph | Remark | Drawn | References


@dataclass(frozen=True, slots=True)
class Section:
    """`level` 1 or 2 of its heading."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """`question` are the filters in words, `record` says of which release; `day` is that of the release."""

    title: str
    question: str
    record: str
    day: str
    language: Language
    sections: tuple[Section, ...]


def sentences(document: Document) -> Iterator[Sentence]:
    """All sentences, in their order."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from block.sentences
