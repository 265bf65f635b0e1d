"""Words for things: what one and many of a kind are called, and what one may be in an event."""

from data.links import THINGS
from data.schema.vocabulary import InstrumentRelation, OrganisationRole, SpeakerRole, label

ONE = {**THINGS, "border_liaison_offices": "Border Liaison Office"}
MANY = {
    "events": "Events",
    "recommendations": "Recommendations",
    "organisations": "Organisations",
    "people": "People",
    "places": "Places",
    "countries": "Countries",
    "borders": "Borders",
    "border_liaison_offices": "Border Liaison Offices",
    "instruments": "Instruments",
    "themes": "Themes",
    "sources": "Sources",
}
ROLES = {
    **{str(role): label(role).capitalize() for role in OrganisationRole},
    **{str(role): label(role).capitalize() for role in SpeakerRole},
    **{str(relation): label(relation).capitalize() for relation in InstrumentRelation},
    "spoken_for": "Sent speakers",
    "represented": "Otherwise represented",
    "opening": "Opening",
    "held_there": "Held there",
    "classified": "As classified",
    "said_there": "By what was said",
    "reported": "Reported",
}
"""What a thing may be in an event, in the order of columns."""
LISTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "events": ("Timeline", "timeline", {}),
    "recommendations": ("Recommendations", "recommendations", {}),
}
"""Where rows of a table are listed that have no name: page, address, what it says."""
NO_YEAR = "year uncertain"
COUNTED_AS = {table: words.lower() for table, words in MANY.items()}
COUNTED_AS["border_liaison_offices"] = MANY["border_liaison_offices"]
"""What many are called within a sentence."""
PEOPLE = {"organisations": "Who spoke for it"}
PARTNERS = {"organisations": "Partners"}
SPOKE_THERE, TOOK_PART = "Who spoke at these events", "Organisations at these events"
COMPARE_WITH, COMPARE = "Compare with others", "Compare two or three side by side"
COUNTED = "Counted from the events of this record; each links to its sources."
MATCHED = "Counted from the events that match the filters; each links to its sources."


def capital(words: str) -> str:
    """The words with a capital letter first."""
    return words[:1].upper() + words[1:]


def count_words(table: str, number: int) -> str:
    """`1 person`, `228 people`."""
    return f"{number:,} {ONE[table] if number == 1 else COUNTED_AS[table]}"
