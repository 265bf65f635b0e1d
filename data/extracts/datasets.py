"""What can be extracted: every table, and the lists and networks of the pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import pandas as pd
from sqlalchemy import Engine

from data import engines
from data.extracts import geometry
from data.extracts.cells import Cells, list_columns
from data.extracts.lists import comparisons, networks, pages, searches
from data.filters import Filters, Subject
from data.queries import tables as table_queries
from data.queries.events import list as events
from data.queries.sources import list as sources
from data.schema import dictionary
from data.schema.models import tables

Settings = Mapping[str, str]
Read = Callable[[Engine, Filters, Settings], pd.DataFrame]
Ask = Callable[..., events.Ask]
"""What makes the question of filters, and of the rows that are wanted: `first` and `most`."""


class Shape(StrEnum):
    """What a format can hold; a data set has one or more."""

    ROWS = "rows"
    TABLES = "tables"
    PLACES = "places"
    NETWORK = "network"
    RECORD = "record"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One entry of the registry.

    Its rows answer the question that `asks` makes of filters, or are what `reads` gives, or `parts` names the
    data sets that it is made of. `table` is the table that its rows are of, `page` where they are
    shown, `settings` what the page has beside filters. `is_held`: the build has its rows as JSON.
    """

    name: str
    title: str
    page: str
    shapes: frozenset[Shape]
    asks: Ask | None = None
    table: str | None = None
    reads: Read | None = None
    parts: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    is_held: bool = False

    @property
    def has_rows(self) -> bool:
        """Whether it has rows of its own."""
        return bool(self.asks or self.reads)


def _one_table(name: str) -> Dataset:
    words = dictionary.table_words(name)
    shapes = {Shape.ROWS} | ({Shape.PLACES} if name in geometry.GEOMETRY else set())
    asks = partial(table_queries.list_rows, name)
    return Dataset(name, words[0].upper() + words[1:], "extracts", frozenset(shapes), asks, name)


ROWS, PLACES = frozenset({Shape.ROWS}), frozenset({Shape.ROWS, Shape.PLACES})
NODES, PAIRS = "network-organisations", "network-pairs"
SEVERAL = "+"
PROFILE, RESULTS = "profile", "search-results"
PROFILED = (
    *("events", "event_organisations", "speakers", "event_instruments", "event_themes", "event_places"),
    *("agenda_items", "recommendations-list", "statements-list", "offices", "sources-list"),
)
"""What is narrowed to the subject of filters, beside its own row: all that the page of a thing draws on."""
NETWORK = ("min", "least", "together", "focus")
COMPARED = (comparisons.KIND, comparisons.OF)
TABLES = {name: _one_table(name) for name in tables()}
LISTS = [
    Dataset("events", "Events", "timeline", PLACES, events.list_events, "events", is_held=True),
    Dataset(
        "offices",
        "Border Liaison Offices",
        "offices",
        PLACES,
        table="border_liaison_offices",
        reads=pages.read_offices,
        settings=("known", "border"),
    ),
    Dataset(
        "office-counts",
        "What sources counted",
        "offices",
        ROWS,
        table="office_counts",
        reads=pages.read_office_counts,
        settings=("known",),
    ),
    Dataset(
        "recommendations-list",
        "Recommendations",
        "recommendations",
        ROWS,
        table="recommendations",
        reads=pages.read_recommendations,
        settings=("status", "addressee"),
    ),
    Dataset(
        "statements-list",
        "Statements",
        "recommendations",
        ROWS,
        table="statements",
        reads=pages.read_statements,
        settings=("said",),
    ),
    Dataset("sources-list", "Sources", "evidence", ROWS, sources.list_sources_with_rows, "sources"),
    Dataset(
        NODES,
        "Organisations",
        "network",
        ROWS,
        table="organisations",
        reads=networks.read_organisations,
        settings=NETWORK,
    ),
    Dataset(PAIRS, "Pairs", "network", ROWS, reads=networks.read_pairs, settings=NETWORK),
    Dataset(
        "network",
        "Network",
        "network",
        frozenset({Shape.NETWORK, Shape.TABLES}),
        parts=(NODES, PAIRS),
        settings=NETWORK,
    ),
    Dataset(PROFILE, "Everything on one thing", "index", frozenset({Shape.TABLES}), parts=PROFILED),
    Dataset(
        "comparison-figures",
        "Figures side by side",
        "compare",
        ROWS,
        reads=comparisons.read_figures,
        settings=COMPARED,
    ),
    Dataset(
        "comparison-events",
        "Events of each",
        "compare",
        ROWS,
        table="events",
        reads=comparisons.read_events,
        settings=COMPARED,
    ),
    Dataset(
        "comparison",
        "Comparison",
        "compare",
        frozenset({Shape.TABLES}),
        parts=("comparison-figures", "comparison-events"),
        settings=COMPARED,
    ),
    Dataset(
        RESULTS, "Results of a search", "search", ROWS, reads=searches.read_results, settings=(searches.OF,)
    ),
    Dataset("coverage", "What was read", "timeline", ROWS, reads=pages.read_coverage),
    Dataset("record", "The record", "extracts", frozenset({Shape.RECORD, Shape.TABLES}), parts=tuple(TABLES)),
    Dataset("store", "The store", "extracts", frozenset({Shape.STORE})),
]
DATASETS: dict[str, Dataset] = TABLES | {each.name: each for each in LISTS}
"""By name; `events` is the list of the timeline, which begins with the table's own columns."""


def find_dataset(name: str) -> Dataset:
    """The data set of that name; tables joined by `+` are one. Raises KeyError for an unknown name."""
    parts = name.split(SEVERAL)
    if len(parts) == 1:
        return DATASETS[name]
    title = ", ".join(TABLES[part].title for part in parts)
    return Dataset(name, title, "extracts", frozenset({Shape.TABLES}), parts=tuple(dict.fromkeys(parts)))


def list_parts(given: Dataset, subject: Subject | None = None) -> tuple[str, ...]:
    """The data sets whose rows it holds; of everything on one thing that of its own row first."""
    own = (subject.table,) if subject and given.name == PROFILE else ()
    return tuple(dict.fromkeys((*own, *given.parts))) or (given.name,)


def read_rows(given: Dataset, engine: Engine, filters: Filters, settings: Settings) -> pd.DataFrame:
    """The rows of a data set that has rows of its own."""
    if given.asks:
        return engines.read_frame(engine, given.asks(filters))
    if given.reads is None:
        raise ValueError(f"{given.name} has no rows of its own")
    return given.reads(engine, filters, settings)


def read_page(
    given: Dataset,
    engine: Engine,
    filters: Filters,
    settings: Settings,
    first: int,
    most: int,
    *,
    is_own: bool = False,
) -> Cells:
    """At most `most` of these rows from `first` on, column by column.

    `is_own`: those of a table with its columns alone, and the match with dates; a list keeps what it has.
    """
    if given.asks:
        own = {"is_own": True} if is_own and given.name == given.table else {}
        return engines.read_columns(engine, given.asks(filters, first=first, most=most, **own))
    return list_columns(read_rows(given, engine, filters, settings).iloc[first : first + most])


def read_columns(given: Dataset, engine: Engine, filters: Filters, settings: Settings) -> Cells:
    """The same rows column by column, without a frame where none is needed."""
    if given.asks:
        return engines.read_columns(engine, given.asks(filters))
    return list_columns(read_rows(given, engine, filters, settings))
