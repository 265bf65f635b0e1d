"""The pictures of a thing as files: its events by year, its roles, its map extract."""

from collections.abc import Iterator
from functools import partial

from data.pictures import roles as role_picture
from data.pictures import strip
from data.queries.events import histogram
from data.queries.things import roles as queries
from pages.views.session import reads
from pages.views.shell import pictures
from pages.views.shell.faults import contain
from pages.views.shell.filters import days
from pages.views.shell.pictures import Offer
from pages.views.things import map as map_extract
from pages.views.things.subject import Thing
from pages.views.things.wording import ROLES


@contain
def show_picture_menu(thing: Thing) -> None:
    """A button that opens them; nothing where there are none."""
    if thing.events or map_extract.has_map(thing):
        pictures.show_menu("thing", lambda: _list_offers(thing))


def _list_offers(thing: Thing) -> Iterator[Offer]:
    offer = partial(Offer, filters=thing.filters)
    if beginnings := reads.read_records(histogram.count_beginnings, thing.filters):
        drawn = partial(strip.draw, beginnings, *days.record_bounds(), 12)
        yield offer("years", draw=drawn, title=f"{thing.name}: events by year")
    if counts := reads.read_records(queries.count_by_year, thing.filters):
        drawn = partial(role_picture.draw, counts, list(ROLES.items()))
        yield offer("roles", draw=drawn, title=f"{thing.name}: roles by year")
    if drawn_map := map_extract.draw_picture(thing):
        yield offer("extract", draw=lambda: drawn_map, title=f"{thing.name}: where it is")
