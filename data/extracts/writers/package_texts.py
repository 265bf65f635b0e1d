"""The texts of a data package: README.md and CITATION.cff."""

import json
from collections.abc import Sequence

from data.extracts.frame import Frame
from data.extracts.receipt import Receipt
from data.extracts.request import NOT_STATED

AUTHORS = "The curators of Chegara"


def format_readme(frames: Sequence[Frame], receipt: Receipt) -> str:
    """What the package holds and how to read it."""
    rows = [
        f"| `data/{frame.name}.csv` | {frame.title} | {len(frame.rows):,} of {frame.of:,} |"
        for frame in frames
    ]
    read = [
        f"- {source.publisher}: {source.title} ({source.published_on}); retrieved: {source.read_on}. "
        f"{source.url}"
        for source in receipt.sources
    ]
    parts = [
        f"# Chegara: {receipt.title}",
        f"Filter: {receipt.filter}.",
        f"The same view: <{receipt.link}>",
        f"Release {receipt.release} ({receipt.released_on}), build {receipt.build}.",
        "\n".join(["| file | what | rows |", "|---|---|---|", *rows]),
        "## To cite",
        receipt.cite,
        "## To read",
        receipt.inexact_dates,
        "The files are UTF-8 with a byte-order mark. An empty cell says: not stated. Text that a spreadsheet "
        "could run as a formula, or that begins with an apostrophe, has one apostrophe before it: take it "
        "off to have the text of the record. Lists in one cell are joined by ` | `. `datapackage.json` says "
        "what each column holds, `data-dictionary.md` what each table does; `SHA256SUMS` proves the files "
        "(`sha256sum -c SHA256SUMS`).",
        "## Licence",
        receipt.licence,
        f"## Sources ({len(receipt.sources)})",
        "\n".join(read) or "None.",
    ]
    return "\n\n".join(parts) + "\n"


def format_citation(receipt: Receipt) -> str:
    """The Citation File Format 1.2.0; texts are quoted as JSON does, which YAML reads."""
    lines = [
        "cff-version: 1.2.0",
        'message: "To cite these data, use the following."',
        "type: dataset",
        f"title: {_quote(f'Chegara: {receipt.title}; {receipt.filter}')}",
        f"version: {_quote(receipt.release)}",
        "license: MIT",
        "authors:",
        f"  - name: {_quote(AUTHORS)}",
        "identifiers:",
        "  - type: other",
        f"    value: {_quote(f'build {receipt.build}')}",
        "    description: Identifies the data and the code that they were read by",
    ]
    if receipt.released_on != NOT_STATED:
        lines.append(f"date-released: {_quote(receipt.released_on)}")
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
