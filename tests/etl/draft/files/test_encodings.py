import pytest

from etl.draft.files import encodings
from etl.draft.files.encodings import decode
from etl.draft.files.file_text import RefusedError

RUSSIAN = (
    "Семинар по охране границ прошёл в Душанбе; участники обсудили обмен сведениями и подготовку кадров."
)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_tells_its_encoding_is_read_without_a_note(name: str) -> None:
    assert decode(RUSSIAN.encode(name)) == (RUSSIAN, ())


def test_a_declared_encoding_is_believed() -> None:
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'
    assert decode(page.encode("cp1251")) == (page, ())


@pytest.mark.parametrize("name", ["cp1251", "koi8-r"])
def test_a_guess_is_told(name: str) -> None:
    text, notes = decode((RUSSIAN * 5).encode(name))
    assert text == RUSSIAN * 5
    assert "is a guess" in notes[0]


def test_an_encoding_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "GUESSED", ["ascii"])
    with pytest.raises(RefusedError, match="save it as UTF-8"):
        decode(bytes(range(128, 256)) * 9)
