"""What the desk says: whole sentences with named gaps."""

from data.drafts.candidate import Field
from data.drafts.decisions import Verdict

TITLE = "Desk"
QUEUE = (
    "{drafts} at hand, {waiting} with cards to decide. Decisions are kept at once;"
    " checking and merging are the command line's."
)
EMPTY = "No document is drafted yet. On the command line, draft a saved page, then reload this one:"
CLOSED = "The desk is closed. It is open only where the dashboard was started with make desk."
OUTSIDE = (
    "The desk is open only on the machine that it runs on, under localhost: the dashboard knows no users."
)
NO_FILTERS = "The filters at the left do not bear on the desk."
CUT = (
    "A merge was cut short, and the record may hold half of it."
    " Merge again on the command line: it takes the half back first."
)
GROUPS = {
    "event": "When and where",
    "organisations": "Organisations",
    "people": "People",
    "new": "New rows",
    "numbers": "Numbers",
    "more": "Instruments and requests",
}
FIELDS = {
    Field.DATE: "Date",
    Field.PLACE: "Place",
    Field.MODE: "In person or online",
    Field.FORM: "Form of event",
    Field.ORGANISATION: "Organisation",
    Field.PERSON: "Person",
    Field.PARTICIPANTS: "Participants",
    Field.INSTRUMENT: "Instrument",
    Field.RECOMMENDATION: "Recommendation",
    Field.OFFICE_COUNT: "Offices on a border",
}
STATES = {
    Verdict.ACCEPTED: "accepted",
    Verdict.EDITED: "accepted with changes",
    Verdict.REJECTED: "rejected",
    Verdict.LATER: "later",
    Verdict.ADDED: "added by hand",
}
WAITS = "to decide"
REJECTED = "rejected: {reason}"
REASON = "Why it is rejected"
REASON_HINT = "Reason for rejecting, if you give one: choose or type, then Reject"
DETAILS = {
    "end": "Last day",
    "country": "Country",
    "kind": "Kind",
    "role": "Part in the event",
    "id": "New id",
    "name": "Short name",
    "person_name": "Name in Latin letters",
    "full_name": "Full name",
    "family": "Family",
    "parent": "Part of",
    "office": "Office held",
    "organisation": "Organisation as printed",
    "organisation_row": "Organisation of the record",
    "mode": "How present",
    "bound": "Exact, over, about…",
    "unit": "What is counted",
    "relation": "How the event stands to it",
    "to": "To whom",
    "organisation_id": "By which organisation",
    "person_id": "By which person",
    "border": "Border",
    "scope": "What the number covers",
    "status": "Status of the offices",
    "as_of": "As of",
    "by": "Asked by",
}
CELLS = {
    "id": "Id of the source",
    "publisher": "Publisher",
    "originator": "Who wrote it, as an id",
    "about": "What it reports, in our own words",
    "language": "Language (two letters)",
    "published_on": "Published on (YYYY-MM-DD)",
    "url": "Address",
    "kind": "Kind",
    "url_status": "Address was",
    "extent": "What was read",
    "read_on": "Read on (YYYY-MM-DD)",
    "note": "Note",
    "title": "Title, in our own words",
    "themes": "Themes",
    "confidence": "Confidence",
}
CARD = "Card {number} of {total}: {field}"
NEW_ROW = "a new row"
MAY_BE = "Several may be meant. Choose one, or another row of the record by Edit:"
GUESS = "Not said, but likely: {role}. {why}"
GUESS_ASKED = "Choose its part in the event:"
NEW = "The record has no such row: accepting makes a new one. Or it is one of these, under another spelling:"
NEEDS_WORDS = "It needs words of our own: edit it."
FROM_PUBLISHER = "the publisher, if empty"
ALL_DECIDED = "All cards are decided. Fill in source and event below, then check."
NO_CARDS = "No card is left here."
WORDS_ONCE = "These words stand once, in ¶ {paragraph}: “…{before}{anchor}{after}…”"
PART = "¶ {first} to {last} of {total} are shown, around the card in hand."
LIKE = "Perhaps this is an event that the record has: {event}. Say which before the check."
KNOWN_SOURCE = (
    "This draft adds facts to a source that the record has: {source}. The record holds no digest of its"
    " document yet: with the merge, this text becomes its document, and what the record says by it has to"
    " stand in this text, too. Where the page has changed since, give the source another id."
)
SAME_EVENT = "This draft adds what its source says to an event that the record has: {event}."
MISSING = "Before it can be checked, fill in: {missing}."
UNCHECKED = "This draft was not checked yet."
STALE = "Decisions were taken since this check: check again."
PASSED = "The check holds. It can be merged."
MERGED = "This draft is merged. Look at the diff and commit it; make store brings it to the dashboard."
WAITING = "Cards that wait add nothing: {count}."
COMMANDS = "On the command line, in this order:"


def find_label(field: Field, name: str) -> str:
    """The key of DETAILS: the name of a person is no short one."""
    return f"{field}_{name}" if field is Field.PERSON and name == "name" else name
