import pytest

from pages.views.overview.wording import more_disagreements

OF = "of who organised or how somebody spoke"


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
