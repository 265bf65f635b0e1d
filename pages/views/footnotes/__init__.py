"""Numbers beside values, the notes that they lead to, and claims in words."""

from data.claims.passages import Cite
from pages.views.footnotes.markers import Footnotes
from pages.views.footnotes.parts import cache_part

__all__ = ["Cite", "Footnotes", "cache_part"]
