"""Recommendations in numbers: the sentence and the figures at the head of the page."""

from data.filters import CERTAINLY, POSSIBLY, Filters
from data.queries.recommendations import list as queries
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.recommendations.wording import count_words
from pages.views.session import reads
from pages.views.shell.faults import contain_html

COUNTED = "Counted from the rows below; the number beside each leads to the words of its source."
FOLLOWED = (
    "Where a source says what came of what was asked. Sources that only bear on the same theme are counted "
    "apart; the card of each recommendation lists both."
)


@reads.cache_per_build
def count_recommendations(filters: Filters, addressee: str) -> dict[str, int]:
    """The numbers of `queries.count_recommendations` by their names."""
    [row] = reads.read_records(queries.count_recommendations, filters, addressee)
    return row


def sentence(counts: dict[str, int], filters: Filters) -> str:
    """What the page shows, with its numbers."""
    if not counts["recommendations"]:
        return "No recommendation matches."
    said = [_who_asks(counts), _of_whom(counts), _what_came(counts)]
    if filters.has_dates:
        said.append(describe_range(counts[CERTAINLY], counts[POSSIBLY]))
    return " ".join(said)


def _who_asks(counts: dict[str, int]) -> str:
    asked = count_words(counts["recommendations"], "recommendation", "recommendations")
    bodies = count_words(counts["organisations"], "organisation", "organisations")
    people = count_words(counts["persons"], "person", "people")
    if not counts["organisations"]:
        return f"{asked} by {people}." if counts["persons"] else f"{asked}."
    them = "it" if counts["recommendations"] == 1 else "some of them"
    return f"{asked} by {bodies}{f'; {people} voiced {them}' if counts['persons'] else ''}."


def _of_whom(counts: dict[str, int]) -> str:
    named, every = counts["named"], counts["recommendations"]
    if not named:
        return "It does not say whom it asks." if every == 1 else "None says whom it asks."
    if named == every:
        return "It says whom it asks." if every == 1 else "Each says whom it asks."
    return f"{named:,} {'says whom it asks' if named == 1 else 'say whom they ask'}."


def _what_came(counts: dict[str, int]) -> str:
    followed, touched = counts["followed"], counts["touched"]
    it = "it" if counts["recommendations"] == 1 else "them"
    if not followed and not touched:
        return f"No source was found on what came of {it}."
    if counts["recommendations"] == 1:
        return "A source tells what came of it." if followed else "Sources were found on its theme only."
    said = (
        [f"for {followed:,} a source tells what came of {'it' if followed == 1 else 'them'}"]
        if followed
        else []
    )
    said += (
        [f"for {touched:,}{' more' * bool(followed)} sources were found on the theme only"] if touched else []
    )
    return f"{'; '.join(said).capitalize()}."


def describe_range(certainly: int, possibly: int) -> str:
    """How the dates of their events match the range of dates."""
    if certainly + possibly == 1:
        return f"Its event {'lies' if certainly else 'may lie'} in the range."
    if not possibly:
        return "All their events lie in the range."
    if not certainly:
        return "Their events lie only possibly in the range."
    return f"The events of {certainly:,} lie in the range, of {possibly:,} only possibly."


@contain_html
def draw_figures(counts: dict[str, int], notes: Footnotes) -> markup.Safe:
    """The headline figures."""
    number, bodies, people = (counts[name] for name in ("recommendations", "organisations", "persons"))
    shown = [
        (f"{number:,}", COUNTED, "recommendation" if number == 1 else "recommendations"),
        (f"{bodies:,}", COUNTED, "organisation asks" if bodies == 1 else "organisations ask"),
        (f"{people:,}", COUNTED, "person who asks" if people == 1 else "people who ask"),
        (
            f"{counts['named']:,} of {number:,}",
            COUNTED,
            "says whom it asks" if counts["named"] == 1 else "say whom they ask",
        ),
        (f"{counts['followed']:,} of {number:,}", FOLLOWED, "with a source on follow-up"),
        (f"{counts['touched']:,} of {number:,}", FOLLOWED, "with a source on the theme only"),
        (
            f"{counts['statements']:,}",
            COUNTED,
            "other statement" if counts["statements"] == 1 else "other statements",
        ),
    ]
    return markup.figures((markup.join((value, notes.mark_own(why))), words) for value, why, words in shown)
