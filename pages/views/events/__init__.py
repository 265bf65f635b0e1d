"""The card of an event, which any page may show in its panel, and the parts of its page."""

from pages.views.events.card import draw_line, read_event, show_panel
from pages.views.events.page import draw_card, draw_neighbours, draw_sources

__all__ = ["draw_card", "draw_line", "draw_neighbours", "draw_sources", "read_event", "show_panel"]
