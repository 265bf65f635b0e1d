"""The headline figures of the sides, each leading to its rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from data.extracts.lists.comparisons import find_asker
from data.filters import Filters
from data.queries.disagreements import fields as disagreements
from data.queries.recommendations import list as recommendations
from data.queries.recommendations import statements
from data.queries.sources import list as sources
from pages.views.compare import wording
from pages.views.compare.view import View, link_rows
from pages.views.footnotes import Footnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.faults import contain_html

Row = tuple[str, Sequence[object]]


@contain_html
def draw_counts(view: View, notes: Footnotes) -> markup.Safe:
    """A column a side: its events, first and last, what was asked and stated, sources, disagreements."""
    head = markup.tag("h2", markup.join(("What each has", notes.mark_own(wording.COUNTED))), "cardhead")
    rows = [*_list_events(view), *_list_others(view)]
    return markup.join((head, draw_table("What each has", view, rows)))


def draw_table(name: str, view: View, rows: Iterable[Row]) -> markup.Safe:
    """A row a figure, a column a side under its name, which leads to its page."""
    return markup.cross_table(name, _head(view), rows, f"compare of-{len(view.sides)}")


def _head(view: View) -> Any:
    for side, name in zip(view.sides, view.names, strict=True):
        subject = side.filters.subject
        yield link_thing(subject.table, subject.id, name) if subject else link_rows(name, side.filters)


def _list_events(view: View) -> Iterable[Row]:
    parts = ("certainly", "possibly") if view.is_dated else ("events",)
    for part in parts:
        words = "Events" if part == "events" else f"Events, {part} in the range"
        cells = zip(view.sides, view.counts, strict=True)
        yield words, [link_number(row[part], side.filters) for side, row in cells]
    for end in ("first", "last"):
        words = f"{end.capitalize()} day of an event"
        yield words, [dates.format_date(row[end]) or none() for row in view.counts]


def _list_others(view: View) -> Iterable[Row]:
    filters = [side.filters for side in view.sides]
    asked = [count_requests(each) for each in filters]
    by_it = "Recommendations it made" if view.kind == "organisation" else "Recommendations"
    yield (
        by_it,
        [link_number(number, each, "recommendations") for number, each in zip(asked, filters, strict=True)],
    )
    for words, page, count in (
        ("Other statements", "recommendations", _count_statements),
        ("Sources", "evidence", _count_sources),
        ("Points on which sources differ", "evidence", _count_disagreements),
    ):
        yield words, [link_number(count(each), each, page) for each in filters]


def count_requests(filters: Filters) -> int:
    """Recommendations: of an organisation those that it made itself."""
    ask, asker = recommendations.count_recommendations, find_asker(filters)
    return int(reads.read_records(ask, filters, "", asker)[0]["recommendations"])


def _count_statements(filters: Filters) -> int:
    return sum(row["statements"] for row in reads.read_records(statements.count_kinds, filters))


def _count_sources(filters: Filters) -> int:
    return int(reads.read_records(sources.count_sources, filters)[0]["sources"])


def _count_disagreements(filters: Filters) -> int:
    return int(reads.read_records(disagreements.count_disagreements, filters)[0]["matters"])


def link_number(number: int, filters: Filters, page: str = "timeline") -> markup.Safe:
    """The number leading to its rows; a dash for none."""
    return link_rows(f"{number:,}", filters, page) if number else none()


def none() -> markup.Safe:
    return markup.tag("span", "–", "none")
