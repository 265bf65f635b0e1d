import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import frictionless
import pytest

from data.filters import Filters
from tests.data.extracts.conftest import Make

RANGE = Filters(since=date(2021, 3, 3), until=date(2021, 3, 4))


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("dataset", "filters"), [("record", Filters()), ("record", RANGE), ("offices", None), ("network", None)]
)
def test_frictionless_accepts_it(make: Make, tmp_path: Path, dataset: str, filters: Filters | None) -> None:
    for name, content in unpacked(make(dataset, "zip", filters)).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["type", "rowNumber", "message"]) == []
    assert report.valid


def test_keys_sources_licences_and_receipt_are_described(make: Make) -> None:
    found = json.loads(unpacked(make("record", "zip"))["datapackage.json"])
    parts = {each["name"]: each["schema"] for each in found["resources"]}
    assert parts["speakers"]["primaryKey"] == ["event_id", "person_id", "role", "source_id"] or sorted(
        parts["speakers"]["primaryKey"]
    ) == sorted(["event_id", "person_id", "role", "source_id"])
    assert {"fields": ["event_id"], "reference": {"resource": "events", "fields": ["id"]}} in parts[
        "speakers"
    ]["foreignKeys"]
    assert [licence["name"] for licence in found["licenses"]] == ["MIT", "CC-BY-4.0"]
    assert len(found["sources"]) == len(found["receipt"]["sources"]) > 0
    assert found["receipt"]["release"] == found["version"]


def test_checksums_and_receipts_are_those_of_the_files(make: Make) -> None:
    files = unpacked(make("events+speakers", "zip", RANGE))
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert sums.keys() == files.keys() - {"SHA256SUMS"}
    assert all(hashlib.sha256(files[name]).hexdigest() == digest for name, digest in sums.items())
    receipt = json.loads(files["data/speakers.metadata.json"])
    assert receipt["sha256"] == sums["data/speakers.csv"]
    assert receipt["rows"] == files["data/speakers.csv"].count(b"\r\n") - 1
    assert receipt["filter"] == "2021-03-03 to 2021-03-04"


def test_the_same_extract_is_the_same_to_the_byte(make: Make) -> None:
    assert make("events", "zip") == make("events", "zip")
