"""The sentences of an embedded picture or card."""

STALE = "This part of the address is not known here and was left out: {values}."
NO_PICTURE = "There is no picture of this name on this page. Its pictures are: {names}."
NOTHING = (
    "This page has no picture to show by itself. Add embed=1 to the address of a timeline, network, map or "
    "record."
)
NO_MATCH = "Nothing in the record matches these filters: {filters}."
OPEN = "Open in Chegara"
