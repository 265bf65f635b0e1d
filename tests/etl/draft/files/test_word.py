import io
import zipfile

import pytest
from docx import Document

from etl.draft.files import word
from etl.draft.files.file_text import RefusedError

TEXT = (
    "The course for officers of the border service was held in Dushanbe on 3 May 2024 with 24 people in it."
)


def made() -> bytes:
    document, target = Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Name"
    table.cell(0, 2).text = "Office"
    document.save(target)
    return target.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return target.getvalue()


def test_paragraphs_and_tables_are_read_in_order() -> None:
    assert word.parse(made()).text.splitlines() == [TEXT, "Name | Office"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zipped("a.txt", b"text"), "is a zip file, but no Word document"),
        (zipped(word.PART, b" " * 51_000_000), "unpacks to more than 50 MB"),
        (zipped(word.PART, b"no xml"), "is a damaged Word file"),
        (b"PK\x03\x04 cut", "is damaged: it cannot be unpacked"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        word.parse(content)
