"""Many sources as others cite them: RIS, BibTeX, CSL-JSON, and text in styles of CSL."""

from data.citations.bulk import FORMATS, Cited, Format, Passage, write

__all__ = ["FORMATS", "Cited", "Format", "Passage", "write"]
