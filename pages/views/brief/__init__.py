"""The page Brief: of what, how long, in which parts; the basket; what is made of it, and its files."""

from pages.views.brief.basket_list import show_basket, show_filling, show_shared
from pages.views.brief.origin import choose_origin
from pages.views.brief.preview import show_brief
from pages.views.brief.settings import show_settings
from pages.views.brief.wording import SENTENCE

__all__ = [
    "SENTENCE",
    "choose_origin",
    "show_basket",
    "show_brief",
    "show_filling",
    "show_settings",
    "show_shared",
]
