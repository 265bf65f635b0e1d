"""Border offices: the events on the map beside the offices, if the reader wants them, and a city's card."""

from dataclasses import replace

from data.filters import Filters, Subject
from data.pictures.maps import map as picture
from data.pictures.maps.cities import City
from data.queries.events import cities as queries
from data.queries.events import list as event_queries
from data.queries.things import thing as things
from data.values.rows import Records
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_event, link_thing
from pages.views.session import reads
from pages.views.shell.controls.record_panel import Order, Record, show_record
from pages.views.shell.controls.switch import switch
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

MARKS, CITY = "marks", "city"
"""Parameters of the address: what is on the map, and the city that is selected."""
OPTIONS = {"offices": "Offices", "events": "Offices and events"}
ABOUT = (
    "Events are drawn where they were held, at city level, under all filters and whatever day is chosen; "
    "hollow where no source states the place."
)
ROWS = 8


def show_switch() -> None:
    """Whether events are drawn beside the offices."""
    switch(MARKS, OPTIONS, "offices", "What the map shows", key="marks-on-map")


def has_events() -> bool:
    """Whether the address asks for the events."""
    return address.find_selection(MARKS, list(OPTIONS)) not in (None, "offices")


def read_cities(filters: Filters) -> tuple[City, ...]:
    """Every city with an event that matches; none unless the address asks for them."""
    return _cities(filters) if has_events() else ()


@reads.cache_few_per_build
def _cities(filters: Filters) -> tuple[City, ...]:
    found = reads.read_records(queries.list_cities, filters)
    return tuple(City(**{name: row[name] for name in City._fields}) for row in found)


def read_city(filters: Filters) -> City | None:
    """The city that the address selects among those that are shown."""
    cities = {city.id: city for city in read_cities(filters)}
    chosen = address.find_selection(CITY, list(cities))
    return cities[chosen] if chosen else None


def choose_city(city: str | None) -> None:
    """Make the address select a city and no office, or nothing."""
    address.select_several({CITY: city, "border": None, "office": None})


def draw_note(filters: Filters) -> markup.Safe:
    """What the discs are, which cities lie beyond the picture, and how many events are in none."""
    if not has_events():
        return markup.Safe()
    beyond = [city for city in read_cities(filters) if not picture.is_inside(city.where)]
    parts: list[object] = [ABOUT]
    if beyond:
        links = [
            markup.join((link_thing("places", city.id, city.name), f" {city.events:,}")) for city in beyond
        ]
        parts.append(markup.join((" Beyond the first view: ", markup.join(links, ", "), ".")))
    unplaced = reads.read_records(queries.count_unplaced, filters)[0]["events"]
    if unplaced:
        verb = "has" if unplaced == 1 else "have"
        parts.append(f" {markup.count_noun(unplaced, 'event')} {verb} no place that can be drawn.")
    return markup.tag("p", markup.join(parts), "small links")


@contain
def show_city(city: City, filters: Filters, notes: Footnotes) -> None:
    """The panel of the selected city: how many events, and the newest of them."""
    own = replace(filters, subject=Subject("places", city.id))
    source = reads.read_records(things.find_thing, own.subject)[0]["source_id"]
    order = Order([each.id for each in read_cities(filters)], choose_city)
    with show_record(Record("city", "places", city.id, source), order):
        found = reads.read_records(event_queries.list_newest_events, own, ROWS)
        markup.show(markup.tag("div", _draw_card(city, found, notes), "links"))


def _draw_card(city: City, events: Records, notes: Footnotes) -> markup.Safe:
    notes.load_claims("events", (row["id"] for row in events))
    rows = [
        (
            f"{dates.format_span(row)}{dates.format_doubt(row)}",
            markup.join(
                (
                    link_event(row["id"], row["title"]),
                    notes.mark(Cite(row["source_id"], "events", row["id"], ("title", "start_on"))),
                    " (place inferred)" if row["is_place_inferred"] else "",
                )
            ),
        )
        for row in events
    ]
    title = markup.tag("h2", city.name, "cardtitle")
    inferred = f", the place of {city.inferred:,} inferred" if city.inferred else ""
    words = f"{markup.count_noun(city.events, 'event')}{inferred}; the newest:"
    if city.events <= ROWS:
        words = f"{markup.count_noun(city.events, 'event')}{inferred}:"
    more = link_thing("places", city.id, f"All {city.events:,} and more on {city.name}")
    return markup.join(
        (title, markup.tag("p", words, "lead"), markup.table(["Date", "Event"], rows), markup.tag("p", more))
    )
