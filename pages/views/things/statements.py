"""What was recommended and stated by a thing, to it, in it, or at its events."""

from collections.abc import Sequence

from data.queries.recommendations import list as recommendation_queries
from data.queries.recommendations import statements as statement_queries
from data.schema.vocabulary import STATES, FollowUpState, StatementKind, label
from data.values.rows import Row
from pages.views.events.ends import link_ends
from pages.views.footnotes import Cite, Footnotes, cache_part
from pages.views.html import markup
from pages.views.html.things import link_event, link_thing
from pages.views.session import reads
from pages.views.shell.controls.pager import Pager
from pages.views.shell.faults import contain_html
from pages.views.things.paging import draw_list
from pages.views.things.subject import Thing

ROWS = 6
WHERE = {
    "events": "at this event",
    "organisations": "by it",
    "people": "by this person",
    "instruments": "in it",
    "sources": "from this source",
    "themes": "on it",
}
AT_EVENTS, BOTH_WAYS = "at these events", "by or to {}"


@contain_html
def draw_recommendations(thing: Thing, notes: Footnotes) -> markup.Safe:
    """Who asks what of whom, newest event first, page by page."""
    [counts] = reads.read_records(recommendation_queries.count_recommendations, thing.filters)
    number = counts["recommendations"]
    return draw_list(thing, notes, "recommendations", number, ROWS, _draw_recommendations)


@cache_part
def _draw_recommendations(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    found = reads.read_records(recommendation_queries.list_recommendations, thing.filters, pager.first, ROWS)
    ends = link_ends("recommendations", found)
    rows = [
        (
            _text(row, "recommendations", notes),
            markup.join(
                (ends[row["id"]].by, markup.tag("div", markup.join(("to ", ends[row["id"]].to)), "small"))
            ),
            markup.join((_at(row, thing), _state(row))),
        )
        for row in found
    ]
    last = "What came of it" if thing.table == "events" else "At"
    return _draw("Recommendations", thing, pager, ["Recommendation", "By and to", last], rows)


@contain_html
def draw_statements(thing: Thing, notes: Footnotes) -> markup.Safe:
    """What was assessed, promised, offered or reported, page by page."""
    kinds = reads.read_records(statement_queries.count_kinds, thing.filters)
    number = sum(row["statements"] for row in kinds)
    return draw_list(thing, notes, "statements", number, ROWS, _draw_statements)


@cache_part
def _draw_statements(thing: Thing, pager: Pager, notes: Footnotes) -> markup.Safe:
    found = reads.read_records(statement_queries.list_statements, thing.filters, (), pager.first, ROWS)
    ends = link_ends("statements", found)
    rows = [
        (
            markup.join(
                (
                    _text(row, "statements", notes),
                    markup.tag("div", label(StatementKind(row["kind"])), "small"),
                )
            ),
            ends[row["id"]].by,
            *([] if thing.table == "events" else [_at(row, thing)]),
        )
        for row in found
    ]
    head = ["Statement", "By"] if thing.table == "events" else ["Statement", "By", "At"]
    return _draw("Statements", thing, pager, head, rows)


def _draw(
    what: str, thing: Thing, pager: Pager, head: list[str], rows: Sequence[tuple[object, ...]]
) -> markup.Safe:
    is_both = (what, thing.table) == ("Recommendations", "organisations")
    where = BOTH_WAYS.format(thing.name) if is_both else WHERE.get(thing.table, AT_EVENTS)
    title = markup.tag("h2", f"{what} {where}: {pager.rows:,}", "cardhead")
    return markup.join((title, markup.table(head, rows, "said")))


def _text(row: Row, table: str, notes: Footnotes) -> markup.Safe:
    """The words, leading to their page, with the number of their source."""
    cite = Cite(row["source_id"], table, row["id"], ("text",), row["event_id"] or "")
    return markup.join((link_thing(table, row["id"], row["text"]), notes.mark(cite)))


def _at(row: Row, thing: Thing) -> markup.Safe:
    """The event at which it was made, on its own page nothing."""
    return markup.Safe() if thing.table == "events" else link_event(row["event_id"], row["event"])


def _state(row: Row) -> markup.Safe:
    return markup.tag("div", f"Follow-up: {STATES[FollowUpState(row['follow_up_state'])]}", "small")
