"""How much paper a brief takes, in points of height, computed from its letters as office programs lay it out.

Measured on briefs that LibreOffice laid out: the sum of the record is within three in a hundred.
"""

import math
from typing import NamedTuple

from data.brief.document import Block, Document, Drawn, Paragraph, References, Section
from data.brief.notes import Notes
from data.pictures.drawing import sheet

PAGE = 725.0
"""Height of the text of A4 within margins of 1.7 cm, less two lines: pages break where sense allows."""
WIDE, HIGH = 15.6, 10.5
"""Of pictures, at most, in cm."""
CM = 72 / 2.54


class Type(NamedTuple):
    """Letters in a line, height of a line, and what stands around a paragraph."""

    letters: float
    line: float
    around: float

    def measure(self, text: str) -> float:
        """The height of a paragraph."""
        return math.ceil(len(text) / self.letters) * self.line + self.around


TITLE, ABOUT = Type(55, 22, 4), Type(108, 11.6, 1)
HEADINGS = {1: Type(75, 16, 12), 2: Type(90, 13.5, 12)}
BODY, REMARK, NOTE, SMALL = Type(106, 12.2, 4), Type(95, 12.2, 4), Type(132, 9.8, 0), Type(132, 9.8, 1)


def measure(document: Document) -> float:
    """The height of all of it, whatever the pages."""
    notes = Notes(document.language)
    head = TITLE.measure(document.title) + ABOUT.measure(document.record)
    if document.question:
        head += ABOUT.measure(f"{document.language.label('question')} {document.question}")
    return head + sum(_measure_section(section, notes) for section in document.sections)


def _measure_section(section: Section, notes: Notes) -> float:
    heading = measure_heading(section.level, section.heading)
    return heading + sum(measure_block(block, notes) for block in section.blocks)


def measure_heading(level: int, heading: str) -> float:
    """The height of a heading, if there is one."""
    return HEADINGS[level].measure(heading) if heading else 0.0


def measure_block(block: Block, notes: Notes) -> float:
    """The height of a block with its footnotes."""
    if isinstance(block, Paragraph):
        return _measure_paragraph(block, notes)
    if isinstance(block, Drawn):
        return picture_size(block)[1] * CM + 6
    if isinstance(block, References):
        return sum(map(SMALL.measure, block.entries))
    return REMARK.measure(f"{notes.language.label('remark')} {block.text}")


def _measure_paragraph(paragraph: Paragraph, notes: Notes) -> float:
    notes.begin_paragraph()
    text, foot = "", 0.0
    for sentence in paragraph.sentences:
        text += f"{sentence.lead} {sentence.text} "
        mark = notes.mark(sentence.citations)
        if mark.spans:
            foot += NOTE.measure("".join(span.text for span in mark.spans))
    return BODY.measure(text) + foot


def picture_size(drawn: Drawn) -> tuple[float, float]:
    """Width and height in cm: as wide as the text, unless it were too high."""
    ratio = sheet.read_height(drawn.svg) / sheet.WIDTH
    return (WIDE, WIDE * ratio) if WIDE * ratio <= HIGH else (HIGH / ratio, HIGH)
