"""Recommendations in the order of their sources, and what else was said, kind by kind."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.queries import asked_counts as queries
from data.vocabulary import FollowUp, StatementKind
from pages.views import asked, dates, downloads, markup, reads
from pages.views.faults import contained
from pages.views.footnotes import Footnotes
from pages.views.pager import turned_to
from pages.views.switch import switch

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
ROWS = 100
"""Statements on a page of the list."""


@contained
def by_source(rows: pd.DataFrame, notes: Footnotes) -> None:
    """The recommendations (`asked.labelled`), grouped by event and document, in the document's own order."""
    notes.learn("recommendations", rows["id"])
    notes.learn("events", rows["event_id"].dropna())
    for number, ((_, source), group) in enumerate(
        rows.groupby(["event_id", "source_id"], sort=False, dropna=False)
    ):
        first: Any = group.iloc[0]
        with st.container(key=f"group-{number}", gap="xsmall"):
            if isinstance(first["event_id"], str):
                asked.event_link(first, first["event"])
            else:
                markup.show(markup.tag("div", first["source_title"], "cardtitle"))
            markup.show(markup.tag("div", _told(group, str(source), notes), "small"))
            markup.show(
                markup.tag("div", markup.joined(_ask(row, notes) for _, row in group.iterrows()), "asks")
            )


@contained
def statements(filters: Filters, notes: Footnotes) -> None:
    """What was assessed, promised, offered or reported: the kinds as a choice, the rows of the chosen."""
    left, right = st.columns([5, 2], vertical_alignment="center")
    left.header("What was assessed, promised, offered", anchor=False)
    found = reads.read(queries.kinds, filters)
    counts = dict(zip(found["kind"], map(int, found["statements"]), strict=True))
    there = tuple(str(kind) for kind in KINDS if kind in counts)
    if not there:
        markup.show(markup.tag("p", "No statement matches.", "lead"))
        return
    kind = _kind(there, counts)
    chosen = there if kind == ALL else (kind,)
    pager = turned_to("said-page", sum(counts[each] for each in chosen), ROWS, filters)
    with right, st.container(horizontal=True, horizontal_alignment="right", key="tools-said"):
        settings = () if kind == ALL else (("said", kind),)
        extract = downloads.Extract("statements-list", pager.rows, settings=settings)
        downloads.menu(filters, extract, label="Download statements")
    shown = reads.read(queries.said_page, filters, chosen, pager.first, ROWS)
    notes.learn("statements", shown["id"])
    notes.learn("events", shown["event_id"].dropna())
    for each in chosen:
        part = shown[shown["kind"] == each]
        if not part.empty:
            if kind == ALL:
                words = f"{KINDS[StatementKind(each)]} · {counts[each]:,}"
                markup.show(markup.tag("div", words, "kindtitle"))
            saying = (_saying(row, notes) for _, row in part.iterrows())
            markup.show(markup.tag("div", markup.joined(saying), "asks"))
    pager.show("statements, newest event first")


def _of_kinds(rows: Callable[[], pd.DataFrame], kinds: tuple[str, ...]) -> pd.DataFrame:
    """All statements of these kinds, in the order of the list."""
    found = rows()
    return found[found["kind"].isin(kinds)].reset_index(drop=True)


def _told(group: pd.DataFrame, source: str, notes: Footnotes) -> markup.Safe:
    first: Any = group.iloc[0]
    instruments = group["instrument"].dropna().unique()
    within = f" · in: {instruments[0]}" if len(instruments) == 1 and group["instrument"].notna().all() else ""
    count = asked.counted(len(group), "recommendation", "recommendations")
    return markup.joined(
        (
            f"{first['when']}{dates.doubt(first)} · {count} as told by {first['source_publisher']}",
            notes.mark(source),
            within,
        )
    )


def _ask(row: Any, notes: Footnotes) -> markup.Safe:
    mark = notes.mark(asked.cite(row, "recommendations"))
    text = markup.tag("div", markup.joined((row["text"], mark)))
    themes = markup.tag("div", row["themes"].replace("; ", " · "), "small") if row["themes"] else ""
    followed = row["follow_up_source_id"]
    what = markup.joined((row["followed"], notes.mark(followed) if isinstance(followed, str) else ""))
    whom = row["of"] if row["addressee"] is not None and row["addressee"] == row["addressee"] else None
    to = markup.joined(("to ", whom)) if whom else markup.tag("span", row["of"], "none")
    return _line(
        str(row["position"]),
        markup.joined((text, themes)),
        markup.joined(
            (markup.joined((markup.dot(row["family"]), row["by"])), markup.tag("div", to, "small"))
        ),
        markup.tag("div", what, "none small" if row["follow_up"] == FollowUp.NOT_FOUND else "small"),
    )


def _saying(row: Any, notes: Footnotes) -> markup.Safe:
    text = markup.tag("div", markup.joined((row["text"], notes.mark(asked.cite(row, "statements")))))
    themes = markup.tag("div", row["themes"].replace("; ", " · "), "small") if row["themes"] else ""
    family = row["family"] if isinstance(row["family"], str) else "other"
    event = f"{row['event']}, {asked.when(row)}" if isinstance(row["event"], str) else row["source_title"]
    event += dates.doubt(row)
    return _line(
        "",
        markup.joined((text, themes)),
        markup.joined((markup.dot(family), asked.who(row))),
        markup.tag("div", event, "small"),
    )


def _line(number: str, text: markup.Safe, who: markup.Safe, what: markup.Safe) -> markup.Safe:
    cells = (markup.tag("b", number, "no"), *(markup.tag("div", part) for part in (text, who, what)))
    return markup.tag("div", markup.joined(cells), "ask" if number else "ask bare")


def _kind(there: tuple[str, ...], counts: dict[str, int]) -> str:
    """The kind of statement shown: from the URL, changed by the control; the first there is otherwise."""
    words = {ALL: f"All {sum(counts.values()):,}"}
    words |= {kind: f"{KINDS[StatementKind(kind)]} {counts[kind]:,}" for kind in there}
    return switch("said", words, there[0], "Kind of statement", key="said-choice")
