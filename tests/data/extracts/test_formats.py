import pytest

from data.extracts.datasets import find_dataset
from data.extracts.formats import WRITERS, list_formats


@pytest.mark.parametrize(
    ("dataset", "forms"),
    [
        ("events", ["csv", "xlsx", "zip", "parquet", "jsonl", "geojson"]),
        ("speakers", ["csv", "xlsx", "zip", "parquet", "jsonl"]),
        ("events+speakers", ["xlsx", "zip"]),
        ("network", ["xlsx", "zip", "graphml", "gexf"]),
        ("record", ["xlsx", "zip", "ftm"]),
        ("store", ["sqlite"]),
    ],
)
def test_the_registry_tells_what_fits(dataset: str, forms: list[str]) -> None:
    assert [writer.name for writer in list_formats(find_dataset(dataset))] == forms


def test_extensions_and_names_tell_formats_apart() -> None:
    assert len({writer.extension for writer in WRITERS.values()}) == len(WRITERS)
    assert all(name == writer.name for name, writer in WRITERS.items())
