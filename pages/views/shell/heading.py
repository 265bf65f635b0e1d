"""The head of a page: title, Copy link and Download, the sentence that states what is shown."""

from dataclasses import replace

import streamlit as st

from data.filters import Filters
from pages.views.html import clipboard, labels, markup
from pages.views.session import reads
from pages.views.shell import basket, downloads, printing
from pages.views.shell.downloads import Extract
from pages.views.shell.faults import contain

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
    + printing.FIT
    + """
export default function ({ parentElement, data }) {
  fitToPaper(data.release);
  document.querySelector('[data-testid="stMain"]')?.setAttribute("aria-label", data.title);
  const button = parentElement.querySelector("button"), said = parentElement.querySelector("span");
  button.onclick = async () => {
    await put(window.location.href);
    button.textContent = "Copied"; said.textContent = "Link copied";
    setTimeout(() => { button.textContent = "Copy link"; said.textContent = ""; }, 1600);
  };
}
""",
)


@contain
def show(title: str, sentence: object, filters: Filters, *extracts: Extract) -> None:
    """Title at the left, buttons at the right, the sentence beneath; `extracts` are what Download offers.

    The tab of the browser has the title too.
    """
    release = downloads.name_release()
    st.set_page_config(page_title=f"{title} – Chegara")
    with st.container(horizontal=True, vertical_alignment="center", key="tools"):
        st.title(labels.escape_markdown(title), anchor=False)
        COPY(key="copy", data={"title": title, "release": release}, width="content")
        if extracts:
            downloads.show_menu(filters, *extracts)
            basket.show_way(filters)
    chosen = replace(filters, subject=None)  # the title names the subject
    printed = "" if chosen.is_empty else f"Filters: {chosen.sentence(reads.filter_names())}."
    filtered = markup.tag("p", printed, "printed") if printed else ""
    markup.show(markup.join((markup.tag("p", sentence, "lead"), filtered, printing.draw_foot(release))))
