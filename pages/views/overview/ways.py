"""Ways from the overview to the other pages: ready views, and which question each page answers."""

from data.filters import Filters
from data.links import PAGES
from pages.views.html import markup
from pages.views.overview import wording
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

READY = {
    "The Tashkent conference of 3–4 March 2022": ("event", {"id": "2022-03-03-tashkent-jpoa"}),
    "The 19 Border Liaison Offices of November 2021": ("offices", {"known": "2021-11-30"}),
    "UNODC in Uzbekistan": ("timeline", {"org": "unodc", "country": "UZB"}),
    "Ghada Waly: where she spoke, as what, about what": ("person", {"id": "waly-ghada"}),
}
"""Ready views: words, page, what its address says."""


@contain
def show_ready_views() -> None:
    """Views to begin with."""
    lines = (
        markup.tag("div", markup.page_link(markup.join((markup.icon("arrow_forward"), words)), *view))
        for words, view in READY.items()
    )
    markup.show(markup.tag("div", markup.join(lines), "ways ready"))


@contain
def show_pages(filters: Filters) -> None:
    """Each page with the questions that it answers; the filters go along."""
    parameters = address.parameters(filters)
    lines = []
    for page, asks in wording.QUESTIONS.items():
        parts = (markup.page_link(PAGES[page], page, parameters), markup.tag("span", asks))
        lines.append(markup.tag("div", markup.join(parts)))
    markup.show(markup.tag("div", markup.join(lines), "ways questions"))
