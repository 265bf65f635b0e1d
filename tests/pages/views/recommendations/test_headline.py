import pytest

from pages.views.recommendations.headline import describe_range


@pytest.mark.parametrize(
    ("certainly", "possibly", "words"),
    [
        (1, 0, "Its event lies in the range."),
        (0, 1, "Its event may lie in the range."),
        (3, 0, "All their events lie in the range."),
        (0, 2, "Their events lie only possibly in the range."),
        (2, 1, "The events of 2 lie in the range, of 1 only possibly."),
    ],
)
def test_one_many_and_none_in_the_range(certainly: int, possibly: int, words: str) -> None:
    assert describe_range(certainly, possibly) == words
