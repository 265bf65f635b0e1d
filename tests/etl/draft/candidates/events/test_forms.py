import pytest

from etl.draft.candidates.events.forms import find_form


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("A workshop was held.", "workshop", "training"),
        ("An international conference met.", "conference", "conference"),
        ("OSCE hands over equipment", "handover", "opening"),
        ("Состоялся круглый стол.", "round table", "meeting"),
    ],
)
def test_the_form_is_told_by_a_word(text: str, form: str, kind: str) -> None:
    found = next(find_form((text,)))
    assert (found.value, found.detail["kind"], found.inferred) == (form, kind, "Told from the word used.")


def test_the_whole_word_is_marked() -> None:
    text = "Душанбе принял совещание ведомств."
    found = next(find_form((text,)))
    assert (text[found.start : found.end], found.why) == ("совещание", "“совещание”")


def test_no_word_gives_no_form() -> None:
    assert list(find_form(("Nothing of the kind.",))) == []
