"""The parts of the page Evidence: the list of sources, the card of one, warnings of the build."""

from pages.views.sources.card import show_panel
from pages.views.sources.quality import show_quality
from pages.views.sources.table import (
    SELECT,
    count_sources,
    make_order,
    read_page,
    sentence,
    show_figures,
    show_publishers,
    show_table,
)

__all__ = [
    "SELECT",
    "count_sources",
    "make_order",
    "read_page",
    "sentence",
    "show_figures",
    "show_panel",
    "show_publishers",
    "show_quality",
    "show_table",
]
