"""The page of a thing (organisation, person, place, border, source …), part by part, and the Index."""

from pages.views.things.events import draw_events, draw_roles, draw_timeline
from pages.views.things.head import show_head
from pages.views.things.identity import draw_identity
from pages.views.things.index import show_head as show_index_head
from pages.views.things.index import show_list as show_index
from pages.views.things.map import draw_map
from pages.views.things.offices import draw_offices
from pages.views.things.partners import draw_offices_held, draw_partners, draw_people
from pages.views.things.pictures import show_picture_menu
from pages.views.things.sources import draw_disagreements, draw_sources
from pages.views.things.statements import draw_recommendations, draw_statements
from pages.views.things.subject import Thing, read_thing

__all__ = [
    "Thing",
    "draw_disagreements",
    "draw_events",
    "draw_identity",
    "draw_map",
    "draw_offices",
    "draw_offices_held",
    "draw_partners",
    "draw_people",
    "draw_recommendations",
    "draw_roles",
    "draw_sources",
    "draw_statements",
    "draw_timeline",
    "read_thing",
    "show_head",
    "show_index",
    "show_index_head",
    "show_picture_menu",
]
