"""A draft as it stands under review: its document, what was decided, and what decisions added to it."""

from dataclasses import dataclass, replace

from data.documents import Document
from data.drafts.additions import list_added
from data.drafts.cards import Card, list_cards
from data.drafts.decisions import Decision, list_decisions
from data.drafts.draft import Draft, DraftError, read_draft, read_text
from data.drafts.folders import Desk
from data.drafts.metadata import fill_metadata


@dataclass(frozen=True, slots=True)
class Review:
    draft: Draft
    """With the candidates that were added by hand, its source and event as decided."""
    decisions: dict[str, Decision]

    @property
    def cards(self) -> list[Card]:
        return list_cards(self.draft, self.decisions)


def open_review(desk: Desk, name: str) -> Review:
    """The review of a draft; DraftError where there is none or its files are damaged."""
    return review_draft(desk, read_draft(desk.drafts, name))


def review_draft(desk: Desk, draft: Draft) -> Review:
    """A draft with what was decided on it; DraftError where a decision is damaged."""
    try:
        decisions = list_decisions(desk.decisions, draft.text_sha256)
        whole = replace(draft, candidates=(*draft.candidates, *list_added(decisions)))
    except (KeyError, ValueError) as error:
        raise DraftError(f"{desk.decisions}: a decision on {draft.name} is damaged: {error}") from error
    return Review(fill_metadata(whole, decisions), decisions)


def read_document(desk: Desk, name: str) -> Document:
    """The document of a draft, paragraph by paragraph."""
    return read_text(desk.drafts, name)
