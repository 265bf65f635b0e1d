import pytest

from etl.draft.files.file_text import RefusedError
from etl.draft.files.signatures import parse
from tests.etl.draft.files import test_html_page, test_pdf, test_word

WORDS = (
    "The course was held in Dushanbe on 3 May 2024 and twenty-four officers of the service took part in it."
)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (WORDS.encode(), "txt"),
        (WORDS.encode("utf-16"), "txt"),
        (test_html_page.PAGE.encode(), "html"),
        (test_pdf.made(test_pdf.LINE + " for five days and more"), "pdf"),
        (test_word.made(), "docx"),
    ],
)
def test_the_first_bytes_tell_the_kind(content: bytes, kind: str) -> None:
    assert parse(content).kind == kind


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1"), r"an old Word file \(.doc\)"),
        (b"{\\rtf1", "an RTF file"),
        (b"MZ program", "a program"),
        (b"\x89PNG", "a picture"),
        (b"a\x00b", "it holds zero bytes"),
    ],
)
def test_other_kinds_are_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        parse(content)
