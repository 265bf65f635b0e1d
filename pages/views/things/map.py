"""A map extract: the border, country, place or office of a thing with its offices; where an event was."""

from dataclasses import replace
from functools import cache

from data import outlines
from data.filters import Filters, Subject
from data.pictures.drawing.palette import Palette
from data.pictures.drawing.sheet import Picture
from data.pictures.maps import extract
from data.pictures.maps.places import NOTE, Outlines
from data.queries.events import cities as city_queries
from data.queries.offices import list as office_queries
from data.queries.things import thing as queries
from data.values.rows import Records
from pages.views.html import bars, markup
from pages.views.session import reads
from pages.views.shell import theme
from pages.views.shell.faults import contain_html
from pages.views.things.subject import Thing

INFERRED = "Hollow: no source prints the place, it is inferred."
PLACED = ("borders", "countries", "places", "border_liaison_offices", "events")


@contain_html
def draw_map(thing: Thing) -> markup.Safe:
    """Where it is; nothing where the record or the outlines do not know."""
    return _draw(thing.subject, thing.panel, theme.palette()) if thing.table in PLACED else markup.Safe()


def draw_picture(thing: Thing) -> Picture | None:
    """The same for a file."""
    if thing.table not in PLACED:
        return None
    points, marked, words = _read(thing.subject, thing.panel)
    return extract.draw_picture(_outlines(), thing.subject.id, points, marked, words)


def _read(subject: Subject, panel: Filters) -> tuple[list[tuple[float, float]], Records, str]:
    """Its point, its offices or cities, and what is drawn in words."""
    if subject.table == "events":
        cities = reads.read_records(city_queries.list_cities, Filters(subject=subject))
        return [], cities, _describe_cities(cities)
    row = reads.read_records(queries.find_thing, subject)[0]
    offices = reads.read_records(office_queries.list_offices, replace(panel, subject=subject))
    points = [(row["longitude"], row["latitude"])] if row.get("latitude") is not None else []
    return points, offices, _describe(subject, row["name"], offices)


@reads.cache_few_per_build
def _draw(subject: Subject, panel: Filters, palette: Palette) -> markup.Safe:
    points, marked, words = _read(subject, panel)
    drawn = extract.draw(_outlines(), subject.id, points, marked, palette, words)
    if drawn is None:
        return markup.Safe()
    words_over = "Where it was" if subject.table == "events" else "Where it is"
    title = markup.tag("h2", words_over, "cardhead")
    small = markup.tag("p", f"{words} {NOTE}", "small")
    return markup.join((title, bars.image(drawn, words, "extract"), small))


@cache
def _outlines() -> Outlines:
    return Outlines(*map(outlines.read_outlines, ("countries", "borders", "lakes")))


def _describe_cities(cities: Records) -> str:
    """Where an event was held; that it is hollow where no source says so."""
    words = f"Held in {', '.join(row['name'] for row in cities)}."
    return f"{words} {INFERRED}" if any(row["inferred"] for row in cities) else words


def _describe(subject: Subject, name: str, offices: Records) -> str:
    """What is drawn, and what is not."""
    if subject.table in ("border_liaison_offices", "places"):
        return f"Where {name} lies."
    called = f"the {name} border" if subject.table == "borders" else name
    if not offices:
        return f"Map of {called} and what is around it."
    placed = [row["name"] for row in offices if row["latitude"] is not None]
    rest = len(offices) - len(placed)
    more = f"; {rest} more {'has' if rest == 1 else 'have'} no published place" if rest else ""
    return f"Map of {called} with {markup.count_noun(len(placed), 'office')}{more}."
