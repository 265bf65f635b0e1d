"""The parts of the page Timeline: pictures and table, or a list, and what a drag or a click on them does."""

from pages.views.timeline.cards import choose_view, show_list
from pages.views.timeline.pictures import (
    list_offers,
    sentence_with_note,
    show_hint,
    show_legend,
    show_pictures,
)
from pages.views.timeline.table import make_order, read_page, show_table

__all__ = [
    "choose_view",
    "list_offers",
    "make_order",
    "read_page",
    "sentence_with_note",
    "show_hint",
    "show_legend",
    "show_list",
    "show_pictures",
    "show_table",
]
