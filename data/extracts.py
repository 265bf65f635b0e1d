"""Rows as a file that a spreadsheet opens right and cannot be harmed by."""

import csv
import re
from typing import Any

import pandas as pd

from data.filters import Filters

UNSEEN = r"\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
FORMULA = re.compile(rf"^[{UNSEEN}]*['=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\x00]")
"""Text whose first visible character a spreadsheet could take for a formula (ASVS 5.0, 1.2.10), or that
begins with our own mark, so that taking one `'` off always gives the text back."""


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """The rows as CSV: UTF-8 with BOM, every cell quoted, CRLF, ISO dates, no index, formulas neutralised."""
    text = neutral(rows).to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def neutral(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as they are written: `'` before each text that a spreadsheet would run, `true` and `false`.

    Whole numbers have no point: a gap in a column of whole numbers makes pandas read them as floats.
    """
    return pd.DataFrame({name: _column(rows[name]) for name in rows.columns}, index=rows.index)


def file_name(table: str, filters: Filters, build: str) -> str:
    """`chegara_<table>_<filters>_<build>.csv`."""
    return f"chegara_{table}_{filters.slug()}_{build}.csv"


def _column(values: "pd.Series[Any]") -> "pd.Series[Any]":
    if pd.api.types.is_float_dtype(values):
        known = values.dropna()
        return values.astype("Int64") if (known == known.round()).all() else values
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        return values
    return values.astype(object).map(_cell)


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
