"""Evidence: the sources in numbers, what was read of each publisher, and the list to choose from."""

from typing import Any

import pandas as pd
import streamlit as st

from data import documents
from data.filters import Filters
from data.queries import evidence_counts as queries
from data.vocabulary import Extent, UrlStatus
from pages.views import claim_words, dates, languages, markup, picked, reads
from pages.views.faults import contained
from pages.views.footnotes import Footnotes
from pages.views.pager import turned_to

COUNTED = "Counted from the sources and claims of this record under the filters, listed below."
STATUS = {
    UrlStatus.READ: "read at its address",
    UrlStatus.INFERRED: "address inferred, read on a mirror",
    UrlStatus.NOT_FOUND: "no address found",
}
ROWS = 250
"""Sources on a page of the list."""
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


def counts(filters: Filters) -> dict[str, int]:
    """The numbers of `evidence_counts.counted` by their names."""
    hashes = tuple(sorted(documents.at_hand(documents.folder()).files))
    row = reads.read(queries.counted, filters, hashes).iloc[0]
    return {str(name): int(number) for name, number in row.items()}


def sentence(counts: dict[str, int]) -> str:
    """What the page shows, with its numbers."""
    sources, whole = counts["sources"], counts["whole"]
    if not sources:
        return "No source matches."
    by = [markup.number(counts[f"{name}s"], name) for name in ("publisher", "originator")]
    return (
        f"{markup.number(sources, 'source')} by {', '.join(by)}; {whole:,} read whole, "
        f"{sources - whole:,} in excerpt. Originators count, not copies."
    )


@contained
def figures(counts: dict[str, int], differ: int, notes: Footnotes) -> None:
    """The headline figures of the sources that match."""
    years = f"{counts['first']}–{counts['last']}" if counts["last"] else "–"
    own = notes.own(COUNTED)
    shown = [
        (f"{counts['sources']:,}", "sources"),
        (f"{counts['originators']:,}", "originators"),
        (f"{counts['whole']:,} of {counts['sources']:,}", "read whole"),
        (f"{counts['at_hand']:,} of {counts['hashed']:,}", "documents at hand"),
        (f"{counts['mirrored']:,}", "read on a mirror"),
        (f"{counts['claims']:,}", "claims"),
        (
            f"{differ:,}",
            "matter on which sources differ" if differ == 1 else "matters on which sources differ",
        ),
        (years, "published"),
    ]
    markup.show(markup.figures((markup.joined((value, own)), words) for value, words in shown))


@contained
def table(filters: Filters, number: int) -> None:
    """A page of the sources as rows; selecting one opens its card."""
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
    pager = turned_to("page", number, ROWS, filters)
    sources = labelled(reads.read(queries.page, filters, pager.first, ROWS))
    key = f"sources-{filters.slug()}-{pager.page}"
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
    pager.show("sources, newest first")


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
