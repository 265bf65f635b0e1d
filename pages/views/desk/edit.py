"""Another value, another row, other details of a card: one form, kept as one decision."""

from collections.abc import Mapping
from enum import StrEnum

import streamlit as st

from data.drafts.acceptance import ALIAS
from data.drafts.candidate import REFERRING, Field
from data.drafts.cards import EDITABLE, Card, Change, propose_detail
from data.drafts.decisions import Verdict
from data.drafts.draft import NEW_ROW
from data.schema import vocabulary
from pages.views.desk import names, wording
from pages.views.desk.review_session import EDITING, SAID, ReviewSession, take

LONGEST = 300
"""Characters of a value or a reason."""

LISTS: Mapping[tuple[Field, str], type[StrEnum]] = {
    (Field.PLACE, "kind"): vocabulary.PlaceKind,
    (Field.FORM, "kind"): vocabulary.EventKind,
    (Field.ORGANISATION, "role"): vocabulary.OrganisationRole,
    (Field.ORGANISATION, "kind"): vocabulary.OrganisationKind,
    (Field.ORGANISATION, "family"): vocabulary.Family,
    (Field.PERSON, "role"): vocabulary.SpeakerRole,
    (Field.PERSON, "mode"): vocabulary.SpeakerMode,
    (Field.PARTICIPANTS, "bound"): vocabulary.CountBound,
    (Field.INSTRUMENT, "relation"): vocabulary.InstrumentRelation,
    (Field.INSTRUMENT, "kind"): vocabulary.InstrumentKind,
    (Field.OFFICE_COUNT, "status"): vocabulary.OfficeStatus,
    (Field.OFFICE_COUNT, "bound"): vocabulary.CountBound,
}
"""Details that have a closed list of values."""
REFER = {
    "organisation_row": "organisations",
    "parent": "organisations",
    "organisation_id": "organisations",
    "person_id": "people",
    "border": "borders",
}
"""Details that are rows of the record, with their table."""


def show_edit(session: ReviewSession, card: Card) -> None:
    """The form of a card; *Save* decides, *Cancel* leaves it as it was."""
    each, decision = card.candidate, card.decision
    before = decision.kept_detail if decision else {}
    value = (decision.kept_value if decision else "") or each.value
    form = find_form(card)
    with st.form("desk-edit"):
        st.text_input("Value", value, key=f"{form}-value", max_chars=400)
        if each.field in REFERRING:
            first = decision.kept_row if decision and decision.kept_row else _only(each.rows)
            ask_row(each.field, f"{form}-row", [row for row in each.rows if row], first)
            st.checkbox(
                "Keep the words as another spelling of this row", ALIAS in before, key=f"{form}-alias"
            )
        for name in EDITABLE[each.field]:
            if name != ALIAS:
                now = before.get(name) or propose_detail(each, name, value)
                ask_detail(each.field, name, f"{form}-{name}", now)
        st.text_input("Reason, if it needs one", key=f"{form}-reason", max_chars=LONGEST)
        with st.container(horizontal=True):
            st.form_submit_button("Save", type="primary", on_click=_save, args=(session, card))
            st.form_submit_button("Cancel", on_click=_cancel)


def find_form(card: Card) -> str:
    """Each card has fields of its own."""
    return f"desk-edit-{card.identity}"


def _only(rows: tuple[str, ...]) -> str:
    """The row where there is one, a new one where there is none, nothing where a person has to choose."""
    return (rows[0] or NEW_ROW) if len(rows) == 1 else "" if rows else NEW_ROW


def ask_row(field: Field, key: str, likely: list[str], first: str) -> None:
    """A list of all rows of the record of this field, those that may be meant first, and *a new row*."""
    known = names.read_names(names.TABLES[field])
    options = list(dict.fromkeys([*likely, NEW_ROW, *known]))
    st.selectbox(
        "Row of the record",
        options,
        index=options.index(first) if first in options else None,
        format_func=lambda row: wording.NEW_ROW if row == NEW_ROW else names.name_row(field, row),
        placeholder="Choose which one is meant",
        key=key,
    )


def ask_detail(field: Field, name: str, key: str, value: str) -> None:
    """A detail: from its closed list, from the rows of the record, or as text."""
    label = wording.DETAILS[wording.find_label(field, name)]
    if name in REFER:
        words = names.read_names(REFER[name])
    elif (field, name) in LISTS:
        words = {str(each): vocabulary.label(each) for each in LISTS[field, name]}
    else:
        st.text_input(label, value, key=key, max_chars=LONGEST)
        return
    options = list(dict.fromkeys(["", *([value] if value else []), *words]))
    st.selectbox(
        label,
        options,
        index=options.index(value),
        format_func=lambda each: words.get(each, each) or "not said",
        key=key,
    )


def read_details(field: Field, prefix: str) -> dict[str, str]:
    """The details that the widgets hold."""
    state, listed = st.session_state, [name for name in EDITABLE[field] if name != ALIAS]
    found = {name: str(state.get(f"{prefix}-{name}") or "").strip() for name in listed}
    return found | ({ALIAS: "1"} if state.get(f"{prefix}-alias") else {})


def _save(session: ReviewSession, card: Card) -> None:
    state, each, form = st.session_state, card.candidate, find_form(card)
    told = read_details(each.field, form)
    before = card.decision.kept_detail if card.decision else {}
    changed = {
        name: text
        for name, text in told.items()
        if text and (name in before or name in (ALIAS, "role") or text != propose_detail(each, name))
    }
    value = str(state[f"{form}-value"]).strip()
    row = str(state.get(f"{form}-row") or "")
    change = Change("" if value == each.value else value, row, changed)
    take(session, card, Verdict.EDITED, change, str(state[f"{form}-reason"]))


def _cancel() -> None:
    st.session_state[EDITING], st.session_state[SAID] = False, ""
