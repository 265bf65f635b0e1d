"""Data package (Frictionless): rows as CSV with schema, keys, sources, licences, receipts, checksums."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from data.extracts import columns
from data.extracts.frame import Frame
from data.extracts.receipt import Receipt, format_json, receipt_fields
from data.extracts.request import NOT_STATED
from data.extracts.writers import package_texts
from data.extracts.writers.csv_file import table_bytes
from data.schema import dictionary

LICENCES = [
    {"name": "MIT", "title": "MIT licence", "path": "https://opensource.org/license/mit"},
    {
        "name": "CC-BY-4.0",
        "title": "Coordinates of cities: GeoNames, CC BY 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    },
]
UNDATED = date(1980, 1, 1)
"""The first day that a zip file can hold."""


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The frames in a zip file; entries in order of name, dated by the release."""
    tables = {f"data/{frame.name}.csv": table_bytes(frame.rows) for frame in frames}
    files = dict(tables)
    for frame, (path, content) in zip(frames, tables.items(), strict=True):
        own = format_json(_frame_receipt(receipt, frame), indent=1, sha256=_sha256(content))
        files[path.removesuffix(".csv") + ".metadata.json"] = own.encode()
    described = json.dumps(describe_package(frames, receipt, tables), ensure_ascii=False, indent=1)
    files |= {
        "datapackage.json": described.encode(),
        "README.md": package_texts.format_readme(frames, receipt).encode(),
        "CITATION.cff": package_texts.format_citation(receipt).encode(),
        "data-dictionary.md": dictionary.markdown().encode(),
    }
    sums = "".join(f"{_sha256(files[path])}  {path}\n" for path in sorted(files))
    return _zip_files({**files, "SHA256SUMS": sums.encode()}, _day(receipt))


def describe_package(
    frames: Sequence[Frame], receipt: Receipt, tables: Mapping[str, bytes]
) -> dict[str, Any]:
    """The content of datapackage.json."""
    here = {frame.name for frame in frames}
    day = {} if receipt.released_on == NOT_STATED else {"created": f"{receipt.released_on}T00:00:00Z"}
    return {
        "profile": "tabular-data-package",
        "name": "chegara",
        "id": f"chegara-{receipt.release}-{receipt.build}",
        "title": f"Chegara: {receipt.title}",
        "description": receipt.cite,
        "version": receipt.release,
        **day,
        "licenses": LICENCES,
        "sources": [_source(source.title, source.url) for source in receipt.sources],
        "resources": [
            _resource(frame, path, content, here)
            for frame, (path, content) in zip(frames, tables.items(), strict=True)
        ],
        "receipt": receipt_fields(receipt),
    }


def _resource(frame: Frame, path: str, content: bytes, here: set[str]) -> dict[str, Any]:
    return {
        "name": frame.name,
        "title": frame.title,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(content),
        "hash": f"sha256:{_sha256(content)}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(frame, here),
    }


def _schema(frame: Frame, here: set[str]) -> dict[str, Any]:
    known = columns.describe_columns(frame)
    schema: dict[str, Any] = {"fields": [_field(column) for column in known], "missingValues": [""]}
    keys = [column.name for column in known if column.is_key]
    if keys and frame.name == frame.table:
        schema["primaryKey"] = keys
    refers = [(column.name, *column.refers_to.split(".")) for column in known if column.refers_to]
    schema["foreignKeys"] = [
        {"fields": [name], "reference": {"resource": table, "fields": [key]}}
        for name, table, key in refers
        if table in here
    ]
    return schema


def _field(column: columns.Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.sentence}
    if column.allowed:
        field["constraints"] = {"enum": list(column.allowed)}
    return field


def _source(title: str, url: str) -> dict[str, str]:
    return {"title": title} if url == NOT_STATED else {"title": title, "path": url}


def _frame_receipt(receipt: Receipt, frame: Frame) -> Receipt:
    """The receipt of one frame out of several."""
    used = frame.source_ids
    number = len(frame.rows)
    return replace(
        receipt,
        title=frame.title,
        table=frame.name,
        tables=(frame.name,),
        rows=number,
        of_rows=frame.of,
        counts={frame.name: number},
        sources=tuple(source for source in receipt.sources if source.id in used),
    )


def _zip_files(files: Mapping[str, bytes], day: date) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o644 << 16,
            )
            archive.writestr(entry, files[path])
    return out.getvalue()


def _day(receipt: Receipt) -> date:
    return UNDATED if receipt.released_on == NOT_STATED else date.fromisoformat(receipt.released_on)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
