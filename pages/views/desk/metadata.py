"""The source and the event of the draft in hand: what no words of the document give."""

from functools import partial

import streamlit as st

from data.drafts import metadata as drafted
from data.drafts.metadata import EVENT, SOURCE, is_event_open, list_missing
from data.schema import vocabulary
from data.values.text import search_terms
from pages.views.desk import names, wording
from pages.views.desk.review_session import ReviewSession, append
from pages.views.html import labels, markup
from pages.views.shell.faults import contain

LISTS = {
    "kind": [str(each) for each in vocabulary.SourceKind],
    "url_status": [str(each) for each in vocabulary.UrlStatus],
    "extent": [str(each) for each in vocabulary.Extent],
    "confidence": [str(each) for each in vocabulary.Confidence],
}
LINES = (
    ("publisher", "originator", "published_on", "language"),
    ("about", "url"),
    ("id", "kind", "url_status", "extent"),
)


@contain
def show_alike(session: ReviewSession) -> None:
    """Events of the record that it may report: a person says whether it is one of them."""
    draft = session.review.draft
    if chosen := str(draft.event.get("id") or ""):
        words = wording.SAME_EVENT.format(event=names.find_event(chosen) or chosen)
        st.info(labels.escape_markdown(words))
        st.button(
            "It is another event", key="desk-other", on_click=_decide, args=(session, EVENT, {"id": ""})
        )
        return
    if not is_event_open(draft, session.review.decisions):
        return
    for number, (identity, why) in enumerate(draft.alike.items(), start=1):
        with st.container(key=f"desk-alike-{number}"):
            st.warning(labels.escape_markdown(wording.LIKE.format(event=why)))
            with st.container(horizontal=True):
                st.button(
                    "Same event: add a source",
                    key=f"desk-same-{number}",
                    on_click=_decide,
                    args=(session, EVENT, {"id": identity}),
                )
                st.button(
                    "Another event",
                    key=f"desk-other-{number}",
                    on_click=_decide,
                    args=(session, EVENT, {"id": ""}),
                )


def is_source_known(session: ReviewSession) -> bool:
    return session.review.draft.source.get("id", "") in names.read_digests()


@contain
def show_metadata(session: ReviewSession) -> None:
    """The form of source and event; open as long as something is missing."""
    draft, is_known = session.review.draft, is_source_known(session)
    missing = list_missing(draft, is_known=is_known)
    with st.expander("Source and event", expanded=bool(missing), key="desk-metadata"):
        if is_known:
            st.info(labels.escape_markdown(wording.KNOWN_SOURCE.format(source=draft.source["id"])))
        with st.form("desk-metadata-form", border=False):
            if not draft.event.get("id"):
                _ask_event(session)
            _ask_source(session, is_known)
            st.form_submit_button("Save", type="primary", on_click=partial(_save, session))
        if missing:
            told = "; ".join(wording.CELLS.get(name, name) for name in missing)
            markup.show(markup.tag("p", wording.MISSING.format(missing=told), "sentence"))


def _ask_event(session: ReviewSession) -> None:
    event, themes = session.review.draft.event, names.read_names("themes")
    st.text_input(
        wording.CELLS["title"], event.get("title", ""), key=_key(session, EVENT, "title"), max_chars=200
    )
    known = [each for each in event.get("themes", ()) if each in themes]
    left, right = st.columns([3, 1])
    left.multiselect(
        wording.CELLS["themes"],
        list(themes),
        known,
        format_func=themes.__getitem__,
        key=_key(session, EVENT, "themes"),
    )
    with right:
        _ask(session, EVENT, "confidence", str(event.get("confidence") or "medium"))


def _ask_source(session: ReviewSession, is_known: bool) -> None:
    source = session.review.draft.source
    for line in (("id",),) if is_known else LINES:
        for column, name in zip(st.columns(len(line)), line, strict=True):
            with column:
                _ask(session, SOURCE, name, source.get(name, ""))


def _ask(session: ReviewSession, record: str, name: str, value: str) -> None:
    label, key = wording.CELLS[name], _key(session, record, name)
    if name in LISTS:
        options = LISTS[name]
        index = options.index(value) if value in options else None
        st.selectbox(label, options, index, key=key, format_func=lambda each: each.replace("_", " "))
    else:
        hint = wording.FROM_PUBLISHER if name == "originator" else None
        st.text_input(label, value, key=key, max_chars=500, placeholder=hint)


def _key(session: ReviewSession, record: str, name: str) -> str:
    """Each draft has fields of its own."""
    return f"desk-{record}-{name}-{session.name}"


def _save(session: ReviewSession) -> None:
    """What the form holds, as one decision on the source and one on the event."""
    for record, cells in drafted.CELLS.items():
        told = {
            name: st.session_state[key]
            for name in cells
            if (key := _key(session, record, name)) in st.session_state
        }
        texts = {
            name: " ".join(text) if isinstance(text, list) else text or "" for name, text in told.items()
        }
        if record == SOURCE and not texts.get("originator") and texts.get("publisher"):
            texts["originator"] = "-".join(search_terms(texts["publisher"]))
        now = session.review.draft.source if record == SOURCE else session.review.draft.event
        before = {name: _text(now.get(name)) for name in texts}
        if texts and texts != before:
            _decide(session, record, texts)


def _text(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, list) else str(cell or "")


def _decide(session: ReviewSession, record: str, cells: dict[str, str]) -> None:
    before = session.review.decisions.get(record)
    append(session, lambda: drafted.decide_metadata(session.review.draft, record, cells, before))
