"""The head of the search: its sentence, the box, and what to try."""

from data.filters import Filters
from data.queries.search import hits as queries
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.search import wording
from pages.views.session import reads
from pages.views.shell import heading
from pages.views.shell.faults import contain
from pages.views.shell.filters.search_box import show_search


def count_hits(filters: Filters) -> dict[str, int]:
    """How much of each kind is found; nothing where no word is looked for."""
    if not filters.words:
        return {}
    rows = reads.read_records(queries.count_hits, filters.words)
    return {row["kind"]: row["found"] for row in rows}


@contain
def show_head(counts: dict[str, int], filters: Filters, notes: Footnotes) -> None:
    """Title, sentence, chips, and the box."""
    words = markup.join((_describe(counts, filters.words), notes.mark_own(wording.SAME)))
    heading.show("Search", words, filters)
    show_search(filters, wording.BOX, wording.EXAMPLE, "search-words")
    if not filters.words:
        links = [markup.page_link(each, "search", {"q": each}, "inline") for each in wording.EXAMPLES]
        markup.show(markup.tag("p", markup.join(("For example: ", markup.join(links, ", "))), "lead links"))


def _describe(counts: dict[str, int], words: str) -> str:
    if not words:
        return wording.BEGIN
    if not (found := sum(counts.values())):
        return wording.NOTHING.format(words=words)
    return wording.FOUND.format(results=markup.count_noun(found, "result"), words=words)
