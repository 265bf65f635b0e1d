"""Where sources differ: each field with all its values, who says so, and which is preferred and why."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from data.dictionary import column_words, table_words
from data.filters import Filters
from data.queries import evidence as queries
from data.vocabulary import Rank
from pages.views import claim_words, markup, reads, source_card
from pages.views.footnotes import Footnotes


class Dispute(NamedTuple):
    """One field of one row with the rows of its rival claims."""

    table: str
    subject: str
    field: str
    claims: pd.DataFrame


def found(filters: Filters) -> list[Dispute]:
    """Fields of the events that match, then, where no filter is on, of all other tables."""
    events = reads.read(queries.disputes, filters).rename(columns={"event_id": "subject"})
    frames = [events.assign(table="events")]
    if filters.is_empty:
        frames.append(reads.read(queries.disputes_elsewhere))
    return [dispute for frame in frames for dispute in _split(frame)]


def show(disputes: list[Dispute], filters: Filters, notes: Footnotes) -> None:
    """Every field on which sources differ, each with its values."""
    st.header("Where sources differ", anchor=False)
    fields = f"{len(disputes) or 'No'} {'field' if len(disputes) == 1 else 'fields'}"
    more = "" if filters.is_empty else " of the events that match; without a filter, also of all other rows"
    words = "All values stay; the preferred one is shown first elsewhere, for the reason given."
    markup.show(markup.tag("p", f"{fields}{more}. {words}", "lead"))
    known = claim_words.names()
    for number, dispute in enumerate(disputes):
        with st.container(key=f"differ-{number}", gap="xsmall"):
            _head(dispute, known)
            rows = [_value(row, dispute, known, notes) for _, row in dispute.claims.iterrows()]
            markup.show(markup.table(["Value", "Says", "Passage", "Rank and reason"], rows, "differ"))


def _split(claims: pd.DataFrame) -> Iterator[Dispute]:
    for (table, subject, field), rows in claims.groupby(["table", "subject", "field"], sort=False):
        yield Dispute(str(table), str(subject), str(field), rows)


def _head(dispute: Dispute, known: dict[tuple[str, str], str]) -> None:
    title = claim_words.about(dispute.table, dispute.subject, known)
    words = column_words(dispute.field)
    if dispute.table == "events":
        query = {"event": dispute.subject}
        st.page_link("pages/timeline.py", label=markup.plain(title), query_params=query)
    else:
        markup.show(markup.tag("div", title, "kindtitle"))
        words = f"{table_words(dispute.table)}: {words}"
    markup.show(markup.tag("div", words, "small"))


def _value(row: Any, dispute: Dispute, known: dict[tuple[str, str], str], notes: Footnotes) -> Any:
    value = claim_words.value(dispute.table, dispute.field, row["value"], known)
    words, address = claim_words.passage(row["anchor"], row["source_url"])
    preferred = row["rank"] == Rank.PREFERRED
    return (
        markup.tag("span", value, "disputed" if not preferred else "preferred"),
        markup.joined((row["claimant"], notes.mark(row["source_id"]))),
        markup.link(words, address) if words else None,
        source_card.ranked(row),
    )
