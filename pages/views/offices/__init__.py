"""The parts of the page Border offices: map, matrix, list, cards, and the day as known on."""

from pages.views.offices.as_of import draw_statements, show_day_control
from pages.views.offices.card import draw_counts, draw_hint, show_download
from pages.views.offices.centres import draw_centres
from pages.views.offices.headline import draw_figures, draw_listed, sentence
from pages.views.offices.list import draw_list, show_no_match, show_table
from pages.views.offices.map import draw_map_note, list_offers, show_maps
from pages.views.offices.matrix import border_words, draw_matrix, listen_to_matrix
from pages.views.offices.panel import show_panel
from pages.views.offices.selection import (
    border_name,
    find_office,
    list_chips,
    make_extract,
    read_view,
    show_silent_filters,
)

__all__ = [
    "border_name",
    "border_words",
    "draw_centres",
    "draw_counts",
    "draw_figures",
    "draw_hint",
    "draw_list",
    "draw_listed",
    "draw_map_note",
    "draw_matrix",
    "draw_statements",
    "find_office",
    "list_chips",
    "list_offers",
    "listen_to_matrix",
    "make_extract",
    "read_view",
    "sentence",
    "show_day_control",
    "show_download",
    "show_maps",
    "show_no_match",
    "show_panel",
    "show_silent_filters",
    "show_table",
]
