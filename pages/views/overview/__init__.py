"""The parts of the page Overview: figures at its head, and lists that lead to the other pages."""

from pages.views.overview.headline import count_figures, show_headline
from pages.views.overview.lists import (
    count_pages_read,
    show_coverage,
    show_disagreements,
    show_newest,
    show_ready_views,
)

__all__ = [
    "count_figures",
    "count_pages_read",
    "show_coverage",
    "show_disagreements",
    "show_headline",
    "show_newest",
    "show_ready_views",
]
