"""The page that sets two or three things or periods side by side, part by part."""

from pages.views.compare.choice import show_picker
from pages.views.compare.counts import draw_counts
from pages.views.compare.events import show_events
from pages.views.compare.head import show_head
from pages.views.compare.requests import show_requests
from pages.views.compare.values import draw_kinds, draw_partners, draw_themes, draw_years
from pages.views.compare.view import View, read_view

__all__ = [
    "View",
    "draw_counts",
    "draw_kinds",
    "draw_partners",
    "draw_themes",
    "draw_years",
    "read_view",
    "show_events",
    "show_head",
    "show_picker",
    "show_requests",
]
