"""What sort of file it is, by its first bytes; its text, or RefusedError with the reason."""

import re

from etl.draft.files import html_page, pdf, word
from etl.draft.files.encodings import decode
from etl.draft.files.file_text import FileText, RefusedError, check_length

UNREADABLE = {
    bytes.fromhex("d0cf11e0a1b11ae1"): "is an old Word file (.doc): save it as .docx or PDF",
    b"{\\rtf": "is an RTF file: save it as .docx or PDF",
    b"MZ": "is a program, not a document",
    b"\x7fELF": "is a program, not a document",
    b"\x89PNG": "is a picture: no text can be read from it",
    b"GIF8": "is a picture: no text can be read from it",
    b"\xff\xd8\xff": "is a picture: no text can be read from it",
}
HTML = re.compile(rb"<(?:html|body|article|!doctype html|head)\b", re.IGNORECASE)
HEAD = 4_000
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def parse(content: bytes) -> FileText:
    """The text of a file of any kind that is read."""
    for mark, sentence in UNREADABLE.items():
        if content.startswith(mark):
            raise RefusedError(sentence)
    if content.startswith(b"%PDF-"):
        return pdf.parse(content)
    if content.startswith(b"PK\x03\x04"):
        return word.parse(content)
    if HTML.search(content[:HEAD].replace(b"\x00", b"")):
        return html_page.parse(content)
    return _plain(content)


def _plain(content: bytes) -> FileText:
    if b"\x00" in content and not content.startswith(UTF_16):
        raise RefusedError("is no text file: it holds zero bytes")
    text, notes = decode(content)
    return check_length(FileText("txt", text, notes=notes))
