"""Evidence: the sources in numbers, what was read of each publisher, and the list to choose from."""

from typing import Any

import pandas as pd
import streamlit as st

from data import documents
from data.filters import Filters
from data.queries import evidence as queries
from data.vocabulary import Extent, UrlStatus
from pages.views import claim_words, dates, languages, markup, picked, reads
from pages.views.faults import contained
from pages.views.footnotes import Footnotes

COUNTED = "Counted from the sources and claims of this record under the filters, listed below."
STATUS = {
    UrlStatus.READ: "read at its address",
    UrlStatus.INFERRED: "address inferred, read on a mirror",
    UrlStatus.NOT_FOUND: "no address found",
}
EXTENT = {Extent.WHOLE: "whole", Extent.EXCERPT: "excerpt"}


def labelled(sources: pd.DataFrame) -> pd.DataFrame:
    """The sources with their coded columns in words."""
    known = claim_words.names()
    return sources.assign(
        origin=[known.get(("organisations", each), each) for each in sources["originator"]],
        called=[name(row) for _, row in sources.iterrows()],
        on=[dates.words(day) or "not stated" for day in sources["published_on"]],
        tongue=sources["language"].map(languages.name),
        read=sources["extent"].map(EXTENT),
        status=sources["url_status"].map(STATUS),
    )


def name(row: Any) -> str:
    """The title as printed, else what it reports."""
    title: str = row["title"] if isinstance(row["title"], str) else row["about"]
    return title


def sentence(sources: pd.DataFrame) -> str:
    """What the page shows, with its numbers."""
    if sources.empty:
        return "No source matches."
    publishers, originators = sources["publisher"].nunique(), sources["originator"].nunique()
    whole = int((sources["extent"] == Extent.WHOLE).sum())
    return (
        f"{len(sources)} {'source' if len(sources) == 1 else 'sources'} by "
        f"{publishers} {'publisher' if publishers == 1 else 'publishers'}, "
        f"{originators} {'originator' if originators == 1 else 'originators'}; "
        f"{whole} read whole, {len(sources) - whole} in excerpt. Originators count, not copies."
    )


@contained
def figures(sources: pd.DataFrame, differ: int, notes: Footnotes) -> None:
    """The headline figures of the sources shown."""
    whole = int((sources["extent"] == Extent.WHOLE).sum())
    hashes = sources["sha256"].dropna()
    at_hand = int(hashes.isin(list(documents.at_hand(documents.folder()).files)).sum())
    mirrored = sources["read_via_url"].notna().sum()
    dated = [str(day)[:4] for day in sources["published_on"].dropna()]
    own = notes.own(COUNTED)
    markup.show(
        markup.figures(
            (markup.joined((value, own)), words)
            for value, words in [
                (len(sources), "sources"),
                (sources["originator"].nunique(), "originators"),
                (f"{whole} of {len(sources)}", "read whole"),
                (f"{at_hand} of {len(hashes)}", "documents at hand"),
                (mirrored, "read on a mirror"),
                (int(sources["claims"].sum()), "claims"),
                (
                    differ,
                    "matter on which sources differ" if differ == 1 else "matters on which sources differ",
                ),
                (f"{min(dated)}–{max(dated)}" if dated else "–", "published"),
            ]
        )
    )


@contained
def table(sources: pd.DataFrame, filters: Filters) -> None:
    """The sources as rows; selecting one opens its card."""
    columns = {
        "called": "Title, or what it reports",
        "publisher": "Publisher",
        "on": "Published",
        "events": "Events",
        "claims": "Claims",
        "read": "Read",
        "tongue": "Language",
        "origin": "Originator",
        "status": "Address",
    }
    widths = [400, 170, 130, 66, 66, 75, 80, 110, 150]
    key = f"sources-{filters.slug()}"
    st.dataframe(
        sources[list(columns)],
        column_config={
            name: st.column_config.Column(words, width=width)
            for (name, words), width in zip(columns.items(), widths, strict=True)
        },
        hide_index=True,
        height=min(38 + 35 * len(sources), 350),
        key=key,
        on_select=picked.on_row("source", key, sources["id"].tolist()),
        selection_mode="single-row",
        alt="The sources that match, newest first; select a row to read what rests on it",
    )


@contained
def publishers(filters: Filters) -> None:
    """What was read of each publisher; what was not read is not zero."""
    found = reads.read(queries.publishers, filters)
    rows = found.assign(
        span=[_span(one, other) for one, other in zip(found["first"], found["last"], strict=True)],
        read=[dates.words(day) or "not stated" for day in found["read_on"]],
        excerpt=found["sources"] - found["whole"],
    )
    columns = {
        "publisher": "Publisher",
        "sources": "Sources",
        "whole": "Read whole",
        "excerpt": "In excerpt",
        "originators": "Originators",
        "span": "Published",
        "read": "When last read",
    }
    st.header("What was read of each publisher", anchor=False)
    words = "Only what is listed was read; a publisher's silence here is not evidence that nothing happened."
    markup.show(markup.tag("p", words, "lead"))
    st.dataframe(
        rows[list(columns)],
        column_config={
            **{name: st.column_config.Column(words) for name, words in columns.items()},
            "publisher": st.column_config.Column("Publisher", width="medium"),
        },
        hide_index=True,
        height=min(38 + 35 * len(rows), 300),
        key="publishers-table",
        alt="Publishers with the number of their sources read, whole and in excerpt, most sources first",
    )


def _span(first: object, last: object) -> str:
    if not isinstance(first, str) or not isinstance(last, str):
        return "not stated"
    return " – ".join(dict.fromkeys((dates.words(first), dates.words(last))))
