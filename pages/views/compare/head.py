"""The head of the page: one sentence on what the sides share, downloads, chips."""

from data.extracts.lists.comparisons import read_figures
from data.filters import Filters
from data.queries.comparison import PERIOD
from pages.views.compare import wording
from pages.views.compare.view import View
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import heading
from pages.views.shell.downloads import Extract
from pages.views.shell.faults import contain
from pages.views.shell.filters import chips


@contain
def show_head(view: View, notes: Footnotes) -> None:
    """Title, sentence, Copy link, Download, chips."""
    words: object = _sentence(view)
    extracts = []
    if view.is_whole:
        words = markup.join((words, notes.mark_own(wording.COUNTED)))
        number = _count_figures(view.panel, view.settings)
        extracts = [
            Extract("comparison-figures", number, settings=view.settings),
            Extract("comparison", number, settings=view.settings),
        ]
    heading.show("Compare", words, view.panel, *extracts)
    chips.show_chips(view.panel)
    if view.kind == PERIOD and view.panel.has_dates:
        markup.show(markup.tag("p", wording.INSTEAD, "lead"))


@reads.cache_per_build
def _count_figures(panel: Filters, settings: tuple[tuple[str, str], ...]) -> int:
    return len(read_figures(reads.current_engine(), panel, dict(settings)))


def _sentence(view: View) -> str:
    """What to choose, else how many events the sides share, and how many each has alone."""
    if not view.sides:
        words = wording.CHOOSE.format(things=wording.KINDS[view.kind].lower())
        return wording.CHOOSE_PERIODS if view.kind == PERIOD else words
    if not view.is_whole:
        return wording.ONE_MORE.format(name=view.names[0])
    every = tuple(range(len(view.sides)))
    parts = [f"{name_part(view, every)}: {markup.count_noun(len(view.parts.get(every, ())), 'event')}"]
    parts += [f"only {view.names[n]}: {len(view.parts.get((n,), ())):,}" for n in every]
    return f"{'; '.join(parts)}."


def name_part(view: View, part: tuple[int, ...]) -> str:
    """`Shared by both`, `Only UNODC and OSCE`."""
    if len(part) == len(view.sides):
        return wording.SHARED_BY_BOTH if len(part) == 2 else wording.SHARED_BY_ALL
    return wording.ONLY.format(names=view.name_sides(part))
