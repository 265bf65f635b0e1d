"""Totals of what sources state, and what they become under another choice among values that differ."""

from typing import Any

import streamlit as st

from data.claims import totals
from data.claims.totals import Choice, OfficeTotal, Total
from data.claims.values import Number
from data.filters import Filters
from data.queries.disagreements import totals as queries
from data.queries.offices import list as office_queries
from data.queries.sources import claims as claim_queries
from data.schema.dictionary import table_words
from data.schema.vocabulary import CountBound, EventKind, Rank, Rule, label
from data.values.number_words import format_amount
from pages.views.footnotes import Cite, Footnotes, other_values, wording
from pages.views.html import dates, markup
from pages.views.session import reads
from pages.views.shell.controls.switch import switch
from pages.views.shell.faults import contain

CHOICES = {str(choice): str(choice).capitalize() for choice in Choice}
HINT = " Choose another rule to see what the totals become under it."
MEANING = {
    Choice.PREFERRED: "The preferred value of each field; where none is preferred, the latest.",
    Choice.LOWEST: "The lowest number or earliest date that any source gives; words stay as preferred.",
    Choice.HIGHEST: "The highest number or latest date that any source gives, plans included.",
    Choice.LATEST: "The value of the source that was published last; sources without a date come first.",
}
WORDS = {
    ("events", "participants"): "Participants of {kind}, as claimed",
    ("instruments", "participants"): "People reached by programmes, as claimed",
    ("borders", "length_km"): "Length of borders, in km, as claimed",
}
MOST = 40
"""Changes that are listed one by one."""
ADDED = (
    "Added up here, over the rows for which a source gives a number; events of each kind by themselves. A "
    "sum of claims, not a count: one person may have come to several events. A sum that holds a value with "
    "about is given as about."
)


def show_totals(filters: Filters, notes: Footnotes) -> Choice:
    """The switch, the totals under it and what it changed; the choice."""
    st.header("Totals, and what they rest on", anchor=False)
    label = "Which value counts"
    taken = Choice(switch("rule", CHOICES, str(Choice.PREFERRED), label, key="rule-choice", is_labelled=True))
    _below(filters, taken, notes)
    return taken


@contain
def _below(filters: Filters, taken: Choice, notes: Footnotes) -> None:
    found = _totals(filters, taken)
    stated = _offices() if filters.is_empty else []
    rows = [_office_row(stated, taken, notes)] if stated else []
    rows += [_row(total, taken, notes) for total in found]
    if not rows:
        markup.show(markup.tag("p", "No source gives a number for the events that match.", "lead"))
        return
    markup.show(markup.tag("p", sentence(rows, taken), "lead"))
    head = ["Total", "Over", "Preferred", *([f"{CHOICES[taken]}"] if taken != Choice.PREFERRED else [])]
    markup.show(markup.table(head, [row[:-1] for row in rows], "totals"))
    if taken != Choice.PREFERRED:
        markup.show(_list_changes(filters, taken, _office_change(stated, taken, notes), notes))


def sentence(rows: list[tuple[Any, ...]], taken: Choice) -> str | markup.Safe:
    """What the choice means, and how many totals it changes."""
    if taken == Choice.PREFERRED:
        return markup.join((MEANING[taken], markup.hint(HINT)))
    changed = sum(row[-1] for row in rows)
    if not changed:
        return f"{MEANING[taken]} No total is other than with the preferred values."
    those = f"{changed} of {markup.count_noun(len(rows), 'total')} {'is' if changed == 1 else 'are'}"
    return f"{MEANING[taken]} {those} other than with the preferred values."


@reads.cache_per_build
def _totals(filters: Filters, taken: Choice) -> list[Total]:
    """Those of people and of whole columns, and of other things where sources differ on them."""
    rows = reads.read_frame(queries.sum_numbers, filters, taken).to_dict("records")
    shown = [row for row in rows if row["contested"] or not row["unit"]]
    return [
        Total(
            row["table"],
            row["field"],
            row["unit"],
            row["event_kind"],
            row["rows"],
            row["contested"],
            _sum(row, "preferred"),
            _sum(row, "chosen"),
        )
        for row in shown
    ]


def _sum(row: Any, name: str) -> Number:
    return Number(row[name], CountBound(row[f"{name}_bound"]))


def _offices() -> list[OfficeTotal]:
    return totals.list_office_totals(reads.read_records(office_queries.list_office_counts, None))


def _row(total: Total, taken: Choice, notes: Footnotes) -> tuple[Any, ...]:
    words = WORDS.get((total.table, total.field), f"{table_words(total.table)}: {total.field}")
    words = words.format(kind=label(EventKind(total.event_kind)).lower() if total.event_kind else "")
    unit = f": {total.unit}" if total.unit else ""
    own = notes.mark_own(ADDED)
    is_changed = total.chosen.amount != total.preferred.amount
    cells = [markup.join((wording.format_number(total.preferred), own))]
    if taken != Choice.PREFERRED:
        words_of = markup.tag("span", wording.format_number(total.chosen), "disputed" if is_changed else "")
        cells.append(markup.join((words_of, f" ({_difference(total)})" if is_changed else "")))
    return (f"{words}{unit}", _over(total), *cells, is_changed)


def _over(total: Total) -> str:
    noun = {"instruments": "programme"}.get(total.table, total.table.removesuffix("s"))
    rivals = f", {total.contested} with rival numbers" if total.contested else ""
    return f"{markup.count_noun(total.rows, noun)}{rivals}"


def _difference(total: Total) -> str:
    return f"{total.chosen.amount - total.preferred.amount:+,.10g}"


def _office_row(stated: list[OfficeTotal], taken: Choice, notes: Footnotes) -> tuple[Any, ...]:
    preferred, now = (totals.choose_office_total(stated, each) for each in (Choice.PREFERRED, taken))
    cells = [_office_words(preferred, notes)]
    is_changed = now.number != preferred.number
    if taken != Choice.PREFERRED:
        cells.append(markup.tag("span", _office_words(now, notes), "disputed" if is_changed else ""))
    return (
        "Border Liaison Offices",
        f"{markup.count_noun(len(stated), 'statement')} since the count by border",
        *cells,
        is_changed,
    )


def _office_words(stated: OfficeTotal, notes: Footnotes) -> markup.Safe:
    mark = notes.mark(*(Cite(stated.source_id, "office_counts", each, ("number",)) for each in stated.ids))
    number, on = format_amount(stated.number, stated.bound), dates.format_date(stated.as_of)
    if stated.planned:
        opened = stated.number - stated.planned
        return markup.join((f"{number} as planned, {opened} + {stated.planned}, {on}", mark))
    return markup.join((f"{number}, {on}", mark))


def _office_change(stated: list[OfficeTotal], taken: Choice, notes: Footnotes) -> list[markup.Safe]:
    if not stated:
        return []
    preferred, now = (totals.choose_office_total(stated, each) for each in (Choice.PREFERRED, taken))
    if now == preferred:
        return []
    why = "The newest count of open offices is preferred."
    line = ("Border Liaison Offices: ", _office_words(preferred, notes), " → ", _office_words(now, notes))
    return [markup.join((*line, markup.tag("div", why, "small")))]


def _list_changes(
    filters: Filters, taken: Choice, before: list[markup.Safe], notes: Footnotes
) -> markup.Safe:
    known = wording.row_names()
    found = reads.read_frame(queries.list_changes, filters, taken)
    pairs = found.head(MOST).to_numpy().tolist()
    claims = reads.read_records(
        claim_queries.list_claims_by_number, tuple(row for pair in pairs for row in pair)
    )
    by_row = {claim["row"]: claim for claim in claims}
    lines = [*before]
    for preferred, chosen in ([by_row[row] for row in pair] for pair in pairs):
        about = wording.describe_subject(preferred["table"], preferred["subject"], known)
        line = (
            f"{about}: ",
            other_values.draw_value(preferred, notes),
            " → ",
            other_values.draw_value(chosen, notes),
        )
        lines.append(markup.join((*line, markup.tag("div", _why(preferred), "small"))))
    if not lines:
        return markup.Safe()
    items = markup.join(markup.tag("li", line) for line in lines)
    parts = [markup.tag("h3", "What changed", "cardhead"), markup.tag("ul", items, "changes")]
    if len(found) > MOST:
        words = f"{len(found) - MOST:,} more changed; all values that differ are below."
        parts.append(markup.tag("p", words, "small"))
    return markup.join(parts)


def _why(preferred: totals.Claim) -> str:
    if preferred["rank"] != Rank.PREFERRED:
        return f"No value is preferred; the latest stands for it. {preferred['reason'] or ''}"
    return f"Preferred as {label(Rule(preferred['rule']))}. {preferred['reason']}"
