"""The parts of the page Search: the box, and results by kind with the words marked where they stand."""

from pages.views.search.head import count_hits, show_head
from pages.views.search.results import show_results

__all__ = ["count_hits", "show_head", "show_results"]
