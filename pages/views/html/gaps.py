"""Gaps in HTML that is kept: what differs from page to page, as numbers of notes do, is put in later."""

import re
from collections.abc import Sequence

from pages.views.html.markup import Safe

_GAP = re.compile("<a \0([0-9]+)\0>")
"""It begins as the links do that will fill it; no text of the record has the rest."""


def make_gap(number: int) -> Safe:
    return Safe(f"<a \0{number}\0>")


def split_at_gaps(body: Safe) -> list[str]:
    """Texts, and between them the numbers of the gaps."""
    return _GAP.split(body)


def fill_gaps(parts: Sequence[str], fillings: Sequence[Safe]) -> Safe:
    """`parts` of `split_at_gaps` put together, with the filling of each number."""
    return Safe("".join(fillings[int(part)] if place % 2 else part for place, part in enumerate(parts)))
