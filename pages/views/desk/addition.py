"""A fact that no card proposes, added by hand: its words are proven before it can be kept."""

import streamlit as st

from data.documents import Place
from data.drafts.additions import Addition, add_candidate, prove_words
from data.drafts.candidate import REFERRING, Field
from data.drafts.cards import EDITABLE, DecisionError
from pages.views.desk import wording
from pages.views.desk.edit import ask_detail, ask_row, read_details
from pages.views.desk.review_session import ReviewSession, append, choose_card
from pages.views.html import labels, markup
from pages.views.shell.faults import contain

PREFIX = "desk-add"
FIELDS = [str(field) for field in Field]
AROUND = 40
SHOWN = ("end", "country", "kind", "role", "office", "organisation", "organisation_row", "mode", "bound")
MORE = ("relation", "to", "organisation_id", "border", "status")
WANTED = {*SHOWN, *MORE}
"""The details that are asked for; the others can be edited by draft and command."""


@contain
def show_addition(session: ReviewSession) -> None:
    """Field, words, value and what belongs to it; *Add* is on once the words stand in the document once."""
    with st.expander("Add by hand", key="desk-addition"):
        field = Field(
            st.selectbox("What the document states", FIELDS, format_func=_name_field, key=f"{PREFIX}-field")
        )
        st.text_input("Its words in the document, at most eight", key=f"{PREFIX}-words", max_chars=300)
        is_proven = _show_proof(session)
        label = "Value, in our own words" if field is Field.RECOMMENDATION else "Value"
        st.text_input(label, key=f"{PREFIX}-value", max_chars=400)
        if field in REFERRING:
            ask_row(field, f"{PREFIX}-row", [], "")
        for name in EDITABLE[field]:
            if name in WANTED:
                ask_detail(field, name, f"{PREFIX}-{name}", "")
        st.button("Add", key=PREFIX, disabled=not is_proven, on_click=_add, args=(session, field))
        if said := st.session_state.get(f"{PREFIX}-said"):
            st.warning(labels.escape_markdown(said))


def _name_field(field: str) -> str:
    return wording.FIELDS[Field(field)]


def _show_proof(session: ReviewSession) -> bool:
    """Say where the words are, or why they cannot be kept."""
    words = str(st.session_state[f"{PREFIX}-words"])
    if not words.strip():
        return False
    try:
        place = prove_words(session.document, words)
    except DecisionError as error:
        st.warning(labels.escape_markdown(str(error)))
        return False
    markup.show(markup.tag("p", _describe(session, place), "sentence"))
    return True


def _describe(session: ReviewSession, place: Place) -> str:
    text = session.document.printed[place.paragraph - 1]
    return wording.WORDS_ONCE.format(
        paragraph=place.paragraph,
        before=text[max(0, place.start - AROUND) : place.start],
        anchor=text[place.start : place.end],
        after=text[place.end : place.end + AROUND],
    )


def _add(session: ReviewSession, field: Field) -> None:
    state = st.session_state
    added = Addition(
        field,
        str(state[f"{PREFIX}-value"]),
        str(state[f"{PREFIX}-words"]),
        str(state.get(f"{PREFIX}-row") or ""),
        read_details(field, PREFIX),
    )
    state[f"{PREFIX}-said"] = ""
    try:
        made = add_candidate(session.review.draft, session.document, added)
    except DecisionError as error:
        state[f"{PREFIX}-said"] = str(error)
        return
    append(session, lambda: made)
    choose_card(made.candidate)
    for name in ("words", "value"):
        state[f"{PREFIX}-{name}"] = ""
