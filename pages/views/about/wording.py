"""The words of the page About: whole sentences with named gaps."""

SENTENCE = "What this record is, how it was made, how to cite it, what it lacks, and what its words mean."
UNFILTERED = "Nothing on this page depends on the filters."
COUNTED = "Counted from the whole record."
WHAT = (
    "Chegara records who met on security and border cooperation in Central Asia, when, where, and on what; "
    "which border liaison offices there are on which border; and what was asked of whom, with what came of "
    "it. This release holds {events}, from {sources} by {publishers}."
)
WHOM = (
    "Analysts, officers and researchers who have to say what happened and who says so. Whoever is new to the "
    "field finds its words and acronyms explained below."
)
MADE = (
    "Published pages and documents were read, most of them as stored copies and in excerpt, and what they "
    "state was entered row by row in words of our own. Each row names its source; values lead to at most "
    "eight words by which they can be found on its page.",
    "Where sources differ all values stay, and one is preferred by a written rule and for a stated reason. "
    "What no source prints but follows from what is printed is marked as inferred, with the reason.",
    "At each build every row is checked, by itself and against all others. One fault stops the build, and "
    "the last good one stays.",
)
LACKS = (
    "What was not read is not here, and its absence proves nothing: a month without events may be a month "
    "that was not read. The foot of the Timeline shows what was read, month by month.",
    "Most pages were read in excerpt; what stands further down them may be missing.",
    "Numbers count what was found in sources, not all that took place. Organisations that publish much are "
    "seen more often than those that do not.",
    "People are named in public offices only, and without contact details.",
)
CONTACT = "An error, a missing event, a better source? Report it here: {address}. {copy}"
NO_CONTACT = (
    "An error, a missing event, a better source? Tell those who run this dashboard: they have not named an "
    "address for reports (the setting CHEGARA_CONTACT). {copy}"
)
COPY = "“Copy link”, at the head of every page, gives the address of what you see."
CITE = "{release}: the view or the table, its filters, and the source of each value."
CITE_VALUE = (
    "Click the small number beside it. The note at the foot of the page gives the source as plain text, "
    "RIS and CSL-JSON."
)
ACRONYMS = "Acronyms of organisations ({number})"
