"""A brief as one HTML file: no script, nothing asked of any host, text that cannot become markup."""

from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree

from data.brief.document import Block, Document, Drawn, Paragraph, References, Remark, Section, Sentence
from data.brief.notes import Mark, Notes
from data.values.text import find_right_to_left, printable, printable_part

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = (Path(__file__).parent / "brief.css").read_text(encoding="utf-8")
Element = ElementTree.Element


def write(document: Document) -> bytes:
    """The file; the library that writes the tree escapes what is in it."""
    root = Element("html", {"lang": document.language.code})
    _head(root, document)
    root.append(draw_body(document))
    content: bytes = ElementTree.tostring(root, encoding="utf-8", method="html")
    return b"<!DOCTYPE html>\n" + content + b"\n"


def draw_body(document: Document) -> Element:
    """All that is seen of it, as a tree."""
    body = Element("body")
    _add(body, "h1", document.title)
    if document.question:
        line = _add(body, "p", f"{document.language.label('question')} ", cls="about")
        _add(line, "b", document.question)
    _add(body, "p", document.record, cls="about")
    notes, marks = Notes(document.language), list[Mark]()
    for section in document.sections:
        _section(body, section, notes, marks)
    _footnotes(body, marks, document)
    return body


def _head(root: Element, document: Document) -> None:
    head = _add(root, "head")
    ElementTree.SubElement(head, "meta", {"charset": "utf-8"})
    ElementTree.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    about = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    ElementTree.SubElement(head, "meta", about)
    _add(head, "title", document.title)
    _add(head, "style").text = STYLE


def _section(body: Element, section: Section, notes: Notes, marks: list[Mark]) -> None:
    if section.heading:
        _add(body, f"h{section.level + 1}", section.heading)
    for block in section.blocks:
        _block(body, block, notes, marks)


def _block(body: Element, block: Block, notes: Notes, marks: list[Mark]) -> None:
    if isinstance(block, Paragraph):
        paragraph = _add(body, "p")
        notes.begin_paragraph()
        for sentence in block.sentences:
            _sentence(paragraph, sentence, notes, marks)
    elif isinstance(block, Remark):
        aside = _add(body, "aside")
        _add(aside, "b", notes.language.label("remark")).tail = f" {printable(block.text)}"
    elif isinstance(block, Drawn):
        _picture(body, block)
    elif isinstance(block, References):
        listed = _add(body, "ul", cls="sources")
        for entry in block.entries:
            _add(listed, "li", entry)


def _sentence(paragraph: Element, sentence: Sentence, notes: Notes, marks: list[Mark]) -> None:
    if sentence.lead:
        _add(paragraph, "b", sentence.lead).tail = " "
    _add(paragraph, "bdi", sentence.text)
    if sentence.citations:
        mark, sign = notes.mark(sentence.citations), _add(paragraph, "sup")
        first = {"id": f"ref-{mark.number}"} if mark.spans else {}
        _add(sign, "a", str(mark.number), href=f"#note-{mark.number}", **first)
        sign.tail = " "
        marks += [mark] if mark.spans else []


def _picture(body: Element, drawn: Drawn) -> None:
    """The SVG as an image, in which nothing runs and nothing is fetched."""
    figure = _add(body, "figure")
    address = f"data:image/svg+xml;base64,{b64encode(drawn.svg).decode()}"
    _add(figure, "img", src=address, alt=drawn.words)


def _footnotes(body: Element, marks: list[Mark], document: Document) -> None:
    if not marks:
        return
    _add(body, "h2", document.language.label("footnotes"))
    listed = _add(body, "ol", cls="notes")
    for mark in marks:
        item = _add(listed, "li", id=f"note-{mark.number}")
        for span in mark.spans:
            if span.link:
                _add(item, "a", span.text, href=span.link, rel="noopener noreferrer")
            else:
                _add(item, "span", span.text)
        _add(item, "a", " ↩", href=f"#ref-{mark.number}")


def _add(parent: Element, tag: str, text: str = "", *, cls: str = "", **attributes: str) -> Element:
    known = {name: printable(value) for name, value in attributes.items()} | ({"class": cls} if cls else {})
    child = ElementTree.SubElement(parent, tag, known)
    plain = printable_part(text)
    found = find_right_to_left(plain) if tag != "bdi" else None
    if found:  # apart, in its own direction
        child.text, within, after = found
        own = ElementTree.SubElement(child, "bdi")
        own.text, own.tail = within, after
    else:
        child.text = plain or None
    return child
