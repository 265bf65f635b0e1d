"""Data quality: what the build let pass and somebody should look at."""

import pandas as pd
import streamlit as st

from data.queries import quality as queries
from pages.views import markup, reads

COLUMNS = {
    "file": ("File", 190),
    "line": ("Line", 60),
    "column": ("Column", 150),
    "value": ("Found", 260),
    "problem": ("Why it asks for a look", 560),
}


def show() -> None:
    """Heading, sentence, and a row a warning where there are any; whatever the filters."""
    found = reads.read(queries.warnings)
    st.header("Data quality", anchor=False)
    markup.show(markup.tag("p", sentence(found), "lead"))
    if found.empty:
        return
    st.dataframe(
        rows(found),
        column_config={
            name: st.column_config.TextColumn(words, width=width) for name, (words, width) in COLUMNS.items()
        },
        hide_index=True,
        height=min(38 + 35 * len(found), 350),
        key="warnings-table",
        alt="The warnings of this build: file, line, column, what was found and why it asks for a look",
    )


def sentence(found: pd.DataFrame) -> str:
    """How many warnings there are, and what a warning means."""
    if found.empty:
        return "No warnings: every check of every row of the record passed, and nothing in it looks unlikely."
    count, files = markup.number(len(found), "warning"), markup.number(found["file"].nunique(), "file")
    return (
        f"{count} in {files} of the record, whatever the filters. A warning asks for a second look and is no "
        "error: what it names was let into the record as it stands."
    )


def rows(found: pd.DataFrame) -> pd.DataFrame:
    """The warnings as text; empty where no one line, column or value is meant."""
    lines = ["" if pd.isna(line) else f"{line:.0f}" for line in found["line"]]
    return found.assign(line=lines).fillna({"column": "", "value": ""})[list(COLUMNS)]
