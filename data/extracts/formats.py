"""The formats: each with its name, what it holds, and the function that writes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.extracts.datasets import Dataset, Shape
from data.extracts.frame import Frame
from data.extracts.receipt import Receipt
from data.extracts.writers import (
    csv_file,
    followthemoney,
    geojson_file,
    gexf,
    graphml,
    jsonlines,
    package,
    parquet,
    sqlite_file,
    workbook,
)

Write = Callable[[Sequence[Frame], Callable[[], Receipt]], bytes]
"""What makes the receipt is called only where the file holds it: it reads every source of the rows."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A format. `shapes` are those of the data sets that it can hold, `holds` says in words what for.

    `most` is how many rows of one data set it can hold; None: any number.
    """

    name: str
    label: str
    mime: str
    extension: str
    shapes: tuple[Shape, ...]
    holds: str
    write: Write
    most: int | None = None

    @property
    def shape(self) -> Shape:
        """The shape that it is made for."""
        return self.shapes[0]


def _with_receipt(write: Callable[[Sequence[Frame], Receipt], bytes]) -> Write:
    return lambda frames, receipt: write(frames, receipt())


def _without_receipt(write: Callable[[Sequence[Frame]], bytes]) -> Write:
    return lambda frames, _: write(frames)


ROWS, TABLES, NETWORK = Shape.ROWS, Shape.TABLES, Shape.NETWORK
_ALL = (
    Writer(
        "csv", "CSV", "text/csv", "csv", (ROWS,), "rows for any program", _without_receipt(csv_file.write)
    ),
    Writer(
        "xlsx",
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        (ROWS, TABLES),
        "a workbook with a Read me",
        _with_receipt(workbook.write),
        workbook.MOST_ROWS,
    ),
    Writer(
        "zip",
        "Data package",
        "application/zip",
        "zip",
        (ROWS, TABLES),
        "CSV with schema and sources",
        _with_receipt(package.write),
    ),
    Writer(
        "parquet",
        "Parquet",
        "application/vnd.apache.parquet",
        "parquet",
        (ROWS,),
        "typed columns",
        _with_receipt(parquet.write),
    ),
    Writer(
        "jsonl",
        "JSON Lines",
        "application/jsonl",
        "jsonl",
        (ROWS,),
        "a row a line",
        _with_receipt(jsonlines.write),
    ),
    Writer(
        "geojson",
        "GeoJSON",
        "application/geo+json",
        "geojson",
        (Shape.PLACES,),
        "for maps",
        _with_receipt(geojson_file.write),
    ),
    Writer(
        "graphml",
        "GraphML",
        "application/xml",
        "graphml",
        (NETWORK,),
        "for networkx, igraph, yEd",
        _with_receipt(graphml.write),
    ),
    Writer("gexf", "GEXF", "application/xml", "gexf", (NETWORK,), "for Gephi", _with_receipt(gexf.write)),
    Writer(
        "ftm",
        "FollowTheMoney",
        "application/jsonl",
        "ftm.jsonl",
        (Shape.RECORD,),
        "for Aleph and OpenAleph",
        _with_receipt(followthemoney.write),
    ),
    Writer(
        "sqlite",
        "SQLite",
        "application/vnd.sqlite3",
        "sqlite",
        (Shape.STORE,),
        "the store itself",
        _without_receipt(sqlite_file.write),
    ),
)
WRITERS: dict[str, Writer] = {writer.name: writer for writer in _ALL}
"""By name, in the order in which they are offered."""


def list_formats(dataset: Dataset) -> list[Writer]:
    """The formats that fit a data set."""
    return [writer for writer in _ALL if dataset.shapes & set(writer.shapes)]
