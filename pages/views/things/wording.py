"""Words for things: what one may be in an event, and what stands over the lists of its page."""

from data.schema.vocabulary import InstrumentRelation, OrganisationRole, SpeakerRole, label

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
    "statements": ("Recommendations", "recommendations", {}),
}
"""Where rows of a table are listed that have no name: page, address, what it says."""
NO_YEAR = "year uncertain"
NO_MAP = {
    "outside": "No map: maps here are of Central Asia and Afghanistan, which leaves out {}.",
    "places": "No map: places have their position from GeoNames, and the record names no entry there for {}.",
    "areas": "No map: {} is a {}, and the record has positions of points alone.",
    "border_liaison_offices": "No map: the record has no position of this office.",
    "unnamed": "No map: no source names the place of this office.",
    "borders": "No map: the outlines drawn here do not have the {} border.",
    "events": "No map: the record has no place of this event with a position.",
}
"""Why the page of a thing has no map; the gap is its name, or the names of the cities of an event."""
PEOPLE = {"organisations": "Who spoke for it"}
PARTNERS = {"organisations": "Partners"}
SPOKE_THERE, TOOK_PART = "Who spoke at these events", "Organisations at these events"
COMPARE_WITH, COMPARE = "Compare with others", "Compare two or three side by side"
COUNTED = "Counted from the events of this record; each links to its sources."
MATCHED = "Counted from the events that match the filters; each links to its sources."


def capital(words: str) -> str:
    """The words with a capital letter first."""
    return words[:1].upper() + words[1:]
