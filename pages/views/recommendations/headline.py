"""Recommendations in numbers: the sentence and the figures at the head of the page."""

from data.filters import CERTAINLY, POSSIBLY, Filters, match_words
from data.queries import recommendations as queries
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.recommendations.wording import count_words
from pages.views.session import reads
from pages.views.shell.faults import contain_html

COUNTED = "Counted from the rows below; the number beside each leads to the words of its source."


@reads.cache_per_build
def count_recommendations(filters: Filters) -> dict[str, int]:
    """The numbers of `queries.count_recommendations` by their names."""
    [row] = reads.read_records(queries.count_recommendations, filters)
    return row


def sentence(counts: dict[str, int], filters: Filters) -> str:
    """What the page shows, with its numbers."""
    if not counts["recommendations"]:
        return "No recommendation matches."
    people, followed = counts["persons"], counts["followed"]
    spoken = f", in part voiced by {count_words(people, 'person', 'persons')}," if people else ""
    match = match_words(counts[CERTAINLY], counts[POSSIBLY]) if filters.has_dates else ""
    return (
        f"{count_words(counts['recommendations'], 'recommendation', 'recommendations')} by "
        f"{count_words(counts['organisations'], 'organisation', 'organisations')}{spoken} to "
        f"{count_words(counts['addressees'], 'addressee', 'addressees')} by name; "
        f"{f'{followed:,}' if followed else 'none'} of them with a source on follow-up."
        + (f" In the selected range by their events: {match}." if match else "")
    )


@contain_html
def draw_figures(counts: dict[str, int], notes: Footnotes) -> markup.Safe:
    """The headline figures."""
    number, bodies, people = (counts[name] for name in ("recommendations", "organisations", "persons"))
    own = notes.mark_own(COUNTED)
    shown = [
        (f"{number:,}", "recommendations"),
        (f"{bodies:,}", "organisation asks" if bodies == 1 else "organisations ask"),
        (f"{people:,}", "person who asks" if people == 1 else "persons who ask"),
        (f"{counts['named']:,} of {number:,}", "say whom they ask"),
        (f"{counts['followed']:,} of {number:,}", "with a source on follow-up"),
        (f"{counts['statements']:,}", "other statements"),
    ]
    return markup.figures((markup.join((value, own)), words) for value, words in shown)
