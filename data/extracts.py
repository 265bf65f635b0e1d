"""Rows as a file that a spreadsheet opens right and cannot be harmed by."""

import csv
import re

import pandas as pd

from data.filters import Filters

FORMULA = re.compile(r"^[\s\u200b\ufeff\x00]*['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""Text that a spreadsheet could take for a formula (ASVS 5.0, 1.2.10), or that begins with our own mark."""


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """The rows as CSV: UTF-8 with BOM, every cell quoted, CRLF, ISO dates, no index, formulas neutralised."""
    text = neutral(rows).to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def neutral(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `'` before each text cell that a spreadsheet would run; numbers and dates stay."""
    safe: pd.DataFrame = rows.apply(lambda column: column.map(_defused) if _is_text(column) else column)
    return safe


def file_name(table: str, filters: Filters, build: str) -> str:
    """`chegara_<table>_<filters>_<build>.csv`."""
    return f"chegara_{table}_{filters.slug()}_{build}.csv"


def _is_text(column: "pd.Series[str]") -> bool:
    return pd.api.types.is_string_dtype(column) or pd.api.types.is_object_dtype(column)


def _defused(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
