"""Text that runs from right to left beside ours, which does not."""

import re
from html import escape

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic and the scripts between them."""


def escape_isolated(text: str) -> str:
    """`text` as HTML; one with letters that run from right to left is laid out apart, in its own direction.

    Else brackets, numbers and notes beside it would take its direction, or it theirs. Our quotation marks
    around it stay outside, where they do not turn round.
    """
    if not RIGHT_TO_LEFT.search(text):
        return escape(text)
    if text[0] == "“" and text[-1] == "”":
        return f"“<bdi>{escape(text[1:-1])}</bdi>”"
    return f"<bdi>{escape(text)}</bdi>"
