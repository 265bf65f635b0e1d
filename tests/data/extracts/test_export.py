import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import networkx as nx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from sqlalchemy import Engine

from data import store
from data.extracts import datasets, export
from data.extracts.formats import WRITERS, list_formats
from data.extracts.request import Request
from data.filters import Filters
from tests.data.extracts.conftest import Make

some = st.lists(st.sampled_from(("alpha", "beta", "gamma-uz", "delta")), max_size=2, unique=True)
FILTERS = st.builds(
    Filters,
    organisations=some.map(tuple),
    match_all=st.booleans(),
    since=st.none() | st.dates(date(2019, 1, 1), date(2023, 1, 1)),
    until=st.none() | st.dates(date(2019, 1, 1), date(2023, 1, 1)),
    kinds=st.lists(st.sampled_from(("meeting", "training", "operation")), max_size=2, unique=True).map(tuple),
    words=st.sampled_from(("", "alpha", "course")),
)


def keys(form: str, content: bytes, name: str, key: str) -> list[str]:
    """What stands in the key column of a file, row by row."""
    if form == "csv":
        return [row[key] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]
    if form == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return keys("csv", archive.read(f"data/{name}.csv"), name, key)
    if form == "xlsx":
        rows = list(openpyxl.load_workbook(io.BytesIO(content), read_only=True)[name].values)
        return [str(row[rows[0].index(key)]) for row in rows[1:]]
    if form == "parquet":
        found: list[str] = parquet.read_table(io.BytesIO(content))[key].to_pylist()
        return found
    if form == "jsonl":
        return [json.loads(line)[key] for line in content.decode().splitlines()[1:]]
    return [each["id"] for each in json.loads(content)["features"]]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    filters=FILTERS, dataset=st.sampled_from(("events", "recommendations-list", "offices", "sources-list"))
)
def test_every_format_holds_the_rows_of_the_page(
    make: Make, engine: Engine, filters: Filters, dataset: str
) -> None:
    given_ = datasets.find_dataset(dataset)
    shown = datasets.read_rows(given_, engine, filters, {})["id"].tolist()
    for writer in list_formats(given_):
        assert keys(writer.name, make(dataset, writer.name, filters), dataset, "id") == shown, writer.name


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=FILTERS)
def test_every_format_of_the_network_holds_its_nodes_and_pairs(
    make: Make, engine: Engine, filters: Filters
) -> None:
    chosen = (("least", "1"),)
    nodes = datasets.read_rows(datasets.find_dataset(datasets.NODES), engine, filters, dict(chosen))[
        "id"
    ].tolist()
    pairs = datasets.read_rows(datasets.find_dataset(datasets.PAIRS), engine, filters, dict(chosen))
    ends = set(map(frozenset, zip(pairs["a_id"], pairs["b_id"], strict=True)))
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        graph = read(io.BytesIO(make("network", form, filters, chosen)))
        assert sorted(graph.nodes) == sorted(nodes)
        assert set(map(frozenset, graph.edges)) == ends
    book = make("network", "xlsx", filters, chosen)
    assert keys("xlsx", book, "network-organisations", "id") == nodes
    assert len(keys("xlsx", book, "network-pairs", "a_id")) == len(ends)


def test_the_rows_of_a_page_are_those_written(engine: Engine) -> None:
    asked = Request("events", Filters(), export.find_release(engine))
    rows = datasets.read_rows(datasets.find_dataset("events"), engine, Filters(), {}).head(1)
    written = export.make_file(asked, "csv", engine, {"events": rows})
    assert keys("csv", written, "events", "id") == rows["id"].tolist()
    assert export.make_file(asked, "csv", engine, None) != written


@pytest.mark.parametrize("name", datasets.TABLES)
@pytest.mark.parametrize("filters", [Filters(), Filters(since=date(2021, 3, 3))], ids=["all", "dates"])
def test_a_preview_is_the_beginning_of_the_file(name: str, filters: Filters, engine: Engine) -> None:
    asked = Request(name, filters, export.find_release(engine))
    whole = parquet.read_table(io.BytesIO(export.make_file(asked, "parquet", engine, None)))
    first = export.read_preview(name, filters, asked.base, engine, 2)
    assert first.column_names == whole.column_names
    assert first.to_pylist() == whole.slice(0, 2).to_pylist()


@pytest.mark.parametrize("name", ["events", "speakers", "offices", "sources-list", "network-pairs"])
def test_a_page_is_a_part_of_the_file(name: str, engine: Engine) -> None:
    asked = Request(name, Filters(), export.find_release(engine), (("least", "1"),))
    whole = parquet.read_table(io.BytesIO(export.make_file(asked, "parquet", engine, None)))
    frame, has_more = export.read_page(asked, engine, 1, 2)
    assert frame.rows.to_pylist() == whole.slice(1, 2).to_pylist()
    assert has_more == (len(whole) > 3)
    last, has_more = export.read_page(asked, engine, len(whole) - 1, 2)
    assert (len(last.rows), has_more) == (1, False)


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_view_gives_the_same_bytes(form: str, make: Make) -> None:
    fits = {"geojson": "events", "graphml": "network", "gexf": "network", "ftm": "record", "sqlite": "store"}
    name = fits.get(form, "speakers")
    assert make(name, form) == make(name, form)


def test_names_and_release_are_those_of_the_store(engine: Engine, store_path: Path) -> None:
    assert export.filter_names(engine)["organisations", "alpha"] == "ALPHA"
    found = export.find_release(engine)
    assert found.build == store.build_id(store_path)
    assert export.name_file(Request("events", Filters(), found), "ftm").endswith(".ftm.jsonl")
