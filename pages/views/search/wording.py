"""The words of the search: where words stand, and whole sentences."""

from pages.views.html.kinds import MANY

ORDERS = dict.fromkeys(MANY, "most events first") | dict.fromkeys(
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
BEGIN = (
    "Search events, organisations, people, places, offices, instruments, recommendations, statements, "
    "sources and notes, in any spelling or script; accents are not needed."
)
BOX, EXAMPLE = "Search the whole record", "Title, person, place, words of a recommendation…"
DOWNLOAD = "Download results"
FOUND = "{results} for “{words}”. Every word has to be there, or the beginning of one."
NOTHING = "Nothing in the record has “{words}”. Fewer words, or only the beginning of one, may find more."
SAME = "Found in the whole record of this build, whatever the filters; each result leads to its sources."
EXAMPLES = ("ОБСЕ", "Office on Drugs", "Turkiye")
