"""The source and the event of the draft in hand: what no words of the document give."""

from functools import partial

import streamlit as st

from data.drafts import heads as drafted
from data.drafts.heads import EVENT, SOURCE, is_event_open, list_missing
from data.schema import vocabulary
from data.values.text import search_terms
from pages.views.desk import names, wording
from pages.views.desk.sitting import Sitting, append
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
def show_alike(sitting: Sitting) -> None:
    """Events of the record that it may report: a person says whether it is one of them."""
    draft = sitting.review.draft
    if chosen := str(draft.event.get("id") or ""):
        words = wording.SAME_EVENT.format(event=names.find_event(chosen) or chosen)
        st.info(labels.escape_markdown(words))
        st.button(
            "It is another event", key="desk-other", on_click=_decide, args=(sitting, EVENT, {"id": ""})
        )
        return
    if not is_event_open(draft, sitting.review.decisions):
        return
    for number, (identity, why) in enumerate(draft.alike.items(), start=1):
        with st.container(key=f"desk-alike-{number}"):
            st.warning(labels.escape_markdown(wording.LIKE.format(event=why)))
            with st.container(horizontal=True):
                st.button(
                    "Same event: add a source",
                    key=f"desk-same-{number}",
                    on_click=_decide,
                    args=(sitting, EVENT, {"id": identity}),
                )
                st.button(
                    "Another event",
                    key=f"desk-other-{number}",
                    on_click=_decide,
                    args=(sitting, EVENT, {"id": ""}),
                )


def is_source_known(sitting: Sitting) -> bool:
    return sitting.review.draft.source.get("id", "") in names.read_digests()


@contain
def show_heads(sitting: Sitting) -> None:
    """The form of source and event; open as long as something is missing."""
    draft, is_known = sitting.review.draft, is_source_known(sitting)
    missing = list_missing(draft, is_known=is_known)
    with st.expander("Source and event", expanded=bool(missing), key="desk-heads"):
        if is_known:
            st.info(labels.escape_markdown(wording.KNOWN_SOURCE.format(source=draft.source["id"])))
        with st.form("desk-heads-form", border=False):
            if not draft.event.get("id"):
                _ask_event(sitting)
            _ask_source(sitting, is_known)
            st.form_submit_button("Save", type="primary", on_click=partial(_save, sitting))
        if missing:
            told = "; ".join(wording.CELLS.get(name, name) for name in missing)
            markup.show(markup.tag("p", wording.MISSING.format(missing=told), "sentence"))


def _ask_event(sitting: Sitting) -> None:
    event, themes = sitting.review.draft.event, names.read_names("themes")
    st.text_input(
        wording.CELLS["title"], event.get("title", ""), key=_key(sitting, EVENT, "title"), max_chars=200
    )
    known = [each for each in event.get("themes", ()) if each in themes]
    left, right = st.columns([3, 1])
    left.multiselect(
        wording.CELLS["themes"],
        list(themes),
        known,
        format_func=themes.__getitem__,
        key=_key(sitting, EVENT, "themes"),
    )
    with right:
        _ask(sitting, EVENT, "confidence", str(event.get("confidence") or "medium"))


def _ask_source(sitting: Sitting, is_known: bool) -> None:
    source = sitting.review.draft.source
    for line in (("id",),) if is_known else LINES:
        for column, name in zip(st.columns(len(line)), line, strict=True):
            with column:
                _ask(sitting, SOURCE, name, source.get(name, ""))


def _ask(sitting: Sitting, head: str, name: str, value: str) -> None:
    label, key = wording.CELLS[name], _key(sitting, head, name)
    if name in LISTS:
        options = LISTS[name]
        index = options.index(value) if value in options else None
        st.selectbox(label, options, index, key=key, format_func=lambda each: each.replace("_", " "))
    else:
        hint = wording.FROM_PUBLISHER if name == "originator" else None
        st.text_input(label, value, key=key, max_chars=500, placeholder=hint)


def _key(sitting: Sitting, head: str, name: str) -> str:
    """Each draft has fields of its own."""
    return f"desk-{head}-{name}-{sitting.name}"


def _save(sitting: Sitting) -> None:
    """What the form holds, as one decision on the source and one on the event."""
    for head, cells in drafted.CELLS.items():
        told = {
            name: st.session_state[key]
            for name in cells
            if (key := _key(sitting, head, name)) in st.session_state
        }
        texts = {
            name: " ".join(text) if isinstance(text, list) else text or "" for name, text in told.items()
        }
        if head == SOURCE and not texts.get("originator") and texts.get("publisher"):
            texts["originator"] = "-".join(search_terms(texts["publisher"]))
        now = sitting.review.draft.source if head == SOURCE else sitting.review.draft.event
        before = {name: _text(now.get(name)) for name in texts}
        if texts and texts != before:
            _decide(sitting, head, texts)


def _text(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, list) else str(cell or "")


def _decide(sitting: Sitting, head: str, cells: dict[str, str]) -> None:
    before = sitting.review.decisions.get(head)
    append(sitting, lambda: drafted.decide_head(sitting.review.draft, head, cells, before))
