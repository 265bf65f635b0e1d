import pytest

from etl.draft.files import file_text
from etl.draft.files.file_text import FileText, RefusedError, check_length


def test_a_text_of_enough_words_passes() -> None:
    found = FileText("txt", "word " * 20)
    assert check_length(found) is found


@pytest.mark.parametrize(
    ("text", "without_words", "sentence"),
    [
        ("three words only", "", "holds only 3 words: there is nothing to draft from"),
        ("", "is made by a script", "is made by a script"),
    ],
)
def test_hardly_any_word_is_refused(text: str, without_words: str, sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        check_length(FileText("txt", text), without_words)


def test_too_many_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_text, "MOST_CHARACTERS", 100)
    with pytest.raises(RefusedError, match="holds 105 characters; at most 100 are read"):
        check_length(FileText("txt", "word " * 21))
