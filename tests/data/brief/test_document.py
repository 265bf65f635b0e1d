from data.brief.document import Sentence, sentences
from tests.data.brief import documents


def test_all_sentences_in_their_order_without_remarks_and_lists() -> None:
    found = list(sentences(documents.plain()))
    assert [each.text for each in found] == ["First.", "Second.", "Third.", "Fourth.", "Fifth.", "Sixth."]
    assert isinstance(found[0], Sentence)
