"""What came of a recommendation: every source on it, what bears on it apart from what has its theme alone."""

from collections.abc import Iterable, Sequence

from data.queries.recommendations import follow_ups as queries
from data.schema.vocabulary import STATES, FollowUp, FollowUpState
from data.values.rows import Records, Row
from pages.views.footnotes import Footnotes
from pages.views.footnotes.endnotes import Note, quote_with_paragraph
from pages.views.html import dates, markup
from pages.views.session import reads

NOTHING = "No source on what came of it was found."
WEAK = "On the same theme only, not on what was asked:"
STATUS = {FollowUp.DONE: "Done", FollowUp.UNDER_WAY: "Under way", FollowUp.NOT_FOUND: "Nothing found"}


def read_follow_ups(rows: Iterable[Row]) -> dict[str, Records]:
    """The rows of follow-up of these recommendations, by recommendation."""
    found: dict[str, Records] = {row["id"]: [] for row in rows}
    for each in reads.read_records(queries.list_follow_ups, tuple(found)) if found else []:
        found[each["recommendation_id"]].append(each)
    return found


def describe_state(row: Row) -> str:
    """What came of a recommendation in short, e.g. `under way since June 2022`."""
    since = dates.format_date(row["follow_up_since"])
    return f"{STATES[FollowUpState(row['follow_up_state'])]}{f' since {since}' if since else ''}"


def mark_sources(told: Records, notes: Footnotes) -> markup.Safe:
    """The numbers of the sources of what came of it: those that bear on it, where there are any."""
    direct = [row for row in told if row["is_direct"]]
    return notes.mark_notes(*map(_note, direct or told))


def draw_follow_ups(told: Sequence[Row], state: str, control: markup.Safe, notes: Footnotes) -> markup.Safe:
    """Each source: status, since when, what it says in our words and in its own, what to know of it.

    `control` stands beside the words for `state`.
    """
    direct, weak = ([row for row in told if bool(row["is_direct"]) is bears] for bears in (True, False))
    place = next((place for place, row in enumerate(direct) if row["status"] == state), 0)
    parts = [_draw_source(row, notes, control if at == place else "") for at, row in enumerate(direct)]
    parts = parts or [markup.tag("div", markup.join((NOTHING, control)))]
    if weak:
        listed = markup.join(_draw_source(row, notes) for row in weak)
        parts.append(markup.tag("div", markup.join((WEAK, listed)), "small weak"))
    return markup.join(parts)


def _draw_source(row: Row, notes: Footnotes, control: str = "") -> markup.Safe:
    note = _note(row)
    words = quote_with_paragraph(note, row["source_url"], row["source_sha256"])
    on = dates.format_date(row["source_published_on"]) or "date not stated"
    where = words or markup.link(row["source_title"], row["source_url"])
    lines = (markup.join((where, f" · {note.publisher}, {on}")), row["note"])
    status = markup.tag("b", _describe_status(row))
    said = markup.join((status, control, ": ", row["text"], notes.mark_notes(note)))
    return markup.tag(
        "div", markup.join((said, *(markup.tag("div", line, "small") for line in lines if line))), "follow"
    )


def _describe_status(row: Row) -> str:
    status, since = FollowUp(row["status"]), dates.format_date(row["start_on"])
    words = "as of" if status == FollowUp.NOT_FOUND else "since"
    return f"{STATUS[status]}{f' {words} {since}' if since else ''}"


def _note(row: Row) -> Note:
    """What its number leads to."""
    return Note(source_id=row["source_id"], anchor=row["anchor"] or "", publisher=row["source_publisher"])
