"""Numbers beside values, the notes that they lead to, and claims in words."""

from data.claims.passages import Cite
from pages.views.footnotes.markers import Footnotes

__all__ = ["Cite", "Footnotes"]
