"""Text that runs from right to left beside ours, which does not."""

import re
from html import escape

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic and the scripts between them."""


def escape_isolated(text: str) -> str:
    """`text` as HTML; one with letters that run from right to left is laid out apart, in its own direction.

    Else brackets, numbers and notes beside it would take its direction, or it theirs.
    """
    return f"<bdi>{escape(text)}</bdi>" if RIGHT_TO_LEFT.search(text) else escape(text)
