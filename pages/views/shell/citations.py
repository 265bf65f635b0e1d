"""The sources of a brief, a card or the basket, many at once, in the formats of others."""

from functools import partial
from typing import Literal

import streamlit as st

from data.brief import formats
from data.brief.request import Request
from data.citations import FORMATS
from pages.views.html import labels, markup
from pages.views.session import reads
from pages.views.shell.faults import contain

WORDS = "All sources cited, each with the words quoted of it, their paragraph and the day read."


@contain
def show_menu(name: str, request: Request, label: str = "Sources", *, is_quiet: bool = False) -> None:
    """A button that opens the formats; a file is made when one is pressed."""
    kind: Literal["secondary", "tertiary"] = "tertiary" if is_quiet else "secondary"
    with st.popover(label, type=kind, key=f"sources-{name}", width="content", on_change="rerun") as opened:
        if not opened.open:
            return
        markup.show(markup.tag("div", WORDS, "small"))
        with st.container(key=f"formats-sources-{name}", gap=None):
            for form, one in FORMATS.items():
                st.download_button(
                    labels.escape_markdown(one.label),
                    data=partial(formats.make_brief, reads.current_engine(), request, form),
                    file_name=formats.name_brief(request, form, reads.build_id()),
                    mime=one.mime,
                    on_click="ignore",
                    key=f"sources-{name}-{form}",
                    type="tertiary",
                    width="stretch",
                )
