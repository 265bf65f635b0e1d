"""The parts of the page Overview: figures at its head, and lists that lead to the other pages."""

from pages.views.overview.headline import count_figures, sentence, show_header, show_headline
from pages.views.overview.lists import show_coverage, show_disagreements, show_newest
from pages.views.overview.ways import show_pages, show_ready_views
from pages.views.overview.wording import FOLLOWS, OWN_FILTERS, WHOLE

__all__ = [
    "FOLLOWS",
    "OWN_FILTERS",
    "WHOLE",
    "count_figures",
    "sentence",
    "show_coverage",
    "show_disagreements",
    "show_header",
    "show_headline",
    "show_newest",
    "show_pages",
    "show_ready_views",
]
