"""The card of an event; any page may show one in its panel."""

from pages.views.events.card import show_panel

__all__ = ["show_panel"]
