"""Border offices: the card of the selected border or office, and what sources counted over time."""

from datetime import date

from data.filters import Filters
from data.queries.offices import list as queries
from data.queries.offices import openings
from data.queries.offices import statements as office_statements
from data.schema.vocabulary import DatePrecision, OfficeStatus, label
from data.values.number_words import format_count
from data.values.rows import Records, Row
from pages.views.disagreements import fields as differ
from pages.views.footnotes import Cite, Footnotes, cache_part, other_values
from pages.views.footnotes.names import link_each, link_named
from pages.views.html import dates, markup
from pages.views.html.things import link_event, link_thing
from pages.views.offices.as_of import cite_count
from pages.views.offices.list import OPENING, cite_office, describe_status
from pages.views.offices.position import list_position
from pages.views.offices.selection import (
    OfficesView,
    borders_by_id,
    format_pair,
    link_office,
)
from pages.views.session import reads
from pages.views.shell import downloads
from pages.views.shell.downloads import Extract
from pages.views.shell.faults import contain, contain_html
from pages.views.shell.filters.controls import draw_filter

LONG = 160
"""Characters from which an explanation is given once."""


@contain_html
def draw_hint(shown: OfficesView) -> markup.Safe:
    """How to select one, where none is."""
    words = "Select a border, its number or a point to read what sources say about it."
    return markup.Safe() if shown.border else markup.tag("p", markup.hint(words), "lead")


@cache_part
def draw_border(shown: OfficesView, filters: Filters, notes: Footnotes) -> markup.Safe:
    border = borders_by_id()[str(shown.border)]
    rows = [row for row in shown.then.counts if row["border_id"] == shown.border]
    length = f"{border['length_km']:,.0f} km" if border["length_km"] is not None else None
    cite = Cite(border["source_id"], "borders", str(shown.border), ("length_km",))
    cited = notes.mark_value(cite) if length else markup.Safe()
    others = (
        other_values.describe_contradictions(cite, f"{border['length_km']:.10g}", notes) if length else ""
    )
    name = link_thing("borders", shown.border, f"{border['name']} border")
    title = markup.tag("p", name, "cardtitle")
    facts = markup.fact_table(
        (
            ("Length", markup.join((length, cited, others))),
            *((("About it", border["note"]),) if border["note"] is not None else ()),
            *_list_offices(shown, filters),
        )
    )
    if rows:
        return markup.stack((title, facts, _draw_statements(rows, shown.day, notes)), "links")
    words = f"No source {'had counted' if shown.day else 'in the record counts'} offices on this border"
    by_then = f" by {dates.format_date(str(shown.day))}" if shown.day else ""
    return markup.stack((title, facts, markup.tag("p", f"{words}{by_then}.", "lead")), "links")


def _list_offices(shown: OfficesView, filters: Filters) -> list[tuple[str, object]]:
    """The offices on the selected border, those without a position as such, and candidates apart."""
    groups = {
        "Offices with a position": [row for row in shown.others if row["latitude"] is not None],
        "Without a position": [row for row in shown.others if row["latitude"] is None],
        "Candidates, not counted": shown.candidates,
    }
    return [
        (words, markup.join([_with_plan(row, shown, filters) for row in rows], "; "))
        for words, rows in groups.items()
        if rows
    ] or [("Offices on it", None)]


def _with_plan(row: Row, shown: OfficesView, filters: Filters) -> markup.Safe:
    plan = " (planned)" if row["status"] == OfficeStatus.PLANNED else ""
    return markup.join((link_office(row, shown, filters), plan))


@contain_html
@cache_part
def draw_counts(shown: OfficesView, notes: Footnotes) -> markup.Safe:
    """What sources counted, by the date their numbers hold for, newest first."""
    by_then = f" by {dates.format_date(str(shown.day))}" if shown.day else ""
    title = markup.tag("p", f"What sources counted{by_then}", "cardtitle")
    if not shown.then.counts:
        none = markup.tag("p", "No source in the record had counted offices by then.", "lead")
        return markup.stack((title, none))
    return markup.stack((title, _draw_statements(shown.then.counts[::-1], shown.day, notes)))


@contain
def show_download(shown: OfficesView, filters: Filters) -> None:
    """What sources counted, as rows to download."""
    if shown.then.counts:
        rows = {"office-counts": reads.frame_reader(queries.list_office_counts, shown.day)}
        extract = Extract("office-counts", len(shown.then.counts), rows, shown.settings("known"))
        downloads.show_menu(filters, extract, label="Download what sources counted")


def _draw_statements(rows: Records, known: date | None, notes: Footnotes) -> markup.Safe:
    head = (
        "As of",
        "Stated",
        "Border",
        "Number",
        "Status",
        "What was counted",
        "Who says so",
        "Against the list as it stands now" if known else "Against the list",
    )
    told: dict[str, str] = {}
    cells = (
        (
            dates.format_date(row["as_of"]),
            _when_stated(row),
            _link_pair(row["border_id"]),
            format_count(row),
            label(OfficeStatus(row["status"])),
            row["scope"],
            _link_source(row, notes),
            _explain_once(row, told),
        )
        for row in rows
    )
    return markup.table(head, cells, "counts")


def _explain_once(row: Row, told: dict[str, str]) -> str | None:
    """How the count agrees with the list; what is long is said once, then `told` says at which date."""
    words: str | None = row["explanation"]
    when = dates.format_date(row["as_of"])
    if words is None or len(words) < LONG:
        return words
    first = told.setdefault(words, when)
    return words if first == when else f"As for {first}."


def _link_pair(border: str | None) -> object:
    return link_thing("borders", border, format_pair(border)) if border else "several"


def _link_source(row: Row, notes: Footnotes) -> markup.Safe:
    source = link_thing("sources", row["source_id"], row["source_publisher"])
    return markup.join((source, notes.mark(cite_count(row))))


def _when_stated(row: Row) -> str:
    """The date of publication, else the one used instead."""
    return f"{dates.format_date(row['stated_on'])}{'' if row['source_published_on'] else ', page undated'}"


def draw_office(row: Row, known: date | None, notes: Footnotes) -> markup.Safe:
    def cited(value: object, *fields: str) -> object:
        mark = notes.mark_value(cite_office(row, *fields), status=row["status"])
        return markup.join((value, mark)) if value else None

    country = link_thing("countries", row["country_id"], row["country"])
    assumed = " (assumed)" if row["is_country_inferred"] else ""
    side = markup.join((country, assumed)) if row["country"] else None
    opposite = row["counterpart"] and link_named("border_liaison_offices", row["counterpart"])
    supporters = row["supporters"] and link_each("organisations", row["supporters"], "; ")
    pair = link_thing("borders", row["border_id"], f"{row['border']}, {format_pair(row['border_id'])}")
    border = markup.join((pair, draw_filter("borders", row["border_id"])))
    name = link_thing("border_liaison_offices", row["id"], row["name"])
    title = markup.tag("p", cited(name, "name"), "cardtitle")
    counted = (("November 2021", describe_counted(row["counted_2021"])),) if row["counted_2021"] else ()
    rests = cited(row["status_as_stated"], "status_as_stated", "status")
    facts = markup.fact_table(
        (
            ("Border", cited(border, "border_id")),
            ("Side", cited(side, "country_id")),
            ("Opposite", cited(opposite, "counterpart")),
            ("Crossing", cited(row["crossing"], "crossing")),
            ("Status", cited(describe_status(row), "status")),
            *([("Status rests on", rests)] if rests else ()),
            *_list_other_values(row["id"], "status", known, notes),
            *counted,
            ("Opened", cited(_span(row), *OPENING)),
            *_list_openings(row["id"], notes),
            ("Opening rests on", cited(row["date_as_stated"], *OPENING)),
            *_list_other_values(row["id"], "start_on", known, notes),
            ("Supporters", cited(supporters, "supporters")),
            *list_position(row, notes),
            ("Confidence of the entry", row["confidence"]),
            ("Note, as the record stands now" if known else "Note", row["note"]),
        )
    )
    return markup.stack((title, facts))


def _list_openings(office: str, notes: Footnotes) -> list[tuple[str, object]]:
    """The event at which it opened, leading to its page."""
    rows = reads.read_records(openings.list_openings, office)
    links = [
        markup.join(
            (
                link_event(row["id"], row["title"]),
                notes.mark(Cite(row["source_id"], "events", row["id"], ("title",))),
            )
        )
        for row in rows
    ]
    return [("Opening event", markup.join(links, "; "))] if links else []


def _list_other_values(
    office: str, field: str, known: date | None, notes: Footnotes
) -> list[tuple[str, object]]:
    """The values of a field that sources claim, where they differ, each with its source."""
    claims = [
        row
        for row in reads.read_records(office_statements.list_office_claims, office, known)
        if row["field"] == field
    ]
    if not any(row["is_disputed"] for row in claims):
        return []
    values = [_draw_claim(row, notes) for row in claims]
    return [(f"{'Status' if field == 'status' else 'Opening'} differs", markup.join(values))]


def _draw_claim(row: Row, notes: Footnotes) -> markup.Safe:
    return markup.tag(
        "div", markup.join((other_values.draw_value(row, notes), " ", differ.describe_rank(row)))
    )


def _span(row: Row) -> str | None:
    return None if row["date_precision"] == DatePrecision.UNKNOWN else dates.format_span(row)


def describe_counted(value: str) -> str:
    """Its place among the 19 in words."""
    return {
        "named": "one of those counted, named by a source",
        "project_site": "taken as one of those counted: a site of the project",
        "unnamed": "one of those counted, its place not published",
    }.get(value, "not among those counted")
