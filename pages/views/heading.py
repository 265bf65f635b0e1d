"""The head of a page: title, Copy link and Download, the sentence that states what is shown."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
import streamlit as st

from data.extracts import csv_bytes, file_name
from data.filters import Filters
from pages.views import clipboard, markup, reads
from pages.views.faults import contained

COPY = st.components.v2.component(
    "copy_link",
    html="<button type='button'>Copy link</button><span role='status' aria-live='polite'></span>",
    css="""
button { font: inherit; font-size: .95rem; color: var(--st-link-color); background: none; cursor: pointer;
  border: 1px solid var(--st-primary-color); border-radius: var(--st-button-radius); height: 2.5rem;
  padding: 0 .75rem; white-space: nowrap; }
button:hover { background: var(--st-secondary-background-color); }
span { position: absolute; left: -999rem; }
""",
    js=clipboard.PUT
    + """
export default function ({ parentElement }) {
  const button = parentElement.querySelector("button"), said = parentElement.querySelector("span");
  button.onclick = async () => {
    await put(window.location.href);
    button.textContent = "Copied"; said.textContent = "Link copied";
    setTimeout(() => { button.textContent = "Copy link"; said.textContent = ""; }, 1600);
  };
}
""",
)


class Deferred(NamedTuple):
    """Rows that are read when the download is pressed, and how many they are."""

    read: Callable[[], pd.DataFrame]
    number: int


@contained
def show(
    title: str, sentence: object, filters: Filters, extract: tuple[str, pd.DataFrame | Deferred] | None = None
) -> None:
    """Title at the left, buttons at the right, the sentence beneath; `extract` names the rows to download."""
    left, right = st.columns([5, 2], vertical_alignment="center")
    with left:
        st.title(title, anchor=False)
    with right, st.container(horizontal=True, horizontal_alignment="right", key="tools"):
        COPY(key="copy", width="content")
        if extract:
            download(extract[0], extract[1], filters)
    markup.show(markup.tag("p", sentence, "lead"))


def download(name: str, rows: pd.DataFrame | Deferred, filters: Filters, label: str = "Download") -> None:
    """A button that saves exactly `rows` as CSV; the bytes are made when it is pressed."""
    found = rows if isinstance(rows, Deferred) else Deferred(lambda: rows, len(rows))
    st.download_button(
        label,
        data=lambda: csv_bytes(found.read()),
        file_name=file_name(name, filters, reads.build_id()),
        mime="text/csv",
        on_click="ignore",
        key=f"download-{name}",
        help=f"{found.number:,} rows as CSV, with names, dates and sources",
        disabled=not found.number,
    )
