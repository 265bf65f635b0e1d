"""The card of an event; any page may show one."""

from pages.views.events.card import show_card

__all__ = ["show_card"]
