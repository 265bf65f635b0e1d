"""A map extract: a border or country with its offices, a place or an event in its country, an office."""

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
from data.schema.vocabulary import PlaceKind
from data.values.rows import Records
from pages.views.html import bars, markup
from pages.views.session import reads
from pages.views.shell import theme
from pages.views.shell.faults import contain_html
from pages.views.things.subject import Thing
from pages.views.things.wording import NO_MAP

INFERRED = "Hollow: no source prints the place, it is inferred."
AREAS = (PlaceKind.PROVINCE, PlaceKind.REGION)
PLACED = ("borders", "countries", "places", "border_liaison_offices", "events")


@contain_html
def draw_map(thing: Thing) -> markup.Safe:
    """Where it is, else why there is no map; nothing for what is nowhere, such as a theme."""
    if thing.table not in PLACED:
        return markup.Safe()
    return _draw(thing.subject, thing.panel, theme.palette()) or markup.tag("p", _explain(thing), "small")


def has_map(thing: Thing) -> bool:
    """Whether the record and the outlines know where it is."""
    return thing.table in PLACED and bool(_draw(thing.subject, thing.panel, theme.palette()))


def draw_picture(thing: Thing) -> Picture | None:
    """The same for a file."""
    if thing.table not in PLACED:
        return None
    own, points, marked, words = _read(thing.subject, thing.panel)
    return extract.draw_picture(_outlines(), own, points, marked, words)


def _read(subject: Subject, panel: Filters) -> tuple[str, list[tuple[float, float]], Records, str]:
    """The border or country that is drawn whole, its point, its offices or cities, and that in words."""
    if subject.table == "events":
        cities = reads.read_records(city_queries.list_cities, Filters(subject=subject))
        countries = {row["country_id"] for row in cities}
        own = countries.pop() if len(countries) == 1 else None
        return own or subject.id, [], cities, _describe_cities(cities)
    row = reads.read_records(queries.find_thing, subject)[0]
    offices = reads.read_records(office_queries.list_offices, replace(panel, subject=subject))
    points = [(row["longitude"], row["latitude"])] if row.get("latitude") is not None else []
    is_placed = subject.table == "places" and (points or row["kind"] == PlaceKind.COUNTRY)
    own = row["country_id"] if is_placed else subject.id
    return own, points, offices, _describe(subject, row["name"], offices)


@reads.cache_few_per_build
def _draw(subject: Subject, panel: Filters, palette: Palette) -> markup.Safe:
    own, points, marked, words = _read(subject, panel)
    drawn = extract.draw(_outlines(), own, points, marked, palette, words)
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


def _explain(thing: Thing) -> str:
    """Why nothing is drawn: no point in the record, or none within the outlines."""
    if thing.table == "events":
        cities = reads.read_records(city_queries.list_cities, Filters(subject=thing.subject))
        why = "events" if not cities else "outside"
        return NO_MAP[why].format(", ".join(row["name"] for row in cities))
    is_placeless = "latitude" in thing.row and thing.row["latitude"] is None
    why = thing.table if is_placeless or thing.table == "borders" else "outside"
    if why == "places" and thing.row["kind"] in AREAS:
        return NO_MAP["areas"].format(thing.name, thing.row["kind"])
    if why == "border_liaison_offices" and not thing.row["is_named"]:
        why = "unnamed"
    return NO_MAP[why].format(thing.name)
