"""The sources behind a thing and its events, and on what they differ."""

from data.queries.disagreements import fields as dispute_queries
from data.queries.sources import list as queries
from data.schema.dictionary import column_words, table_words
from data.values.rows import Records, Row
from pages.views.disagreements import fields
from pages.views.footnotes import Footnotes, cache_part, other_values, wording
from pages.views.html import dates, markup
from pages.views.html.things import link_event, link_thing
from pages.views.session import reads
from pages.views.shell.controls.pager import Pager
from pages.views.shell.faults import contain_html
from pages.views.shell.filters.controls import draw_filter
from pages.views.things.paging import draw_list
from pages.views.things.subject import Thing

ROWS = 6
WORDS = {"sources": "Other sources on the same events"}


@contain_html
def draw_sources(thing: Thing, notes: Footnotes) -> markup.Safe:
    """Every source on it or on its events, newest first, page by page."""
    return draw_list(thing, notes, "sources", _count_sources(thing), ROWS, _draw_sources)


@cache_part
def _draw_sources(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    if thing.table == "sources":
        found = _list_others(thing)[pager.first : pager.first + ROWS]
    else:
        found = reads.read_records(queries.list_sources, thing.filters, pager.first, ROWS)
    rows = [
        (
            markup.join((row["publisher"], draw_filter("publishers", row["publisher"]))),
            markup.join(
                (link_thing("sources", row["id"], row["title"] or row["about"]), notes.mark(row["id"]))
            ),
            dates.format_date(row["published_on"]) or None,
        )
        for row in found
    ]
    title = markup.tag("h2", f"{WORDS.get(thing.table, 'Sources')}: {pager.rows:,}", "cardhead")
    return markup.join((title, markup.table(["Publisher", "Source", "Published"], rows, "sources")))


def _count_sources(thing: Thing) -> int:
    if thing.table == "sources":
        return len(_list_others(thing))
    return int(reads.read_records(queries.count_sources, thing.filters)[0]["sources"])


def _list_others(thing: Thing) -> Records:
    """Those of a source without itself."""
    listed = reads.read_records(queries.list_sources, thing.filters)
    return [row for row in listed if row["id"] != thing.subject.id]


@contain_html
def draw_disagreements(thing: Thing, notes: Footnotes) -> markup.Safe:
    """Each point on which sources differ, with the values and who gives them."""
    number = reads.read_records(dispute_queries.count_disagreements, thing.filters)[0]["matters"]
    return draw_list(thing, notes, "points", number, ROWS, _draw_disagreements)


@cache_part
def _draw_disagreements(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    found = reads.read_records(dispute_queries.list_disagreements, thing.filters, pager.first, ROWS)
    values = {
        each[:3]: markup.join([other_values.draw_value(claim, notes) for claim in each.claims], " · ")
        for each in fields.list_values((row["table"], row["subject"], row["field"]) for row in found)
    }
    known = wording.row_names()
    about = _part if thing.table == "events" else _subject
    rows = [(about(row, known), _field(row), values.get(tuple(row.values()), LISTS)) for row in found]
    title = markup.tag("h2", f"Where sources differ: {pager.rows:,}", "cardhead")
    return markup.join((title, markup.table(["About", "Value", "Stated as"], rows, "matters")))


LISTS = markup.page_link("Each source's list, on the page Evidence", "evidence", {}, "inline", keeps="all")


def _subject(row: Row, known: wording.Names) -> markup.Safe:
    """What it is about, leading to its page or, of an event, its card."""
    table, subject = row["table"], row["subject"]
    words = wording.clip_name(wording.describe_subject(table, subject, known))
    if table in ("events", "event_organisations", "speakers"):
        event = subject.split("/")[0]
        return link_event(event, known.get(("events", event), words))
    return link_thing(table, subject, words)


def _part(row: Row, known: wording.Names) -> markup.Safe:
    """What of an event it is about: a person who spoke there, or the event itself."""
    _, _, person = row["subject"].partition("/")
    name = known.get(("people", person))
    return link_thing("people", person, name) if name else markup.to_html("The event")


def _field(row: Row) -> str:
    own = column_words(row["field"])
    return own if row["table"] == "events" else f"{table_words(row['table'])}: {own}"
