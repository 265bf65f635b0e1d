"""Things or periods side by side as rows: every figure of the comparison, and the events behind it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import Filters
from data.queries import comparison, facets
from data.queries.comparison import Side
from data.queries.events import list as events
from data.queries.recommendations import list as recommendations
from data.queries.things import thing
from data.schema.vocabulary import EventKind, label

KIND, OF = "of", "id"
"""Parameters of the address: what is compared, and the ids."""
COLUMNS = ["side_id", "side", "figure", "value_id", "value", "number", "possibly"]
FIGURES = {"kinds": "kind of event", "themes": "theme", "organisations": "organisation"}
"""Fields of `facets.count_values` that are compared, each as the rows call it."""


def read_sides(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> list[tuple[Side, str]]:
    """The sides that the settings name, with their names, but for those that the record does not know."""
    kind, ids = settings.get(KIND, ""), comparison.split_ids(settings.get(OF, ""))
    if kind not in (*comparison.KINDS, comparison.PERIOD):
        return []
    sides = comparison.list_sides(kind, ids, filters)
    return [(side, name) for side in sides if (name := _find_name(engine, side))]


def read_figures(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> pd.DataFrame:
    """One row a figure of each side: `number` of rows, `possibly` of them only possibly in the range.

    `possibly` is empty where it is not counted apart.
    """
    names = {("kinds", str(kind)): label(kind) for kind in EventKind}
    for table in ("themes", "organisations"):
        ask = facets.list_themes() if table == "themes" else facets.list_organisations()
        names |= {(table, row["id"]): row["name"] for row in engines.read_records(engine, ask)}
    rows = [
        (side.id, name, *row)
        for side, name in read_sides(engine, filters, settings)
        for row in _figures(engine, side.filters, names)
    ]
    return Answer(COLUMNS, rows).frame()


def _figures(engine: Engine, own: Filters, names: Mapping[tuple[str, str], str]) -> Iterator[tuple[Any, ...]]:
    counts = engines.read_records(engine, events.count_events(own))[0]
    yield "events", None, None, counts["events"], counts["possibly"]
    asked = engines.read_records(engine, recommendations.count_recommendations(own, asker=find_asker(own)))[0]
    yield "recommendations", None, None, asked["recommendations"], asked["possibly"]
    [bounds] = engines.read_records(engine, events.find_bounds())
    if bounds["first"]:
        years = comparison.count_years(own, bounds["first"].year, bounds["last"].year)
        for row in engines.read_records(engine, years):
            number = row["certainly"] + row["possibly"]
            yield "year", str(row["year"]), str(row["year"]), number, row["possibly"]
    counted = [
        row for row in engines.read_records(engine, facets.count_values(own)) if row["field"] in FIGURES
    ]
    for row in sorted(
        counted, key=lambda row: (list(FIGURES).index(row["field"]), -row["events"], row["value"])
    ):
        yield FIGURES[row["field"]], row["value"], names[row["field"], row["value"]], row["events"], None


def find_asker(filters: Filters) -> str:
    """The organisation whose own recommendations are compared: the subject, where it is one."""
    subject = filters.subject
    return subject.id if subject and subject.table == "organisations" else ""


def read_events(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> pd.DataFrame:
    """The events of all sides, oldest first, each once, with the names of the `sides` that have it."""
    found = read_sides(engine, filters, settings)
    frames = [engines.read_frame(engine, events.list_events(side.filters)) for side, _ in found]
    if not frames:
        return engines.read_frame(engine, events.list_events(filters, 0, 0)).assign(
            sides=pd.Series(dtype="str")
        )
    every = pd.concat(
        [frame.assign(sides=name) for frame, (_, name) in zip(frames, found, strict=True)], ignore_index=True
    )
    sides = every.groupby("id")["sides"].agg("; ".join)
    rows = every.drop_duplicates("id").drop(columns="date_match", errors="ignore")
    rows = rows.assign(sides=rows["id"].map(sides), day=rows["earliest"].fillna(rows["latest"]))
    return rows.sort_values(["day", "id"], ignore_index=True).drop(columns="day")


def _find_name(engine: Engine, side: Side) -> str | None:
    if side.filters.subject is None:
        return side.id
    found = engines.read_records(engine, thing.find_thing(side.filters.subject))
    return str(found[0]["name"]) if found else None
