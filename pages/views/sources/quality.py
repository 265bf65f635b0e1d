"""Data quality: what the build let pass and somebody should look at."""

from typing import Any

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.queries import quality as queries
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import downloads
from pages.views.shell.downloads import Extract

SHOWN = 100
"""Warnings on the page; the download has all."""
FEW = 10
"""More than this many scroll in a box of their own."""
HEAD = ["File and line, column", "Found", "Why it asks for a look"]


def show_quality() -> None:
    """Heading, sentence, and a row a warning where there are any; whatever the filters."""
    number, said = _summarise()
    if number:
        left, right = st.columns([5, 2], vertical_alignment="center")
        left.header("Data quality", anchor=False)
        with right, st.container(horizontal=True, horizontal_alignment="right", key="tools-quality"):
            downloads.show_menu(Filters(), Extract("warnings", number), label="Download warnings")
    else:
        st.header("Data quality", anchor=False)
    markup.show(said)


@reads.cache_few_per_build
def _summarise() -> tuple[int, markup.Safe]:
    """How many warnings there are; the sentence, and their table."""
    found = reads.read_frame(queries.list_warnings)
    kind = "quality tall" if len(found) > FEW else "quality"
    table = markup.table(HEAD, warning_rows(found.head(SHOWN)), kind) if len(found) else ""
    return len(found), markup.join((markup.tag("p", sentence(found), "lead"), table))


def sentence(found: pd.DataFrame) -> str:
    """How many warnings there are, and what a warning means."""
    if found.empty:
        return "No warnings: every check of every row of the record passed, and nothing in it looks unlikely."
    count, files = (
        markup.count_noun(len(found), "warning"),
        markup.count_noun(found["file"].nunique(), "file"),
    )
    cut = f" The first {SHOWN} are shown; the download has all." if len(found) > SHOWN else ""
    return (
        f"{count} in {files} of the record, whatever the filters. A warning asks for a second look and is no "
        f"error: what it names was let into the record as it stands.{cut}"
    )


def warning_rows(found: pd.DataFrame) -> list[tuple[markup.Safe, str, str]]:
    """The warnings as cells; empty where no one line, column or value is meant."""
    plain = found.astype(object).where(found.notna(), None)
    return [(_place(row), row["value"] or "", row["problem"]) for row in plain.to_dict("records")]


def _place(row: dict[Any, Any]) -> markup.Safe:
    place = row["file"] if row["line"] is None else f"{row['file']}:{row['line']:.0f}"
    return markup.join((place, markup.tag("div", row["column"], "small") if row["column"] else ""))
