"""The document at the left: its paragraphs, with a mark for each card."""

from collections.abc import Iterator

import streamlit as st

from data import documents
from data.documents import Document
from data.drafts.cards import Card
from data.drafts.decisions import Verdict
from pages.views.desk import wording
from pages.views.desk.review_session import ReviewSession, choose_card
from pages.views.html import markup
from pages.views.html.passages import Mark, draw_document, draw_paragraph
from pages.views.shell.controls import choices
from pages.views.shell.faults import contain

MOST = 60_000
"""Characters that are shown at once, around the card in hand."""
COLOURS = {Verdict.REJECTED: "rejected", Verdict.LATER: "later"}
FOLLOW = st.components.v2.component(
    "follow_mark",
    js="""
export default function ({ data }) {
  const mark = document.querySelector(`.document [data-choice="${CSS.escape(data)}"]`);
  const box = mark?.closest(".document");
  if (!box || box.dataset.followed === data) return;
  box.dataset.followed = data;
  const place = mark.getBoundingClientRect(), frame = box.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom)
    box.scrollTop += place.top - frame.top - box.clientHeight / 3;
}
""",
)


@contain
def show_document(session: ReviewSession) -> None:
    """The document in a box of its own that scrolls to the card in hand."""
    document, current = session.document, session.current
    first, last = find_window(document, current.candidate.paragraph if current else 1)
    marks: dict[int, list[Mark]] = {}
    for card in sorted(session.review.cards, key=lambda card: card != current):
        for paragraph, mark in _marks(document, card, card == current):
            marks.setdefault(paragraph, []).append(mark)
    lines = [
        draw_paragraph(number, _cut(document.printed[number - 1]), marks.get(number, ()))
        for number in range(first, last + 1)
    ]
    total = len(document.printed)
    if (first, last) != (1, total):
        markup.show(markup.tag("p", wording.PART.format(first=first, last=last, total=total), "small"))
    markup.show(draw_document("Document", lines))
    if current:
        FOLLOW(key="follow", data=current.identity)


def find_window(document: Document, center: int) -> tuple[int, int]:
    """The first and last paragraph that are shown: as many before and after the center as fit."""
    total = len(document.printed)
    first = last = center = min(max(center, 1), total)
    size = len(document.printed[first - 1])
    while first > 1 or last < total:
        is_before = first > 1 and (last == total or center - first <= last - center)
        size += len(document.printed[first - 2 if is_before else last])
        if size > MOST:
            break
        first, last = (first - 1, last) if is_before else (first, last + 1)
    return first, last


def _cut(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def _marks(document: Document, card: Card, is_current: bool) -> Iterator[tuple[int, Mark]]:
    """The value of a card in the document; its anchor, where the value is longer than that."""
    each = card.candidate
    found = documents.find_places(document, each.anchor, None, None)
    places = [(each.paragraph, each.start, each.end), *found]
    number, start, end = next((place for place in places if place[1] < place[2] <= MOST), (1, 0, 0))
    state = "" if card.decision is None else COLOURS.get(card.decision.verdict, "kept")
    kind = " ".join(filter(None, ("mark", str(each.field), state, "current" if is_current else "")))
    hint = f"Card {card.number}: {wording.FIELDS[each.field]}"
    yield number, Mark(start, end, card.identity, hint, kind)


def listen() -> None:
    """Take a card into the hand whose mark, or name in a list, is pressed."""
    choices.listen(choose_card)
