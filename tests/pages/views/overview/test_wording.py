import pytest

from data.links import PAGES
from pages.views.overview.wording import QUESTIONS, more_disagreements

OF = "of who organised or how somebody spoke"


def test_every_other_page_answers_questions_in_the_order_of_the_menu() -> None:
    assert ["overview", *QUESTIONS] == list(PAGES)
    assert all(asks.endswith("?") for asks in QUESTIONS.values())


@pytest.mark.parametrize(
    ("shown", "every", "words"),
    [
        (0, 0, "The sources of these events do not differ."),
        (2, 2, "Their words, and why one is preferred, are on the page Evidence."),
        (1, 3, "1 of 3 differences; all of them are on the page Evidence."),
        (0, 1, f"No value differs, but 1 list {OF} does: see the page Evidence."),
        (0, 2, f"No value differs, but 2 lists {OF} do: see the page Evidence."),
    ],
)
def test_what_is_not_shown_is_told(shown: int, every: int, words: str) -> None:
    assert "".join(more_disagreements(shown, every)) == words
