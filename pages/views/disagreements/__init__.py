"""Where sources differ: every field with all its values, and totals under a choice among them."""

from pages.views.disagreements.fields import (
    Disagreement,
    count_disagreements,
    describe_rank,
    list_foremost,
    show_disagreements,
)
from pages.views.disagreements.totals import show_totals

__all__ = [
    "Disagreement",
    "count_disagreements",
    "describe_rank",
    "list_foremost",
    "show_disagreements",
    "show_totals",
]
