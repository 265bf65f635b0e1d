"""The parts of the page Timeline: pictures, table, and what a drag or a click on them does."""

from pages.views.timeline.pictures import (
    list_offers,
    sentence_with_note,
    show_hint,
    show_legend,
    show_pictures,
)
from pages.views.timeline.table import make_order, read_page, show_table

__all__ = [
    "list_offers",
    "make_order",
    "read_page",
    "sentence_with_note",
    "show_hint",
    "show_legend",
    "show_pictures",
    "show_table",
]
