"""The formats in which sources are handed on, many at once."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from data.citations import bibtex, styles
from data.citations.cited import Cited, Passage
from data.claims.citations import csl_item, ris_record, ris_text
from data.values.date_words import format_date

__all__ = ["FORMATS", "Cited", "Format", "Passage", "write"]


class Format(NamedTuple):
    """A format by its name in menus; `extension` and `mime` of its files."""

    label: str
    extension: str
    mime: str
    write: Callable[[Sequence[Cited]], str]


def write(cited: Sequence[Cited], form: str) -> bytes:
    """The sources in one of FORMATS, as a file in UTF-8."""
    return FORMATS[form].write(cited).encode()


def _ris(cited: Sequence[Cited]) -> str:
    """Each quoted passage is a note of its record."""
    records = []
    for each in cited:
        notes = {"notes": [Cited(each.source, (passage,)).note for passage in each.passages]}
        records.append(ris_record(each.source) | (notes if each.passages else {}))
    return ris_text(records)


def _csl(cited: Sequence[Cited]) -> str:
    items = [csl_item(each.source) | ({"note": each.note} if each.passages else {}) for each in cited]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _text(style: str, cited: Sequence[Cited]) -> str:
    """A paragraph a source; the quoted words and the day it was read after it in square brackets."""
    texts = [
        f"{text} [{more}]" if (more := _more(each)) else text
        for text, each in zip(styles.format_sources(cited, style), cited, strict=True)
    ]
    return "\n\n".join(texts) + "\n"


def _more(cited: Cited) -> str:
    read = f"read {format_date(cited.source['read_on'])}" if cited.source["read_on"] else ""
    return "; ".join(part for part in (cited.note, read) if part)


TEXT = "text/plain"
FORMATS = {
    "ris": Format("RIS", "ris", "application/x-research-info-systems", _ris),
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", bibtex.write),
    "csl": Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", _csl),
} | {name: Format(label, "txt", TEXT, partial(_text, name)) for name, label in styles.STYLES.items()}
