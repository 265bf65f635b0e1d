"""The words of the page Brief: whole sentences with named gaps."""

SENTENCE = (
    "Every sentence of a brief has a footnote with the words of its source. Choose what it is made of and "
    "how long it is, make it, look at it, and save it."
)
ORIGINS = {
    "filters": "What the filters match",
    "thing": "What has to do with {name}",
    "basket": "The basket ({number})",
}
LENGTHS = {"1": "One page", "2": "Two pages", "5": "Five pages", "whole": "Everything"}
ORDERS = {"year": "By year", "theme": "By theme"}
BASKET = "Every row of the basket is given, however many pages it takes; a shorter length says less of each."
SHORT = "The list of sources fits briefs of five pages or more. Footnotes name every source at any length."
LISTED = (
    "The list of sources takes about a page. Footnotes name every source too: without the list there is room "
    "for twice as many events."
)
NOTHING = "Nothing is made yet. Press “Make the brief”."
CHANGED = "What the brief is made of has changed since. Press “Make the brief” again."
EMPTY = (
    "The basket is empty. Open a card on any page, or the page of an organisation, person, border or other "
    "thing, and press “Add to basket”. Your browser keeps the basket, not this server."
)
LEAD = "In the order of the brief. Your browser keeps the basket, not this server."
GONE = "not in this release"
SHARED = "This link brings a basket of {entries}{title}. Your own stays as it is until you choose."
UNREAD = "The basket in this link could not be read: {why}."
UNFIT = "The file could not be read: {why}."
TOO_LONG = "The basket is too long for a link. Save it as a file and send that."
