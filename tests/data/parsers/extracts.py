"""Extracts of plain frames in the forms that come back, made by the dashboard's own writers."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.extracts import csv_bytes
from data.extracts.cells import list_columns, to_arrow
from data.extracts.frame import Frame
from data.extracts.receipt import Receipt
from data.extracts.writers import workbook

NOTHING: Mapping[str, Any] = {}


def xlsx(frames: dict[str, pd.DataFrame], filters: Mapping[str, Any] = NOTHING) -> bytes:
    """A workbook with a sheet a frame."""
    own = [Frame(name, name, to_arrow(list_columns(rows)), len(rows)) for name, rows in frames.items()]
    return workbook.write(own, receipt(filters))


def receipt(filters: Mapping[str, Any] = NOTHING) -> Receipt:
    return Receipt(
        title="People",
        table="people",
        tables=("people",),
        filter="the whole record",
        filters=filters,
        settings={},
        link="http://localhost:8501/extracts",
        release="2026.11.1",
        released_on="2026-11-26",
        build="0123456789ab",
        rows=1,
        of_rows=1,
        counts={},
        sources=(),
    )


def package(frames: dict[str, pd.DataFrame], receipt: Mapping[str, Any] = NOTHING) -> bytes:
    """A zip of CSV files that `datapackage.json` lists."""
    resources = [{"name": name, "path": f"data/{name}.csv"} for name in frames]
    described = {"resources": resources, "receipt": receipt}
    files = {f"data/{name}.csv": csv_bytes(rows) for name, rows in frames.items()}
    return zipped({"datapackage.json": json.dumps(described).encode(), **files})


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()
