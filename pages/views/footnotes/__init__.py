"""Numbers beside values, the notes that they lead to, and claims in words."""

from pages.views.footnotes.markers import Cite, Footnotes

__all__ = ["Cite", "Footnotes"]
