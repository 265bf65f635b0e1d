"""The words of the search: what kinds and places of words are called, and whole sentences."""

KINDS = {
    "events": "Events",
    "organisations": "Organisations",
    "people": "People",
    "places": "Places",
    "countries": "Countries",
    "borders": "Borders",
    "border_liaison_offices": "Border Liaison Offices",
    "instruments": "Instruments",
    "themes": "Themes",
    "recommendations": "Recommendations",
    "statements": "Statements",
    "sources": "Sources",
    "notes": "Notes",
}
ORDERS = dict.fromkeys(KINDS, "most events first") | dict.fromkeys(
    ("events", "recommendations", "statements"), "newest first"
)
ORDERS["notes"] = "by what they are on"
FIELDS = {
    "title": "title",
    "form": "form",
    "name": "name",
    "full_name": "full name",
    "name_russian": "name in Russian",
    "name_cyrillic": "name in Cyrillic",
    "alias": "other spelling",
    "id": "code",
    "border_id": "border",
    "text": "text",
    "addressee": "addressee",
    "about": "account of what it reports",
    "publisher": "publisher",
    "kind": "kind",
    "note": "note",
}
"""Column, or `alias`, in words."""
LINKED = {
    "organisations": "organisation",
    "people": "person",
    "places": "place",
    "countries": "country",
    "borders": "border",
    "instruments": "instrument",
}
OFFICE = "Border Liaison Office (BLO)"
"""What every office is found by."""
BEGIN = (
    "Search events, organisations, people, places, offices, instruments, recommendations, statements, "
    "sources and notes, in any spelling or script; accents are not needed."
)
FOUND = "{results} for “{words}”. Every word has to be there, or the beginning of one."
NOTHING = "Nothing in the record has “{words}”. Fewer words, or only the beginning of one, may find more."
SAME = "Found in the whole record of this build, whatever the filters; each result leads to its sources."
SILENT = "Of the filters only the search bears on this page; the others are left out of account here."
EXAMPLES = ("ОБСЕ", "Office on Drugs", "Turkiye")
