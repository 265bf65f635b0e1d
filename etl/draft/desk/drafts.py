"""One document with its candidates, as a folder: draft.toml, document.txt, candidates.csv.

draft.toml is written by the desk and may be edited by hand: [source] is the row of sources.csv, [event] holds
what no words of the document give: a title in our own words, themes, or the event of the record that it is.
"""

import json
import tomllib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from data import documents
from data.documents import Document
from etl.draft.candidates.candidate import Candidate, Field, Origin
from etl.draft.desk.csv_files import Cells, read_rows, write_rows
from etl.reporting.errors import UsageError

DRAFTED, MERGED, SET_ASIDE = "drafted", "merged", "set aside"
COLUMNS = (
    *("id", "field", "value", "rows", "paragraph", "start", "end", "anchor"),
    *("why", "by", "rank", "inferred", "detail"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    name: str
    text_sha256: str
    language: str
    record: str
    """Digest of the curated files that the candidates were found with."""
    state: str = DRAFTED
    checked: str = ""
    """Digest of the curated files that the rows were last checked with, and of the rows."""
    notes: tuple[str, ...] = ()
    source: dict[str, str] = field(default_factory=dict)
    event: dict[str, Any] = field(default_factory=dict)
    candidates: tuple[tuple[str, Candidate], ...] = ()
    """With their identities."""


def write(folder: Path, draft: Draft, text: str | None = None) -> None:
    """Write a draft; `text` is the document, which never changes afterwards."""
    own = folder / draft.name
    own.mkdir(parents=True, exist_ok=True)
    if text is not None:
        (own / "document.txt").write_bytes(text.encode())
        write_rows(own / "candidates.csv", COLUMNS, [_cells(*pair) for pair in draft.candidates])
    beside = own / "draft.toml.new"
    beside.write_text(_toml(draft), encoding="utf-8")
    beside.replace(own / "draft.toml")


def add_candidate(folder: Path, draft: Draft, candidate: Candidate) -> Draft:
    """The draft with a candidate that a curator added by hand."""
    pair = candidate.identity(draft.text_sha256), candidate
    changed = replace(draft, candidates=(*draft.candidates, pair))
    write_rows(
        folder / draft.name / "candidates.csv", COLUMNS, [_cells(*each) for each in changed.candidates]
    )
    return changed


def read(folder: Path, name: str) -> Draft:
    """A draft by its name; UsageError where there is none or its file is damaged."""
    own = folder / name
    try:
        told = tomllib.loads((own / "draft.toml").read_text(encoding="utf-8"))
        pairs = tuple((row["id"], _candidate(row)) for row in read_rows(own / "candidates.csv"))
        return Draft(**told | {"notes": tuple(told["notes"]), "candidates": pairs})
    except OSError as error:
        raise UsageError(f"{name}: there is no such draft in {folder}") from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{own / 'draft.toml'}: {error}") from error


def names(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob("*/draft.toml"))


def document_of(folder: Path, draft: Draft) -> Document:
    return documents.parse_document((folder / draft.name / "document.txt").read_text(encoding="utf-8"))


def _toml(draft: Draft) -> str:
    """JSON's strings, numbers and lists are TOML's."""
    told = asdict(draft)
    del told["candidates"]
    tables = {name: told.pop(name) for name in ("source", "event")}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]
    for name, cells in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in cells.items()]
    return "\n".join(lines) + "\n"


def _cells(identity: str, candidate: Candidate) -> Cells:
    own = {name: str(getattr(candidate, name)) for name in COLUMNS if name not in ("id", "rows", "detail")}
    detail = json.dumps(candidate.detail, ensure_ascii=False)
    return own | {"id": identity, "rows": " ".join(row or "-" for row in candidate.rows), "detail": detail}


def _candidate(row: Cells) -> Candidate:
    rows = tuple("" if each == "-" else each for each in row["rows"].split())  # `-` is a new row
    return Candidate(
        field=Field(row["field"]),
        value=row["value"],
        paragraph=int(row["paragraph"]),
        start=int(row["start"]),
        end=int(row["end"]),
        why=row["why"],
        rank=float(row["rank"]),
        by=Origin(row["by"]),
        rows=rows,
        detail=json.loads(row["detail"]),
        inferred=row["inferred"],
        anchor=row["anchor"],
    )
