"""The parts of the page About: what the record is and how to use it, and what its words mean."""

from pages.views.about.glossary import show_acronyms, show_glossary
from pages.views.about.record import show_citation, show_record, show_scope
from pages.views.about.wording import SENTENCE

__all__ = [
    "SENTENCE",
    "show_acronyms",
    "show_citation",
    "show_glossary",
    "show_record",
    "show_scope",
]
