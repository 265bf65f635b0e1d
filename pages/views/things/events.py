"""The events of a thing: a small timeline, its roles by year, the newest with its role in each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from data.links import MANY
from data.pictures.periods import Period, count_by_period
from data.queries.events import histogram
from data.queries.events import list as event_queries
from data.queries.things import roles as queries
from data.values.rows import Records
from pages.views.footnotes import Cite, Footnotes, cache_part
from pages.views.html import bars, dates, markup
from pages.views.html.things import link_event
from pages.views.session import reads
from pages.views.shell.controls.pager import Pager
from pages.views.shell.faults import contain_html
from pages.views.shell.filters import days
from pages.views.shell.filters.controls import draw_role_filter
from pages.views.things.paging import draw_list
from pages.views.things.subject import Thing
from pages.views.things.wording import NO_YEAR, ROLES

ROWS = 8
ON_TIMELINE = {field: parameter for parameter, field in MANY.items()}
"""Parameter of the filter by rows of a table, where there is one."""


@contain_html
@reads.cache_few_per_build
def draw_timeline(thing: Thing) -> markup.Safe:
    """Its events a year as bars over the years of the record; nothing where none is dated."""
    counted = count_by_period(reads.read_records(histogram.count_beginnings, thing.filters), 12)
    if not counted:
        return markup.Safe()
    known = {year.start.year: year for year in counted}
    first, last = (day.year for day in days.record_bounds())
    every = range(min(first, *known), max(last, *known) + 1)
    years = [known.get(year, Period(date(year, 1, 1), 0, 0, 0)) for year in every]
    title = markup.tag("h2", "Events by year", "cardhead")
    strip = bars.draw_bars([(str(y.start.year), y.certainly, y.possibly, y.share) for y in years])
    ends = markup.join(markup.tag("span", year.start.year) for year in dict.fromkeys((years[0], years[-1])))
    picture = bars.draw_picture(
        _describe(years), markup.join((strip, markup.tag("div", ends, "ends"))), "years"
    )
    return markup.join((title, picture))


def _describe(years: Sequence[Period]) -> str:
    fullest = max(years, key=lambda year: year.certainly + year.share)
    most = markup.count_noun(fullest.certainly, "event")
    return (
        f"Events a year from {years[0].start.year} to {years[-1].start.year}; most in {fullest.start.year}: "
        f"{most} that certainly began in it. The table beside this picture has the same numbers."
    )


@contain_html
@cache_part
def draw_roles(thing: Thing, notes: Footnotes) -> markup.Safe:
    """A row a year, newest first: how many events, and how many in each role."""
    counts: dict[int | None, dict[str | None, int]] = defaultdict(dict)
    for row in reads.read_records(queries.count_by_year, thing.filters):
        counts[row["year"]][row["role"]] = row["events"]
    if not counts:
        return markup.Safe()
    there = {role for roles in counts.values() for role in roles if role}
    shown = [role for role in ROLES if role in there]
    years = sorted(counts, key=lambda year: -(year or 0))
    rows = [
        (
            str(year or NO_YEAR),
            counts[year].get(None, 0),
            *(counts[year].get(role) or markup.tag("span", "–", "none") for role in shown),
        )
        for year in years
    ]
    title = markup.tag("h2", markup.join(("Roles by year", notes.mark_own(thing.counted))), "cardhead")
    head = ["Year", "Events", *(_role(thing, role) for role in shown)]
    return markup.join((title, markup.table(head, rows, "numbers roles")))


def _role(thing: Thing, role: str) -> markup.Safe:
    """The role, and its filter where it is one of organisations."""
    own = draw_role_filter(thing.subject.id, role) if thing.table == "organisations" else ""
    return markup.join((ROLES[role], own))


@contain_html
def draw_events(thing: Thing, notes: Footnotes) -> markup.Safe:
    """The events, newest first, page by page, each with the role that the thing had in it."""
    return draw_list(thing, notes, "events", thing.events, ROWS, _draw_events)


@cache_part
def _draw_events(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    found = reads.read_records(event_queries.list_newest_events, thing.filters, ROWS, pager.first)
    told = reads.read_records(queries.list_roles, thing.filters, tuple(row["id"] for row in found))
    roles = {row["id"]: _word_roles(row["roles"]) for row in told}
    notes.load_claims("events", (row["id"] for row in found))
    title = markup.tag(
        "h2", markup.join((f"Events: {thing.events:,}, newest first", _all(thing))), "cardhead"
    )
    return markup.join((title, _table(found, roles, notes)))


def _all(thing: Thing) -> markup.Safe:
    """A link to all of them on the timeline, where a filter can say which."""
    if thing.table not in ON_TIMELINE:
        return markup.Safe()
    asked = {ON_TIMELINE[thing.table]: thing.subject.id}
    link = markup.page_link("all on the timeline", "timeline", asked, "inline", keeps="all")
    return markup.tag("span", markup.join((" · ", link)), "small")


def _table(events: Records, roles: dict[str, str], notes: Footnotes) -> markup.Safe:
    rows = [
        (
            f"{dates.format_span(event)}{dates.format_doubt(event)}",
            markup.join(
                (
                    link_event(event["id"], event["title"]),
                    notes.mark(Cite(event["source_id"], "events", event["id"], ("title", "start_on"))),
                )
            ),
            roles.get(event["id"], ""),
        )
        for event in events
    ]
    return markup.table(["Date", "Event", "Role"], rows, "events")


def _word_roles(roles: str) -> str:
    told = set(roles.split(","))
    return ", ".join(words.lower() for role, words in ROLES.items() if role in told)
