"""The card of one recommendation: who asked whom, what followed, and in which words."""

from data.filters import Filters
from data.queries.recommendations import list as queries
from data.queries.sources import claims as claim_queries
from data.values.rows import Row
from pages.views.events.ends import link_ends
from pages.views.footnotes import Footnotes, endnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_event, link_thing
from pages.views.recommendations.follow_up import draw_follow_ups, read_follow_ups
from pages.views.recommendations.wording import add_words, cite_row
from pages.views.session import reads
from pages.views.shell.controls.record_panel import Order, Record, show_record
from pages.views.shell.controls.selection import Selected
from pages.views.shell.faults import contain, contain_html
from pages.views.shell.filters.controls import draw_filter


@contain
def show_panel(chosen: Selected, order: Order, notes: Footnotes) -> None:
    """The panel of a recommendation, a row of `queries.list_recommendations`."""
    [row] = add_words([chosen.row])
    what = Record("recommendation", "recommendations", row["id"], row["source_id"], chosen.is_outside)
    with show_record(what, order):
        markup.show(_draw_card(row, notes))


@contain_html
def draw_page(recommendation: str, notes: Footnotes) -> markup.Safe:
    """The card as a page of its own."""
    found = reads.read_records(queries.find_recommendation, Filters(), recommendation)
    return _draw_card(add_words(found)[0], notes)


def _draw_card(row: Row, notes: Footnotes) -> markup.Safe:
    cite, ends = cite_row(row, "recommendations"), link_ends("recommendations", [row])[row["id"]]
    title = markup.tag("div", markup.join((row["text"], notes.mark(cite))), "cardtitle")
    facts: list[tuple[str, object]] = [
        ("Who asks", markup.join((ends.by, notes.mark(cite)))),
        ("Of whom", _addressee(row, ends.to, notes)),
        *([("Made at", draw_event(row))] if row["event_id"] else []),
        ("Themes", ends.themes or None),
        ("Instrument", ends.instrument),
        *([("Quoted at", _draw_quoting_event(row))] if row["quoted_at_event_id"] else []),
        ("Follow-up", _draw_state(row, notes)),
        ("Order", f"Number {row['position']} in the source's own order"),
        ("Source", draw_source(row)),
        ("In its words", draw_passages("recommendations", row)),
    ]
    return markup.stack((title, markup.fact_table(facts)))


def _draw_state(row: Row, notes: Footnotes) -> markup.Safe:
    state = row["follow_up_state"]
    return draw_follow_ups(read_follow_ups([row])[row["id"]], state, draw_filter("follow_ups", state), notes)


def _addressee(row: Row, addressee: markup.Safe, notes: Footnotes) -> markup.Safe | None:
    if not isinstance(row["addressee"], str):
        return None
    return markup.join((addressee, notes.mark(cite_row(row, "recommendations", "addressee"))))


def draw_source(row: Row) -> markup.Safe:
    """Its page, and the publisher's."""
    name = f"{row['source_publisher']}: {row['source_title']}"
    own = link_thing("sources", row["source_id"], name)
    own = markup.join((own, draw_filter("publishers", row["source_publisher"])))
    return markup.join((own, " · ", markup.link("open", row["source_url"]))) if row["source_url"] else own


def draw_event(row: Row) -> markup.Safe:
    event = link_event(row["event_id"], row["event"])
    return markup.join((event, f", {row['when']}{dates.format_doubt(row)}"))


def _draw_quoting_event(row: Row) -> markup.Safe:
    event = link_event(row["quoted_at_event_id"], row["quoted_at_event"])
    return markup.join((event, markup.tag("div", "Quoted there, not made there.", "small")))


def draw_passages(table: str, row: Row) -> markup.Safe:
    """The passages of its source, each once, however many values rest on it."""
    claims = reads.read_records(claim_queries.list_claims, table, (row["id"],))
    lines = {}
    for claim in (each for each in claims if each["source_id"] == row["source_id"]):
        note = endnotes.make_note(claim)
        if words := endnotes.quote_with_paragraph(note, claim["url"], claim["sha256"]):
            where = f" ¶ {note.paragraph}" if note.paragraph else ""
            lines[note.anchor, note.paragraph] = markup.tag("div", markup.join((words, where)))
    return markup.join(lines.values()) if lines else markup.to_html(None)
