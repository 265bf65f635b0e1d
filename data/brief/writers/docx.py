"""A brief as a Word document with native footnotes."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Line

from data.brief.document import Block, Document, Drawn, Paragraph, References, Remark, Sentence
from data.brief.notes import Notes
from data.brief.pagination import picture_size
from data.brief.writers.docx_footnotes import Footnotes, size_complex
from data.brief.writers.zip_file import repack
from data.pictures.drawing import png
from data.values.text import printable

BODY, TITLES = "Calibri", "Cambria"
INK, QUIET = RGBColor(0x1D, 0x27, 0x33), RGBColor(0x5B, 0x66, 0x72)
ZOOM = 1.6
"""Of pictures: how many dots a unit, some 200 an inch."""
SIZES: dict[str, float] = {"Title": 18, "Heading 1": 13, "Heading 2": 11}


def write(document: Document) -> bytes:
    """The file."""
    word = docx.Document()
    _set_up(word, document)
    footnotes = Footnotes(word, Notes(document.language))
    _line(word, document.title, "Title")
    if document.question:
        line = _line(word, document.language.label("question"), "About")
        line.add_run(" ")
        line.add_run(printable(document.question)).bold = True
    _line(word, document.record, "About")
    for section in document.sections:
        if section.heading:
            _line(word, section.heading, f"Heading{section.level}")
        for block in section.blocks:
            _block(word, block, document, footnotes)
    content = BytesIO()
    word.save(content)
    return repack(content.getvalue())


def _line(word: Word, text: str, style: str) -> Line:
    """A paragraph; python-docx would look for a style by its name in all of them."""
    line = word.add_paragraph(printable(text))
    line._p.style = style
    return line


def _block(word: Word, block: Block, document: Document, footnotes: Footnotes) -> None:
    if isinstance(block, Paragraph):
        line = word.add_paragraph()
        footnotes.notes.begin_paragraph()
        for place, sentence in enumerate(block.sentences):
            _sentence(line, sentence, footnotes, is_first=place == 0)
    elif isinstance(block, Remark):
        line = _line(word, "", "Remark")
        line.add_run(f"{document.language.label('remark')} ").bold = True
        line.add_run(printable(block.text))
    elif isinstance(block, Drawn):
        _picture(word, block)
    elif isinstance(block, References):
        for entry in block.entries:
            _line(word, entry, "Source")


def _sentence(line: Line, sentence: Sentence, footnotes: Footnotes, *, is_first: bool) -> None:
    """The sentence and the number of its note."""
    gap = "" if is_first else " "
    if sentence.lead:
        line.add_run(f"{gap}{printable(sentence.lead)}").bold = True
        gap = " "
    line.add_run(f"{gap}{printable(sentence.text)}")
    if sentence.citations:
        footnotes.add(line, footnotes.notes.mark(sentence.citations))


def _picture(word: Word, drawn: Drawn) -> None:
    """The picture with what it shows as its alternative text."""
    line = _line(word, "", "Picture")
    wide, high = map(Cm, picture_size(drawn))
    shape = line.add_run().add_picture(BytesIO(png.render(drawn.svg, ZOOM)), wide, high)
    about = shape._inline.docPr
    about.set("descr", printable(drawn.words))
    about.set("title", printable(drawn.title))


def _set_up(word: Word, document: Document) -> None:
    """Page, styles, footer, and what the file says of itself."""
    [section] = word.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(1.7)
    _styles(word, document.language.code)
    about = word.core_properties
    about.title, about.author, about.comments = (
        printable(document.title),
        "Chegara",
        printable(document.record),
    )
    about.language, about.revision = document.language.code, 1
    about.last_modified_by = "Chegara"
    about.created = about.modified = _day(document.day)
    foot = section.footer.paragraphs[0]
    foot.style = word.styles["Footer"]
    foot.add_run(f"{printable(document.record)}  {document.language.label('page')} ")
    _field(foot, "PAGE")


def _day(text: str) -> datetime:
    """The day of the release, never that of a clock."""
    return datetime.fromisoformat(text or "2000-01-01").replace(tzinfo=UTC)


def _styles(word: Word, language: str) -> None:
    normal: Any = word.styles["Normal"]
    _font(normal, BODY, 10, INK)
    size_complex(normal)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.0
    marks = OxmlElement("w:lang")
    marks.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(marks)
    for name, size in SIZES.items():
        style: Any = word.styles[name]
        _font(style, TITLES, size, INK)
        style.paragraph_format.space_before = Pt(0 if name == "Title" else 8)
        style.paragraph_format.space_after = Pt(4)
    border = word.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    for name, size, colour in (
        ("About", 9.5, QUIET),
        ("Source", 8, INK),
        ("Remark", 10, INK),
        ("Picture", 10, INK),
    ):
        made: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = normal
        _font(made, BODY, size, colour)
    word.styles["About"].paragraph_format.space_after = Pt(1)
    word.styles["Source"].paragraph_format.space_after = Pt(1)
    word.styles["Remark"].font.italic = True
    word.styles["Remark"].paragraph_format.left_indent = Cm(0.8)
    _font(word.styles["Footer"], BODY, 8.5, QUIET)


def _font(style: Any, family: str, size: float, colour: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = family, Pt(size), colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), family)


def _field(line: Line, name: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)
