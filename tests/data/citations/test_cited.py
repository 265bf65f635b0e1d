from data.citations import Cited, Passage
from tests.data.citations.sources import CITED


def test_the_note_holds_the_quoted_words_with_their_paragraphs() -> None:
    assert [each.note for each in CITED] == ["“fight against terror” (para. 3); “and {more”", ""]


def test_words_stay_on_one_line() -> None:
    assert Cited({}, (Passage("one\ntwo"),)).note == "“one two”"
