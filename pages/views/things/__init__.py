"""The page of a thing (organisation, person, place, border, source …), part by part, and the Index."""

from pages.views.things.events import draw_roles, draw_timeline, show_events
from pages.views.things.head import show_head
from pages.views.things.identity import draw_identity
from pages.views.things.index import show_head as show_index_head
from pages.views.things.index import show_list as show_index
from pages.views.things.map import draw_map
from pages.views.things.offices import show_offices
from pages.views.things.partners import show_offices_held, show_partners, show_people
from pages.views.things.pictures import show_picture_menu
from pages.views.things.sources import show_disagreements, show_sources
from pages.views.things.statements import show_recommendations, show_statements
from pages.views.things.subject import Thing, read_thing

__all__ = [
    "Thing",
    "draw_identity",
    "draw_map",
    "draw_roles",
    "draw_timeline",
    "read_thing",
    "show_disagreements",
    "show_events",
    "show_head",
    "show_index",
    "show_index_head",
    "show_offices",
    "show_offices_held",
    "show_partners",
    "show_people",
    "show_picture_menu",
    "show_recommendations",
    "show_sources",
    "show_statements",
]
