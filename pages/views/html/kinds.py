"""What one row of a kind is called, and many."""

from data.links import THINGS

OFFICES = "border_liaison_offices"
ONE = {**THINGS, OFFICES: "Border Liaison Office"}
"""By table what one of its rows is called within a sentence."""
MANY = {
    "events": "Events",
    "organisations": "Organisations",
    "people": "People",
    "places": "Places",
    "countries": "Countries",
    "borders": "Borders",
    OFFICES: "Border Liaison Offices",
    "instruments": "Instruments",
    "themes": "Themes",
    "recommendations": "Recommendations",
    "statements": "Statements",
    "sources": "Sources",
    "notes": "Notes",
}
"""What many are called over a list; notes stand on rows of any table."""
COUNTED_AS = {table: words if table == OFFICES else words.lower() for table, words in MANY.items()}
"""What many are called within a sentence."""


def count_rows(table: str, number: int) -> str:
    """`1 person`, `228 people`."""
    return f"{number:,} {ONE[table] if number == 1 else COUNTED_AS[table]}"
