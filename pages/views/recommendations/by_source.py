"""Recommendations in the order of their sources, and what else was said, kind by kind."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st

from data.filters import Filters
from data.queries.recommendations import statements as queries
from data.schema.vocabulary import Family, FollowUpState, StatementKind
from data.values.rows import Records, Row, group_rows
from pages.views.events.ends import Ends, link_ends
from pages.views.footnotes import Footnotes, cache_part
from pages.views.html import dates, markup
from pages.views.html.things import link_event, link_thing
from pages.views.recommendations import follow_up, wording
from pages.views.recommendations.table import list_page
from pages.views.session import reads
from pages.views.shell import downloads
from pages.views.shell.controls.pager import Pager, read_pager
from pages.views.shell.controls.switch import switch
from pages.views.shell.faults import contain, contain_html

KINDS = {
    StatementKind.THREAT: "Threats",
    StatementKind.ASSESSMENT: "Assessments",
    StatementKind.SUPPORT: "Support",
    StatementKind.COMMITMENT: "Commitments",
    StatementKind.OFFER: "Offers",
    StatementKind.REPORT: "Reports",
    StatementKind.APPRECIATION: "Appreciation",
}
ALL = "all"
ROWS = 20
"""Statements on a page of the list."""


@contain_html
@cache_part
def draw_by_source(filters: Filters, addressee: str, pager: Pager, notes: Footnotes) -> markup.Safe:
    """The recommendations of a page, grouped by event and document, in the document's own order."""
    rows = list_page(filters, addressee, pager.first, pager.size).rows
    notes.load_claims("recommendations", [row["id"] for row in rows])
    notes.load_claims("events", [row["event_id"] for row in rows if row["event_id"]])
    told, ends = follow_up.read_follow_ups(rows), link_ends("recommendations", rows)
    skip, landing = markup.skip("Skip the recommendations source by source", "after-sources")
    groups = []
    for (event, source), group in group_rows(rows, "event_id", "source_id").items():
        named = link_event(event, group[0]["event"]) if event else group[0]["source_title"]
        title = markup.tag("div", named, "cardtitle")
        by = markup.tag("div", _describe_group(group, source, ends, notes), "small")
        each = markup.join(
            _draw_recommendation(row, ends[row["id"]], told[row["id"]], notes) for row in group
        )
        groups.append(markup.tag("div", markup.join((title, by, markup.tag("div", each, "asks"))), "told"))
    return markup.tag("div", markup.join((skip, *groups, landing)), "groups")


@contain
def show_statements(filters: Filters, notes: Footnotes) -> None:
    """What was assessed, promised, offered or reported: the kinds as a choice, the rows of the chosen."""
    left, right = st.columns([5, 2], vertical_alignment="center")
    left.header("What else was said", anchor=False)
    counts = _counts(filters)
    there = tuple(str(kind) for kind in KINDS if kind in counts)
    if not there:
        markup.show(markup.tag("p", "No statement matches the filters.", "lead"))
        return
    kind = _kind(there, counts)
    chosen = there if kind == ALL else (kind,)
    pager = read_pager("said-page", sum(counts[each] for each in chosen), ROWS, filters)
    with right, st.container(horizontal=True, horizontal_alignment="right", key="tools-said"):
        settings = () if kind == ALL else (("said", kind),)
        extract = downloads.Extract("statements-list", pager.rows, settings=settings)
        downloads.show_menu(filters, extract, label="Download statements")
    markup.show(_draw_statements(filters, chosen, kind == ALL, pager, notes))
    pager.show("statements, newest event first")


@cache_part
def _draw_statements(
    filters: Filters, chosen: tuple[str, ...], is_titled: bool, pager: Pager, notes: Footnotes
) -> markup.Safe:
    """Those of the chosen kinds on a page, each kind with its title where all are shown."""
    shown = reads.read_uncached(queries.list_statements, filters, chosen, pager.first, pager.size)
    notes.load_claims("statements", [row["id"] for row in shown])
    ends, counts = link_ends("statements", shown), _counts(filters)
    notes.load_claims("events", [row["event_id"] for row in shown if row["event_id"]])
    parts = []
    for each, part in groupby(shown, lambda row: str(row["kind"])):
        if is_titled:
            words = f"{KINDS[StatementKind(each)]} · {counts[each]:,}"
            parts.append(markup.tag("div", words, "kindtitle"))
        each_said = markup.join(_draw_statement(row, ends[row["id"]], notes) for row in part)
        parts.append(markup.tag("div", each_said, "asks"))
    return markup.stack(parts)


@reads.cache_per_build
def _counts(filters: Filters) -> dict[str, int]:
    """The number of statements of each kind that there is."""
    rows = reads.read_records(queries.count_kinds, filters)
    return {row["kind"]: row["statements"] for row in rows}


def _describe_group(group: Records, source: str, ends: Mapping[str, Ends], notes: Footnotes) -> markup.Safe:
    first = group[0]
    instruments = {row["instrument"] for row in group}
    is_within = len(instruments) == 1 and first["instrument"]
    within = markup.join((" · in: ", ends[first["id"]].instrument)) if is_within else ""
    count = wording.count_words(len(group), "recommendation", "recommendations")
    return markup.join(
        (
            f"{first['when']}{dates.format_doubt(first)} · {count}, reported by ",
            link_thing("sources", source, first["source_publisher"]),
            notes.mark(source),
            within,
        )
    )


def _draw_recommendation(row: Row, ends: Ends, told: Records, notes: Footnotes) -> markup.Safe:
    mark = notes.mark(wording.cite_row(row, "recommendations"))
    text = markup.tag("div", markup.join((row["text"], mark)))
    themes = markup.tag("div", ends.themes, "small") if ends.themes else ""
    is_open = row["follow_up_state"] in (FollowUpState.SAME_THEME, FollowUpState.NOT_FOUND)
    what = markup.join((follow_up.describe_state(row), follow_up.mark_sources(told, notes)))
    is_named = row["addressee"] is not None
    to = markup.join(("to ", ends.to)) if is_named else markup.tag("span", row["of"], "none")
    return _line(
        str(row["position"]),
        markup.join((text, themes, _draw_quotation(row))),
        markup.join(
            (markup.join((markup.family_dot(row["family"]), ends.by)), markup.tag("div", to, "small"))
        ),
        markup.tag("div", what, "none small" if is_open else "small"),
    )


def _draw_quotation(row: Row) -> markup.Safe:
    """The event at which it was quoted; nothing where it was not."""
    if not row["quoted_at_event_id"]:
        return markup.Safe()
    event = link_event(row["quoted_at_event_id"], row["quoted_at_event"])
    return markup.tag("div", markup.join(("Quoted at: ", event)), "small")


def _draw_statement(row: Row, ends: Ends, notes: Footnotes) -> markup.Safe:
    own = link_thing("statements", row["id"], row["text"])
    text = markup.tag("div", markup.join((own, notes.mark(wording.cite_row(row, "statements")))))
    themes = markup.tag("div", ends.themes, "small") if ends.themes else ""
    family = row["family"] or Family.OTHER
    event = (
        markup.join((link_event(row["event_id"], row["event"]), f", {wording.describe_event_date(row)}"))
        if row["event_id"]
        else link_thing("sources", row["source_id"], row["source_title"])
    )
    return _line(
        "",
        markup.join((text, themes)),
        markup.join((markup.family_dot(family), ends.by)),
        markup.tag("div", markup.join((event, dates.format_doubt(row))), "small"),
    )


def _line(number: str, text: markup.Safe, who: markup.Safe, what: markup.Safe) -> markup.Safe:
    cells = (markup.tag("b", number, "no"), *(markup.tag("div", part) for part in (text, who, what)))
    return markup.tag("div", markup.join(cells), "ask" if number else "ask bare")


def _kind(there: tuple[str, ...], counts: dict[str, int]) -> str:
    """The kind of statement shown: from the URL, changed by the control; all of them otherwise."""
    words = {ALL: f"All {sum(counts.values()):,}"}
    words |= {kind: f"{KINDS[StatementKind(kind)]} {counts[kind]:,}" for kind in there}
    return switch("said", words, ALL, "Kind of statement", key="said-choice")
