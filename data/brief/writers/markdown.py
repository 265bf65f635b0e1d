"""A brief as Markdown with footnotes (`[^1]`), as Pandoc and most others read it."""

import re
from collections.abc import Callable, Iterator

from data.brief.document import Block, Document, Drawn, Paragraph, Remark, Section, Sentence
from data.brief.notes import Notes, Span
from data.values.text import printable, printable_part

ANYWHERE = re.compile(r"([\\`*_{}\[\]<>|~$^&]|(?<=\w):(?=//)|(?<=www)\.|(?<=\w)@(?=\w))", re.IGNORECASE)
FIRST = re.compile(r"^([#+=:-]|\d+(?=[.)]))")
"""What means more than itself anywhere, and at the beginning of a line."""
UNFIT = re.compile(r"[<>\s\\]")
"""What an address between `<` and `>` may not hold."""


def write(document: Document) -> bytes:
    """The file; pictures are named in words."""
    notes, foot = Notes(document.language), list[str]()
    lines = [f"# {escape(document.title)}", ""]
    if document.question:
        lines += [f"{document.language.label('question')} **{escape(document.question)}**", ""]
    lines += [f"*{escape(document.record)}*", ""]
    for section in document.sections:
        lines += _section(section, document, notes, foot)
    lines += foot
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def escape(text: str, clean: Callable[[str], str] = printable) -> str:
    """`text` on one line, in which nothing is markup."""
    plain = ANYWHERE.sub(r"\\\1", clean(text))
    first = FIRST.match(plain)
    if not first:
        return plain
    end = first.end() if plain[0].isdigit() else 0
    return f"{plain[:end]}\\{plain[end:]}"


def _section(section: Section, document: Document, notes: Notes, foot: list[str]) -> Iterator[str]:
    if section.heading:
        yield from (f"{'#' * (section.level + 1)} {escape(section.heading)}", "")
    for block in section.blocks:
        yield from (_block(block, document, notes, foot), "")


def _block(block: Block, document: Document, notes: Notes, foot: list[str]) -> str:
    if isinstance(block, Paragraph):
        notes.begin_paragraph()
        return " ".join(_sentence(sentence, notes, foot) for sentence in block.sentences)
    if isinstance(block, Remark):
        return f"> **{escape(document.language.label('remark'))}** {escape(block.text)}"
    if isinstance(block, Drawn):
        return f"*{escape(block.title)}.* {escape(block.words)}"
    return "\n".join(f"- {escape(entry)}" for entry in block.entries)


def _sentence(sentence: Sentence, notes: Notes, foot: list[str]) -> str:
    lead = f"**{escape(sentence.lead)}** " if sentence.lead else ""
    if not sentence.citations:
        return f"{lead}{escape(sentence.text)}"
    mark = notes.mark(sentence.citations)
    if mark.spans:
        foot.append(f"[^{mark.number}]: {_note(mark.spans)}")
    return f"{lead}{escape(sentence.text)}[^{mark.number}]"


def _note(spans: tuple[Span, ...]) -> str:
    return "".join(
        f"[{escape(span.text)}](<{UNFIT.sub(_encoded, span.link)}>)"
        if span.link
        else escape(span.text, printable_part)
        for span in spans
    )


def _encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
