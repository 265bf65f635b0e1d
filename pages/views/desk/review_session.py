"""The draft in hand: which one, which group of its cards, which card; and what is decided on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.documents import Document
from data.drafts import cards as drafted
from data.drafts import decisions as kept
from data.drafts.candidate import REFERRING, Candidate, Field
from data.drafts.cards import UNCHANGED, Card, Change, DecisionError
from data.drafts.decisions import Decision, Verdict
from data.drafts.draft import DraftError, list_drafts
from data.drafts.folders import Desk, open_page
from data.drafts.review import Review, open_review, read_document
from pages.views.desk.wording import GROUPS
from pages.views.html import labels
from pages.views.shell.filters import address

DRAFT, CARD, GROUP, EDITING, SAID, WHO = (
    "draft",
    "desk-card",
    "desk-group",
    "desk-editing",
    "desk-said",
    "desk-who",
)
BY_FIELD = {
    Field.ORGANISATION: "organisations",
    Field.PERSON: "people",
    Field.PARTICIPANTS: "numbers",
    Field.OFFICE_COUNT: "numbers",
    Field.INSTRUMENT: "more",
    Field.RECOMMENDATION: "more",
}


@dataclass(frozen=True, slots=True)
class ReviewSession:
    desk: Desk
    name: str
    review: Review
    document: Document
    group: str
    current: Card | None

    def list_group(self, group: str) -> list[Card]:
        return [card for card in self.review.cards if find_group(card.candidate) == group]


def find_group(candidate: Candidate) -> str:
    """Under which heading a candidate is shown; a row that the record lacks has a heading of its own."""
    if candidate.field in REFERRING and not any(candidate.rows):
        return "new"
    return BY_FIELD.get(candidate.field, "event")


def is_waiting(card: Card) -> bool:
    return card.decision is None or card.decision.verdict is Verdict.LATER


def list_names() -> list[str]:
    """The drafts of this desk."""
    return list_drafts(open_page().drafts)


def open_session(names: list[str]) -> ReviewSession:
    """The draft that the address names, else the first; a damaged one ends the run with the reason."""
    desk, name = open_page(), address.read_selection(DRAFT, names) or names[0]
    address.select(DRAFT, name)  # it stays in hand when others come first
    try:
        review, document = open_review(desk, name), read_document(desk, name)
    except (DraftError, OSError, ValueError) as error:
        st.error(labels.escape_markdown(str(error)))
        st.stop()
    group, current = _choose(review)
    return ReviewSession(desk, name, review, document, group, current)


def _choose(review: Review) -> tuple[str, Card | None]:
    """The card that was chosen; else the first that waits in the group that was chosen, else of all."""
    cards = review.cards
    chosen = next((card for card in cards if card.identity == st.session_state.get(CARD)), None)
    if chosen:
        return find_group(chosen.candidate), chosen
    groups = list(dict.fromkeys(find_group(card.candidate) for card in _in_order(cards)))
    waiting = [card for card in _in_order(cards) if is_waiting(card)]
    wanted = st.session_state.get(GROUP)
    group = wanted if wanted in groups else find_group((waiting or cards)[0].candidate) if cards else "event"
    own = [card for card in cards if find_group(card.candidate) == group]
    return group, next(filter(is_waiting, own), own[0] if own else None)


def _in_order(cards: list[Card]) -> list[Card]:
    """Group by group, as they are shown."""
    return sorted(cards, key=lambda card: list(GROUPS).index(find_group(card.candidate)))


def choose_card(identity: str | None, group: str = "") -> None:
    """Take a card into the hand; without one, the first that waits in the group."""
    st.session_state[CARD], st.session_state[EDITING], st.session_state[SAID] = identity, False, ""
    st.session_state[GROUP] = group or None


def turn(session: ReviewSession, step: int) -> None:
    """The next card, or the one before, whatever was decided on it."""
    cards = _in_order(session.review.cards)
    if session.current:
        choose_card(cards[(cards.index(session.current) + step) % len(cards)].identity)


def take(
    session: ReviewSession, card: Card, verdict: Verdict, change: Change = UNCHANGED, reason: str = ""
) -> None:
    """Decide on a card, then go on to the next one that waits; what cannot be decided is said."""

    def decide() -> Decision:
        return drafted.decide_card(session.review.draft, card, verdict, change)

    if append(session, decide, reason):
        _go_on(session, card)


def take_certain(session: ReviewSession, cards: list[Card]) -> None:
    """Accept several cards, all of them in sight."""
    draft = session.review.draft
    made = [drafted.decide_card(draft, card, Verdict.ACCEPTED) for card in cards]
    kept.append_decisions(session.desk.decisions, *(_sign(each, "certain") for each in made))
    choose_card(None)


def append(session: ReviewSession, make: Callable[[], Decision], reason: str = "") -> bool:
    """Keep the decision that `make` returns; False, and its sentence is said, where there is none."""
    try:
        kept.append_decisions(session.desk.decisions, _sign(make(), reason))
    except DecisionError as error:
        st.session_state[SAID] = str(error)
        return False
    st.session_state[SAID] = ""
    return True


def undo(session: ReviewSession) -> None:
    """Take the last decision on this draft back, and its card into the hand."""
    last = kept.find_last(session.desk.decisions, session.review.draft.text_sha256)
    if last:
        append(session, lambda: kept.undo_decision(last))
        choose_card(last.candidate if last.field in list(Field) else None)


def _go_on(session: ReviewSession, done: Card) -> None:
    cards = _in_order(session.review.cards)
    place = cards.index(done)
    waiting = [card for card in cards[place + 1 :] + cards[:place] if is_waiting(card)]
    choose_card(waiting[0].identity if waiting else done.identity)


def _sign(decision: Decision, reason: str) -> Decision:
    day = date.today().isoformat()  # noqa: DTZ011 - the curator's own day
    return drafted.sign_decision(decision, st.session_state.get(WHO, ""), day, reason)
