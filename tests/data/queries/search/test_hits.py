import pytest

from data.queries.search import hits
from tests.data.queries.conftest import Ask


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "альфа",
            {"events": 3, "organisations": 1, "places": 1, "recommendations": 2, "statements": 1},
        ),
        ("officers", {"events": 1, "recommendations": 1}),
        ("kazakhstan", {"countries": 1, "borders": 1, "border_liaison_offices": 1}),
        ("zzz", {}),
    ],
)
def test_every_kind_is_counted_that_has_the_words(words: str, found: dict[str, int], ask: Ask) -> None:
    counts = dict(ask(hits.count_hits(words), "kind", "found"))
    assert tuple(counts) == hits.KINDS
    assert {kind: number for kind, number in counts.items() if number} == found


def test_notes_are_found_by_their_words_and_say_on_what_they_are(ask: Ask) -> None:
    assert ask(hits.list_notes("length", 0, 9), "table", "id") == [("borders", "TJK-UZB")]
    assert ask(hits.list_notes("length", 1, 9)) == []
