"""The parts of the page Desk: a document with its cards, what is decided on them, and what is checked."""

from pages.views.desk.access import refuse_outside
from pages.views.desk.addition import show_addition
from pages.views.desk.card import show_card, show_list
from pages.views.desk.check import show_check, show_empty, show_notes
from pages.views.desk.document import listen, show_document
from pages.views.desk.metadata import show_alike, show_metadata
from pages.views.desk.queue import show_groups, show_head, show_picker
from pages.views.desk.review_session import list_names, open_session
from pages.views.desk.style import show_style

__all__ = [
    "list_names",
    "listen",
    "open_session",
    "refuse_outside",
    "show_addition",
    "show_alike",
    "show_card",
    "show_check",
    "show_document",
    "show_empty",
    "show_groups",
    "show_head",
    "show_list",
    "show_metadata",
    "show_notes",
    "show_picker",
    "show_style",
]
