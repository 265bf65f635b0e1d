"""A brief as Markdown with footnotes (`[^1]`), as Pandoc and most others read it."""

import re
from collections.abc import Iterator

from data.brief.document import Block, Document, Paragraph, Remark, Section, Sentence
from data.brief.notes import note_spans
from data.brief.pictures import Drawn
from data.values.text import printable

ANYWHERE = re.compile(r"([\\`*_{}\[\]<>|~$^&]|(?<=\w):(?=//)|(?<=www)\.|(?<=\w)@(?=\w))", re.IGNORECASE)
FIRST = re.compile(r"^([#+=:-]|\d+(?=[.)]))")
"""What means more than itself anywhere, and at the beginning of a line."""
UNFIT = re.compile(r"[<>\s\\]")
"""What an address between `<` and `>` may not hold."""


def write(document: Document) -> bytes:
    """The file; pictures are named in words."""
    notes: list[Sentence] = []
    lines = [f"# {escaped(document.title)}", ""]
    if document.question:
        lines += [f"{document.language.label('question')} **{escaped(document.question)}**", ""]
    lines += [f"*{escaped(document.record)}*", ""]
    for section in document.sections:
        lines += _section(section, document, notes)
    lines += [f"[^{number}]: {_note(each, document)}" for number, each in enumerate(notes, start=1)]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def escaped(text: str) -> str:
    """`text` on one line, in which nothing is markup."""
    plain = ANYWHERE.sub(r"\\\1", printable(text))
    first = FIRST.match(plain)
    if not first:
        return plain
    end = first.end() if plain[0].isdigit() else 0
    return f"{plain[:end]}\\{plain[end:]}"


def _section(section: Section, document: Document, notes: list[Sentence]) -> Iterator[str]:
    if section.heading:
        yield from (f"{'#' * (section.level + 1)} {escaped(section.heading)}", "")
    for block in section.blocks:
        yield from (_block(block, document, notes), "")


def _block(block: Block, document: Document, notes: list[Sentence]) -> str:
    if isinstance(block, Paragraph):
        return " ".join(_sentence(sentence, notes) for sentence in block.sentences)
    if isinstance(block, Remark):
        return f"> **{escaped(document.language.label('remark'))}** {escaped(block.text)}"
    if isinstance(block, Drawn):
        return f"*{escaped(block.title)}.* {escaped(block.words)}"
    return "\n".join(f"- {escaped(entry.text)}" for entry in block.entries)


def _sentence(sentence: Sentence, notes: list[Sentence]) -> str:
    lead = f"**{escaped(sentence.lead)}** " if sentence.lead else ""
    if not sentence.citations:
        return f"{lead}{escaped(sentence.text)}"
    notes.append(sentence)
    return f"{lead}{escaped(sentence.text)}[^{len(notes)}]"


def _note(sentence: Sentence, document: Document) -> str:
    parts = []
    for span in note_spans(sentence.citations, document.language):
        if span.address.startswith(("https://", "http://")):
            parts.append(f"<{UNFIT.sub(_encoded, span.address)}>")
        else:
            parts.append(_inline(span.text))
    return "".join(parts)


def _inline(text: str) -> str:
    """Escaped text with the blanks at its ends."""
    return f"{' ' * text.startswith(' ')}{escaped(text)}{' ' * text.endswith(' ')}" if text.strip() else " "


def _encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
