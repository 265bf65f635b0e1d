"""The parts of the page Overview."""

from pages.views.overview.parts import (
    count_figures,
    count_pages_read,
    show_coverage,
    show_disagreements,
    show_headline,
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
