"""The parts of the page Recommendations: figures, bars, list, card, and other statements."""

from pages.views.recommendations.bars import (
    draw_theme_bars,
    listen_to_bars,
    make_offer,
    show_picture_menu,
)
from pages.views.recommendations.by_source import draw_by_source, show_statements
from pages.views.recommendations.card import draw_page, show_panel
from pages.views.recommendations.headline import count_recommendations, draw_figures, sentence
from pages.views.recommendations.narrowing import (
    list_chips,
    list_settings,
    read_addressee,
    show_controls,
    show_no_match,
)
from pages.views.recommendations.statement import draw_statement
from pages.views.recommendations.table import make_order, read_page, show_table

__all__ = [
    "count_recommendations",
    "draw_by_source",
    "draw_figures",
    "draw_page",
    "draw_statement",
    "draw_theme_bars",
    "list_chips",
    "list_settings",
    "listen_to_bars",
    "make_offer",
    "make_order",
    "read_addressee",
    "read_page",
    "sentence",
    "show_controls",
    "show_no_match",
    "show_panel",
    "show_picture_menu",
    "show_statements",
    "show_table",
]
