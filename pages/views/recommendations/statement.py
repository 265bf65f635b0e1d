"""One statement: who says what, in which office, at which event, and in which words."""

from data.filters import Filters
from data.queries.recommendations import statements as queries
from data.queries.things import ends as end_queries
from data.schema.vocabulary import StatementKind, label
from data.values.rows import Row
from pages.views.events import lists
from pages.views.events.ends import Ends, link_ends
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.recommendations.card import draw_event, draw_passages, draw_source
from pages.views.recommendations.wording import cite_row, describe_event_date
from pages.views.session import reads
from pages.views.shell.faults import contain_html


@contain_html
def draw_statement(statement: str, notes: Footnotes) -> markup.Safe:
    """The card as a page of its own."""
    [row] = reads.read_records(queries.find_statement, Filters(), statement)
    mark, ends = notes.mark(cite_row(row, "statements")), link_ends("statements", [row])[row["id"]]
    title = markup.tag("div", markup.join((row["text"], mark)), "cardtitle")
    when = {"when": describe_event_date(row)}
    facts: list[tuple[str, object]] = [
        ("Who says it", _draw_speaker(row, ends, notes)),
        ("Kind", label(StatementKind(row["kind"]))),
        *([("Said at", draw_event(row | when))] if row["event_id"] else []),
        ("Themes", ends.themes or None),
        ("Instrument", ends.instrument),
        ("Order", f"Number {row['position']} in the source's own order"),
        ("Source", draw_source(row)),
        ("In its words", draw_passages("statements", row)),
    ]
    return markup.stack((title, markup.fact_table(facts)))


def _draw_speaker(row: Row, ends: Ends, notes: Footnotes) -> markup.Safe:
    """The person with the office held then, as far as the record has it; the organisation."""
    [ids] = reads.read_records(end_queries.list_ends, "statements", (row["id"],))
    if row["event_id"] and ids["person_id"]:
        return lists.draw_speakers(row["event_id"], notes, ids["person_id"])
    return markup.join((ends.by, notes.mark(cite_row(row, "statements"))))
