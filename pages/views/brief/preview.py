"""A brief made when it is asked for: a bar meanwhile, then the brief to look at and as files."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from data.brief import formats
from data.brief.compose import compose
from data.brief.document import Document
from data.brief.request import Request
from pages.views.brief import wording
from pages.views.html import briefs, labels, markup
from pages.views.session import reads
from pages.views.session.reads import Pin
from pages.views.shell import citations
from pages.views.shell.faults import contain

MADE, ASKED = "brief-made", "brief-asked"
"""Session state: the last brief that this reader made, and no other; whether one is to be made now."""


class Made(NamedTuple):
    """A brief, what it was made of, and how the page shows it."""

    pin: Pin
    request: Request
    document: Document
    shown: markup.Safe


@contain
def show_brief(request: Request) -> None:
    """The button, and below it the brief that it made."""
    ask = partial(st.session_state.__setitem__, ASKED, True)
    st.button("Make the brief", key="make-brief", type="primary", on_click=ask)
    if st.session_state.pop(ASKED, False):
        _make(request)
    made: Made | None = st.session_state.get(MADE)
    if made is None:
        markup.show(markup.tag("p", markup.hint(wording.NOTHING), "lead"))
        return
    if (made.pin, made.request) != (reads.current_pin(), request):
        st.info(wording.CHANGED)
        return
    with st.container(horizontal=True, key="brief-files"):
        for form, writer in formats.WRITERS.items():
            st.download_button(
                labels.escape_markdown(f"{writer.label} ({writer.extension.upper()})"),
                data=partial(writer.write, made.document),
                file_name=formats.name_brief(request, form, reads.build_id()),
                mime=writer.mime,
                on_click="ignore",
                key=f"brief-{form}",
            )
        citations.show_menu("brief", request)
    markup.show(made.shown)


def _make(request: Request) -> None:
    """One at a time: the one before is let go of first."""
    st.session_state.pop(MADE, None)
    bar = st.progress(0.0, "Making the brief…")
    document = compose(reads.current_engine(), request, lambda share: _advance(bar, share))
    bar.empty()
    st.session_state[MADE] = Made(reads.current_pin(), request, document, briefs.draw_brief(document))


def _advance(bar: st.delta_generator.DeltaGenerator, share: float) -> None:
    bar.progress(min(share, 1.0), "Making the brief…")
