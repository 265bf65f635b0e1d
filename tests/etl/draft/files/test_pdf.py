import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from etl.draft.files import pdf
from etl.draft.files.file_text import RefusedError

LINE = "The course for officers of the border service was held in Dushanbe on 3 May 2024"


def made(*pages: str, lock: str = "") -> bytes:
    """A PDF with a line of text for each line of a page."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(600, 800)
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in text.splitlines())
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 10 Tf 40 760 Td {shown} ET".encode())
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(stream)
    if lock:
        writer.encrypt(lock, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_lines_become_paragraphs() -> None:
    found = pdf.parse(
        made(f"{LINE}\nand went on for five days.\nA second paragraph with a few more words stands here now.")
    )
    assert found.text.splitlines()[0] == f"{LINE} and went on for five days."


def test_pages_without_text_are_told() -> None:
    assert pdf.parse(made(f"{LINE}\n{LINE}", "")).notes == ("1 of 2 pages hold no text (pictures or scans)",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (made(""), "is a scan: its page holds no text"),
        (made("", ""), "is a scan: none of its 2 pages holds text"),
        (made(LINE, lock="secret"), "is locked with a password"),
        (b"%PDF-1.4 cut short", "is a damaged PDF"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        pdf.parse(content)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(RefusedError, match="has 2 pages; at most 1"):
        pdf.parse(made(LINE, LINE))


def test_running_lines_are_left_out() -> None:
    pages = [f"Report 2024\nText {word}\nPage {n}" for n, word in enumerate(("one", "two", "three"), start=1)]
    assert pdf.remove_running_lines(pages) == ["Text one", "Text two", "Text three"]
    assert pdf.remove_running_lines([*pages, ""])[3] == ""


def test_a_word_cut_at_a_line_end_is_joined() -> None:
    assert pdf.join_lines("a long line that ends with a bor-\nder post and then goes on and on") == (
        "a long line that ends with a border post and then goes on and on"
    )
