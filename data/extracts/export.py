"""From a request to the bytes of a file: the one way, for pages and the command line."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache, partial
from typing import Any

import pandas as pd
import pyarrow as pa
from sqlalchemy import Engine, func, select
from sqlmodel import col

from data import engines, store
from data.engines.statements import RecentCache, bind_values, bound_list
from data.engines.statements import Rows as QueryRows
from data.extracts import datasets, geometry, provenance
from data.extracts.cells import Cells, list_columns, to_arrow
from data.extracts.datasets import DATASETS, Dataset, Shape
from data.extracts.formats import WRITERS, Writer
from data.extracts.frame import Frame, Tally
from data.extracts.lists import networks, searches
from data.extracts.receipt import Receipt, UsedSource
from data.extracts.request import NOT_STATED, Release, Request
from data.filters import FilterNames, Filters
from data.queries import tables as table_queries
from data.queries.things import thing as things
from data.schema.models import (
    Border,
    Build,
    Country,
    Instrument,
    Organisation,
    Person,
    Source,
    Theme,
)
from data.schema.vocabulary import STATES, EventKind, OrganisationRole, label

NAMED: dict[str, Any] = {
    "organisations": Organisation,
    "countries": Country,
    "themes": Theme,
    "people": Person,
    "instruments": Instrument,
    "borders": Border,
}
"""By field of filters the rows whose ids it holds."""
ADDS = {datasets.PAIRS: networks.add_provenance, datasets.RESULTS: searches.add_provenance}
"""What adds the sources of rows that are of no one table."""
Rows = Mapping[str, pd.DataFrame]


def make_file(asked: Request, form: str, engine: Engine, rows: Rows | None = None) -> bytes:
    """The file in one of WRITERS. `rows` are those that a page shows, by data set; else they are read."""
    writer = WRITERS[form]
    found = read_frames(asked, engine, rows, writer)
    return writer.write(found, partial(make_receipt, asked, engine, found))


def name_file(asked: Request, form: str) -> str:
    """The name of the file in one of WRITERS."""
    return asked.file_name(form, WRITERS[form].extension)


def read_frames(asked: Request, engine: Engine, rows: Rows | None, writer: Writer) -> list[Frame]:
    """The frames of the data set, each row with its sources and claims."""
    given = datasets.find_dataset(asked.dataset)
    if Shape.STORE in given.shapes:
        file = pa.array([store.engine_build(engine).read_file()], pa.large_binary())
        return [Frame(given.name, given.title, to_arrow({"file": file}), 1)]
    parts = datasets.list_parts(given, asked.filters.subject)
    return [_frame(DATASETS[name], asked, engine, rows or {}, writer) for name in parts]


def read_preview(name: str, filters: Filters, base: str, engine: Engine, most: int) -> pa.Table:
    """The first rows of a table with the columns of its file; `base` is the address of the dashboard."""
    columns = datasets.read_page(DATASETS[name], engine, filters, {}, 0, most)
    return to_arrow(_add_provenance(DATASETS[name], columns, engine, base))


def read_page(
    asked: Request, engine: Engine, first: int, most: int, *, is_own: bool = False
) -> tuple[Frame, bool]:
    """At most `most` rows of a data set from `first` on, as in its file, and whether there are more.

    `is_own`: with its own columns alone.
    """
    given, settings = DATASETS[asked.dataset], dict(asked.settings)
    found = datasets.read_page(given, engine, asked.filters, settings, first, most + 1, is_own=is_own)
    columns = {name: cells[:most] for name, cells in found.items()}
    rows = to_arrow(columns if is_own else _add_provenance(given, columns, engine, asked.base))
    has_more = any(len(cells) > most for cells in found.values())
    return Frame(given.name, given.title, rows, count_all_rows(given, engine), given.table), has_more


def make_receipt(asked: Request, engine: Engine, found: Sequence[Frame]) -> Receipt:
    """The receipt of these frames."""
    used = set[str]().union(*(frame.source_ids for frame in found))
    return describe_rows(asked, engine, [frame.tally for frame in found], list_used_sources(engine, used))


def describe_rows(
    asked: Request, engine: Engine, found: Sequence[Tally], sources: tuple[UsedSource, ...] = ()
) -> Receipt:
    """The receipt of as many rows, which rest on these sources."""
    given = datasets.find_dataset(asked.dataset)
    settings = dict(asked.settings)
    words = [
        asked.filters.sentence({**filter_names(engine), **name_subject(engine, asked.filters)}),
        *(f"{key}: {value}" for key, value in settings.items()),
    ]
    day = asked.release.day
    return Receipt(
        title=given.title,
        table=given.name,
        tables=tuple(each.name for each in found),
        filter="; ".join(words),
        filters=_filters(asked.filters),
        settings=settings,
        link=asked.link(given.page),
        release=asked.release.name,
        released_on=day.isoformat() if day else NOT_STATED,
        build=asked.release.build,
        rows=sum(each.rows for each in found),
        of_rows=sum(each.of for each in found),
        counts=_counts(found),
        sources=sources,
    )


def find_release(engine: Engine) -> Release:
    """Which state of the record the store holds."""
    row = engines.read_records(engine, select(col(Build.release), col(Build.released_on)).limit(1))[0]
    day: date | None = row["released_on"]
    return Release(store.engine_build(engine).id, row["release"], day)


def filter_names(engine: Engine) -> FilterNames:
    """The words for every id and coded value that a filter may hold."""
    return _NAMES.get(engine, "names", lambda: _read_names(engine))


_NAMES: RecentCache[FilterNames] = RecentCache(1)


def _read_names(engine: Engine) -> FilterNames:
    listed = (("kinds", EventKind), ("roles", OrganisationRole))
    known = {(field, str(value)): label(value) for field, values in listed for value in values}
    known |= {("follow_ups", str(state)): words for state, words in STATES.items()}
    for field, model in NAMED.items():
        found = engines.read_records(engine, select(col(model.id), col(model.name)))
        known |= {(field, row["id"]): row["name"] for row in found}
    return known


def name_subject(engine: Engine, filters: Filters) -> FilterNames:
    """The words for the subject."""
    if not filters.subject:
        return {}
    found = engines.read_records(engine, things.find_thing(filters.subject))
    return {filters.subject: found[0]["name"]} if found else {}


def _frame(given: Dataset, asked: Request, engine: Engine, shown: Rows, writer: Writer) -> Frame:
    settings = dict(asked.settings)
    rows = shown.get(given.name)
    columns = (
        datasets.read_columns(given, engine, asked.filters, settings) if rows is None else list_columns(rows)
    )
    wanted = geometry.GEOMETRY.get(given.table or "") if writer.shape is Shape.PLACES else None
    places = tuple(wanted(engine, columns)) if wanted else None
    table = to_arrow(_add_provenance(given, columns, engine, asked.base))
    return Frame(
        given.name,
        given.title,
        table,
        count_all_rows(given, engine) or len(table),
        given.table,
        places,
    )


def _add_provenance(given: Dataset, columns: Cells, engine: Engine, base: str) -> Cells:
    if given.table:
        return provenance.add_provenance(engine, given.table, columns, base)
    add = ADDS.get(given.name)
    return add(engine, columns, base) if add else columns


def count_all_rows(given: Dataset, engine: Engine) -> int:
    """How many rows the data set has without any filter; none where it answers to words or sides alone."""
    return _COUNTS.get(engine, given.name, lambda: _count(given, engine))


_COUNTS: RecentCache[int] = RecentCache(len(DATASETS))


def _count(given: Dataset, engine: Engine) -> int:
    if given.table:
        return int(engines.read_records(engine, table_queries.count_rows(given.table))[0]["rows"])
    return len(datasets.read_rows(given, engine, Filters(), {}))


def _counts(found: Sequence[Tally]) -> dict[str, int]:
    counts = {each.name: each.rows for each in found}
    if len(found) == 1 and found[0].matches is not None:
        counts |= dict(Counter(found[0].matches).most_common())
    return counts


def list_used_sources(engine: Engine, used: Collection[str]) -> tuple[UsedSource, ...]:
    """These sources as receipts name them, by id."""
    every = engines.answer(engine, bind_values(_used_sources(), used=sorted(used))).rows
    return tuple(UsedSource(*[value or NOT_STATED for value in row]) for row in every)


@cache
def _used_sources() -> QueryRows:
    titled: Any = func.coalesce(Source.title, Source.about)
    before, after = (Source.id, Source.publisher), (Source.published_on, Source.read_on, Source.url)
    own = [*map(col, before), titled, *map(col, after)]
    return select(*own).where(col(Source.id).in_(bound_list("used"))).order_by(col(Source.id))


def _filters(filters: Filters) -> dict[str, Any]:
    """The fields of the filters as JSON holds them; a subject only where there is one."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(filters).items()
        if name != "subject" or value
    }
