"""The card in hand: what is proposed, its words and why; the buttons that decide on it, each with a key."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from data.drafts.acceptance import ALIAS, list_certain
from data.drafts.candidate import PERHAPS, PERHAPS_WHY, REFERRING, Candidate
from data.drafts.cards import EDITABLE, Card, Change, explain_inference, propose_detail
from data.drafts.decisions import REJECTIONS, Verdict
from data.drafts.draft import NEW_ROW
from pages.views.desk import names, wording
from pages.views.desk.edit import LONGEST, show_edit
from pages.views.desk.review_session import (
    EDITING,
    SAID,
    ReviewSession,
    find_group,
    is_waiting,
    take,
    take_certain,
    turn,
    undo,
)
from pages.views.html import labels, markup
from pages.views.html.markup import Safe
from pages.views.shell.faults import contain

ALSO = ("unit", "by")
"""Details that cannot be edited and that a person needs."""
TURN = (("‹ Previous", "P", -1), ("Next ›", "N", 1))


@contain
def show_card(session: ReviewSession) -> None:
    """The card in hand with its buttons, and what was wrong with the last one pressed."""
    card = session.current
    if card is None:
        markup.show(markup.tag("p", wording.NO_CARDS, "sentence"))
        _show_steps(session)
        return
    if not any(map(is_waiting, session.review.cards)):
        markup.show(markup.tag("p", wording.ALL_DECIDED, "sentence"))
    markup.show(_draw_card(card, len(session.review.cards)))
    if said := st.session_state.get(SAID):
        st.warning(labels.escape_markdown(said))
    if st.session_state.get(EDITING):
        show_edit(session, card)
        return
    _show_choices(session, card)
    _show_verdicts(session, card)
    if not card.is_added:
        _ask_reason(card)
    _show_steps(session)


def _draw_card(card: Card, total: int) -> Safe:
    each = card.candidate
    head = wording.CARD.format(number=card.number, total=total, field=wording.FIELDS[each.field])
    state = wording.STATES[card.decision.verdict] if card.decision else wording.WAITS
    parts = (
        markup.tag("div", markup.join((head, " · ", markup.tag("b", state))), "small"),
        markup.tag("div", _kept_value(card) or wording.NEEDS_WORDS, "cardtitle"),
        markup.fact_table([fact for fact in _facts(card) if fact[1]]),
    )
    return markup.tag("div", markup.join(parts), f"deskcard {each.field}")


def _kept_value(card: Card) -> str:
    return (card.decision.kept_value if card.decision else "") or card.candidate.value


def _facts(card: Card) -> Iterator[tuple[str, object]]:
    each, decision = card.candidate, card.decision
    if each.field in REFERRING:
        yield "In the record", _name_rows(card)
    kept = decision.kept_detail if decision else {}
    for name in (*EDITABLE[each.field], *ALSO):
        if name != ALIAS:
            text = kept.get(name) or propose_detail(each, name, _kept_value(card))
            yield wording.DETAILS[wording.find_label(each.field, name)], text
    if ALIAS in kept:
        yield "Spelling", "The words are kept as another spelling of this row."
    yield "Words", markup.join((f"¶ {each.paragraph} ", markup.tag("q", each.anchor)))
    yield "Proposed by", each.why
    yield "Inferred", explain_inference(each)
    yield "Reason", decision.reason if decision else ""


def _name_rows(card: Card) -> str:
    decision, each = card.decision, card.candidate
    chosen = (decision.kept_row,) if decision and decision.kept_row else each.rows
    listed = [
        names.name_row(each.field, row) if row not in ("", NEW_ROW) else wording.NEW_ROW for row in chosen
    ]
    return " or ".join(listed) or wording.NEW_ROW


def _show_choices(session: ReviewSession, card: Card) -> None:
    """What may be meant, one button each: keys 1, 2, 3."""
    each = card.candidate
    options = list(list_options(each))
    if card.is_added or not options:
        return
    words = wording.NEW if not any(each.rows) else wording.MAY_BE
    if PERHAPS in each.detail:
        guess = wording.GUESS.format(role=each.detail[PERHAPS], why=each.detail[PERHAPS_WHY])
        words = f"{guess} {wording.GUESS_ASKED}"
    markup.show(markup.tag("p", words, "sentence"))
    with st.container(key="desk-choices", gap="small"):
        for number, (label, change) in enumerate(options, start=1):
            st.button(
                labels.escape_markdown(label),
                key=f"desk-choice-{number}",
                shortcut=str(number),
                width="stretch",
                on_click=partial(take, session, card, Verdict.EDITED, change),
            )


def list_options(each: Candidate) -> Iterator[tuple[str, Change]]:
    """What may be meant, with the change that says so; none where one row is known."""
    if len(each.rows) > 1:
        for row in each.rows:
            words = names.name_row(each.field, row) if row else wording.NEW_ROW
            yield words, Change(row=row or NEW_ROW, detail=_guessed(each))
    elif PERHAPS in each.detail:
        for role in (each.detail["role"], each.detail[PERHAPS]):
            yield role, Change(detail={"role": role})
    elif each.field in REFERRING and not any(each.rows):
        for row in names.find_nearest(names.TABLES[each.field], each.value):
            yield f"It is {names.name_row(each.field, row)}", Change(row=row, detail={ALIAS: "1"})


def _guessed(each: Candidate) -> dict[str, str]:
    """Where rows are to be chosen, the part that is printed is taken, not the guess."""
    return {"role": each.detail["role"]} if PERHAPS in each.detail else {}


def _show_verdicts(session: ReviewSession, card: Card) -> None:
    each = card.candidate
    is_new = each.field in REFERRING and not any(each.rows)
    act = partial(take, session, card)
    buttons = (
        (
            "New row" if is_new else "Accept",
            "A",
            partial(act, Verdict.ACCEPTED),
            each.is_open or not each.value,
        ),
        ("Edit", "E", _begin_edit, False),
        ("Reject", "X", partial(_reject, session, card), False),
        ("Later", "L", partial(act, Verdict.LATER), False),
    )
    with st.container(horizontal=True, key="desk-verdicts", gap="small"):
        for label, key, act_on, is_off in buttons:
            is_first = key == "A"
            st.button(
                label,
                key=f"desk-{key}",
                shortcut=key,
                type="primary" if is_first else "secondary",
                disabled=is_off or card.is_added,
                on_click=act_on,
            )


def _ask_reason(card: Card) -> None:
    """Why it is rejected, where that is worth keeping; chosen before *Reject* is pressed."""
    st.selectbox(
        wording.REASON,
        REJECTIONS,
        index=None,
        placeholder=wording.REASON_HINT,
        accept_new_options=True,
        label_visibility="collapsed",
        key=f"desk-reason-{card.identity}",
    )


def _reject(session: ReviewSession, card: Card) -> None:
    reason = st.session_state.get(f"desk-reason-{card.identity}") or ""
    take(session, card, Verdict.REJECTED, reason=reason[:LONGEST])


def _begin_edit() -> None:
    st.session_state[EDITING], st.session_state[SAID] = True, ""


def _show_steps(session: ReviewSession) -> None:
    """Undo, the cards before and after, and all that are certain of the group in sight."""
    own = [each for each in session.list_group(session.group) if is_waiting(each)]
    sure = list_certain(session.review.draft, session.review.decisions)
    certain = [each for each in own if each.candidate in sure]
    with st.container(horizontal=True, key="desk-steps", gap="small"):
        for label, key, step in TURN:
            st.button(
                label, key=f"desk-{key}", shortcut=key, type="tertiary", on_click=turn, args=(session, step)
            )
        st.button(
            "Undo the last decision",
            key="desk-U",
            shortcut="U",
            type="tertiary",
            on_click=undo,
            args=(session,),
            disabled=not session.review.decisions,
        )
        if len(certain) > 1:
            st.button(
                f"Accept the {len(certain)} certain ones of this list",
                key="desk-S",
                shortcut="S",
                on_click=take_certain,
                args=(session, certain),
            )


@contain
def show_list(session: ReviewSession) -> None:
    """The cards of the group in hand, each with what was decided; a press takes one into the hand."""
    lines = [_draw_line(card, card == session.current) for card in session.list_group(session.group)]
    markup.show(markup.tag("div", markup.join(lines), "desklist"))


def _draw_line(card: Card, is_current: bool) -> Safe:
    each, decision = card.candidate, card.decision
    state = wording.STATES[decision.verdict] if decision else wording.WAITS
    if decision and decision.verdict is Verdict.REJECTED and decision.reason:
        state = wording.REJECTED.format(reason=decision.reason)
    role = (decision.kept_detail if decision else {}).get("role") or each.detail.get("role", "")
    words = f"{_kept_value(card) or each.anchor}{f', {role}' if role else ''}"
    body = markup.join((markup.tag("b", card.number), markup.tag("span", words), markup.tag("i", state)))
    hint = f"Card {card.number}: {wording.FIELDS[each.field]}, {words}, {state}"
    return markup.choice_button(body, card.identity, hint, is_on=is_current, kind=f"line {each.field}")


def count_groups(session: ReviewSession) -> dict[str, str]:
    """The groups that have cards, each with how many of them wait."""
    found: dict[str, list[Card]] = {}
    for card in session.review.cards:
        found.setdefault(find_group(card.candidate), []).append(card)
    counts = {group: sum(map(is_waiting, own)) for group, own in found.items()}
    return {
        group: f"{words} ({counts[group]})" if counts[group] else f"{words} ✓"
        for group, words in wording.GROUPS.items()
        if group in counts
    }
