"""Text that runs from right to left beside ours, which does not."""

from html import escape

from data.values.text import find_right_to_left


def escape_isolated(text: str) -> str:
    """`text` as HTML; one with letters that run from right to left is laid out apart, in its own direction.

    Else brackets, numbers and notes beside it would take its direction, or it theirs. Our quotation marks
    around it stay outside, where they do not turn round.
    """
    if (found := find_right_to_left(text)) is None:
        return escape(text)
    before, within, after = found
    return f"{before}<bdi>{escape(within)}</bdi>{after}"
