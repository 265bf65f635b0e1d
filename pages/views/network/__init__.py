"""The parts of the page Network: picture, card and table of organisations and pairs."""

from pages.views.network.card import sentence_with_note, show_card
from pages.views.network.graph import read_network
from pages.views.network.panel import show_panel
from pages.views.network.picture import make_offer, show_controls, show_keys, show_paper, show_picture
from pages.views.network.table import list_extracts, show_table

__all__ = [
    "list_extracts",
    "make_offer",
    "read_network",
    "sentence_with_note",
    "show_card",
    "show_controls",
    "show_keys",
    "show_panel",
    "show_paper",
    "show_picture",
    "show_table",
]
