"""Extracts as the dashboard makes them, in the three forms that come back, from plain frames."""

import io
import json
import zipfile
from datetime import date
from typing import Any

import pandas as pd
import xlsxwriter

from data.extracts import csv_bytes, neutral


def xlsx(frames: dict[str, pd.DataFrame], receipt: dict[str, str] | None = None) -> bytes:
    """A sheet a frame, texts as texts, behind the sheet *Read me*."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        book.add_worksheet("Read me")
        for number, pair in enumerate((receipt or {}).items()):
            book.get_worksheet_by_name("Read me").write_row(number, 0, pair)
        for name, rows in frames.items():
            sheet: Any = book.add_worksheet(name[:31])
            sheet.iso = book.add_format({"num_format": "yyyy-mm-dd"})
            sheet.write_row(0, 0, rows.columns)
            for line, row in enumerate(neutral(rows).itertuples(index=False), start=1):
                for place, cell in enumerate(row):
                    _write(sheet, line, place, cell)
    return packed.getvalue()


def package(frames: dict[str, pd.DataFrame], receipt: dict[str, Any] | None = None) -> bytes:
    """A zip of CSV files that `datapackage.json` lists."""
    described = {
        "resources": [{"name": name, "path": f"data/{name}.csv"} for name in frames],
        "receipt": receipt or {},
    }
    return zipped(
        {
            "datapackage.json": json.dumps(described).encode(),
            **{f"data/{name}.csv": csv_bytes(rows) for name, rows in frames.items()},
        }
    )


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _write(sheet: Any, line: int, place: int, cell: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(line, place, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, cell, sheet.iso)
    elif not pd.isna(cell):
        sheet.write_number(line, place, cell)
