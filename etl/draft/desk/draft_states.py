"""Whether a draft is there, waits for decisions, or stands in the record already."""

from data.drafts.acceptance import list_undecided
from data.drafts.draft import Draft, DraftError, read_draft
from data.drafts.folders import Desk
from data.drafts.review import Review, open_review
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.reporting.errors import UsageError


def open_draft(desk: Desk, name: str) -> Draft:
    """A draft by its name; UsageError where there is none or its files are damaged."""
    try:
        return read_draft(desk.drafts, name)
    except DraftError as error:
        raise UsageError(str(error)) from error


def review(desk: Desk, name: str) -> Review:
    """A draft with what was decided on it; UsageError where there is none or its files are damaged."""
    try:
        return open_review(desk, name)
    except DraftError as error:
        raise UsageError(str(error)) from error


def refuse_merged(draft: Draft, record: CuratedRows) -> None:
    """UsageError where the document of a draft is that of a source: what it adds was merged."""
    if source := record.find_source(draft.text_sha256):
        raise UsageError(f"{draft.name}: is merged already, its document is that of source {source}")


def describe_state(desk: Desk, draft: Draft, record: CuratedRows) -> str:
    """*merged*, *decided*, or how many candidates wait."""
    if record.find_source(draft.text_sha256):
        return "merged"
    found = review(desk, draft.name)
    waiting = len(list_undecided(found.draft, found.decisions))
    return f"{waiting} to decide" if waiting else "decided"
