"""Native footnotes of Word, which python-docx has none of: their part, their styles, their references."""

from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph as Line

from data.brief.notes import Mark, Notes, Span
from data.values.text import embed_right_to_left, printable_part

SEPARATORS = ("separator", "continuationSeparator")
"""The two notes that every part of footnotes begins with: the lines above notes."""
SIZE, BETWEEN = Pt(8), Pt(0)


class Footnotes:
    """The notes of one document."""

    def __init__(self, word: Word, notes: Notes) -> None:
        self.notes = notes
        self._root: Any = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        self._part = XmlPart(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, word.part.package
        )
        word.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        for identity, kind in enumerate(SEPARATORS):
            self._separator(identity - 1, kind)
        _settings(word)
        _styles(word)

    def add(self, line: Line, mark: Mark) -> None:
        """The number at the end of the line, and the note where it is new; else a reference to it."""
        name = f"note{mark.number}"
        if not mark.spans:
            line._p.append(_repeated(mark.number, name))
            return
        start = _element("w:bookmarkStart", **{"w:id": str(mark.number), "w:name": name})
        line._p.append(start)
        run = line.add_run()
        run._r.style = "FootnoteReference"
        run._r.append(_element("w:footnoteReference", **{"w:id": str(mark.number)}))
        line._p.append(_element("w:bookmarkEnd", **{"w:id": str(mark.number)}))
        self._root.append(self._note(mark))

    def _note(self, mark: Mark) -> Any:
        note = _element("w:footnote", **{"w:id": str(mark.number)})
        paragraph, properties = _element("w:p"), _element("w:pPr")
        properties.append(_element("w:pStyle", **{"w:val": "FootnoteText"}))
        sign = _run("", "FootnoteReference")
        sign.append(_element("w:footnoteRef"))
        for part in (properties, sign, _run(" "), *map(self._span, mark.spans)):
            paragraph.append(part)
        note.append(paragraph)
        return note

    def _span(self, span: Span) -> Any:
        if not span.link:
            return _run(span.text)
        relation = self._part.relate_to(span.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = _element("w:hyperlink", **{"r:id": relation, "w:history": "1"})
        link.append(_run(span.text, "Hyperlink"))
        return link

    def _separator(self, identity: int, kind: str) -> None:
        note = _element("w:footnote", **{"w:type": kind, "w:id": str(identity)})
        paragraph, run = _element("w:p"), _element("w:r")
        run.append(_element(f"w:{kind}"))
        paragraph.append(run)
        note.append(paragraph)
        self._root.append(note)


def _repeated(number: int, name: str) -> Any:
    """A field that shows the number of a note that stood before."""
    field = _element("w:fldSimple", **{"w:instr": f" NOTEREF {name} \\f \\h "})
    field.append(_run(str(number), "FootnoteReference"))
    return field


def _settings(word: Word) -> None:
    """Settings name the two separators; they come right before the settings of compatibility."""
    settings = word.settings.element
    notes = _element("w:footnotePr")
    for identity in range(len(SEPARATORS)):
        notes.append(_element("w:footnote", **{"w:id": str(identity - 1)}))
    before = settings.find(qn("w:compat"))
    settings.insert(settings.index(before) if before is not None else len(settings), notes)


def _styles(word: Word) -> None:
    styles: Any = word.styles
    text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.element.set(qn("w:styleId"), "FootnoteText")
    text.base_style = styles["Normal"]
    text.font.size, text.paragraph_format.space_after = SIZE, BETWEEN
    size_complex(text)
    mark = styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(qn("w:styleId"), "FootnoteReference")
    mark.font.superscript = True
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True


def size_complex(style: Any) -> None:
    """Letters of Arabic and the like are as large as the others, which Word does not take for granted."""
    size = style.element.rPr.find(qn("w:sz"))
    size.addnext(_element("w:szCs", **{"w:val": size.get(qn("w:val"))}))


def _run(text: str, style: str = "") -> Any:
    run = _element("w:r")
    if style:
        properties = _element("w:rPr")
        properties.append(_element("w:rStyle", **{"w:val": style}))
        run.append(properties)
    if text:
        words = _element("w:t", **{"xml:space": "preserve"})
        words.text = embed_right_to_left(printable_part(text))
        run.append(words)
    return run


def _element(tag: str, **attributes: str) -> Any:
    element: Any = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element
