"""One document with its candidates, as a folder: draft.toml, document.txt, candidates.csv.

draft.toml is written by the desk and may be edited by hand: [source] is the row of sources.csv, [event] holds
what no words of the document give: a title in our own words, themes, or the event of the record that it is.
"""

import json
import tomllib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from data import documents
from data.documents import Document
from data.drafts.candidate import Candidate, Field, Origin
from data.files.replacement import replace_file
from data.files.row_files import Cells, read_rows, write_rows

TEXT, HEAD, CANDIDATES = "document.txt", "draft.toml", "candidates.csv"
COLUMNS = (
    *("id", "field", "value", "rows", "paragraph", "start", "end", "anchor"),
    *("why", "by", "rank", "inferred", "detail"),
)
NEW_ROW = "-"
"""In lists of rows: none of the record's, a new one."""


class DraftError(Exception):
    """Why a draft cannot be read, in one sentence."""


@dataclass(frozen=True, slots=True)
class Draft:
    name: str
    text_sha256: str
    checked: str = ""
    """Digest of the curated files, and of the rows, that were last checked together."""
    notes: tuple[str, ...] = ()
    source: dict[str, str] = field(default_factory=dict)
    event: dict[str, Any] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)
    """Events of the record that it may report, and why."""
    candidates: tuple[tuple[str, Candidate], ...] = ()
    """With their identities."""


def create_draft(folder: Path, draft: Draft, text: str) -> None:
    """Write a new draft with its document and candidates, which never change afterwards."""
    own = folder / draft.name
    own.mkdir(parents=True)
    (own / TEXT).write_bytes(text.encode())
    write_rows(own / CANDIDATES, COLUMNS, [_cells(*pair) for pair in draft.candidates])
    update_draft(folder, draft)


def update_draft(folder: Path, draft: Draft) -> None:
    """Write what may change of a draft: its metadata."""
    replace_file(folder / draft.name / HEAD, _toml(draft).encode())


def read_draft(folder: Path, name: str) -> Draft:
    """A draft by its name; DraftError where there is none or its files are damaged."""
    own = folder / name
    if name not in list_drafts(folder):
        raise DraftError(f"{name}: there is no such draft in {folder}")
    try:
        told = tomllib.loads((own / HEAD).read_text(encoding="utf-8"))
        pairs = tuple((row["id"], _candidate(row)) for row in read_rows(own / CANDIDATES))
        return Draft(**told | {"notes": tuple(told["notes"]), "candidates": pairs})
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise DraftError(f"{own / HEAD}: {error}") from error


def list_drafts(folder: Path) -> list[str]:
    """The names of all drafts."""
    return sorted(path.parent.name for path in folder.glob(f"*/{HEAD}"))


def read_text(folder: Path, name: str) -> Document:
    """The document of a draft."""
    return documents.parse_document((folder / name / TEXT).read_text(encoding="utf-8"))


def _toml(draft: Draft) -> str:
    """JSON's strings, numbers and lists are TOML's."""
    told = asdict(draft)
    del told["candidates"]
    tables = {name: told.pop(name) for name in ("source", "event", "alike")}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]
    for name, cells in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in cells.items()]
    return "\n".join(lines) + "\n"


def _cells(identity: str, candidate: Candidate) -> Cells:
    own = {name: str(getattr(candidate, name)) for name in COLUMNS if name not in ("id", "rows", "detail")}
    detail = json.dumps(candidate.detail, ensure_ascii=False)
    return own | {
        "id": identity,
        "rows": " ".join(row or NEW_ROW for row in candidate.rows),
        "detail": detail,
    }


def _candidate(row: Cells) -> Candidate:
    return Candidate(
        field=Field(row["field"]),
        value=row["value"],
        paragraph=int(row["paragraph"]),
        start=int(row["start"]),
        end=int(row["end"]),
        why=row["why"],
        rank=float(row["rank"]),
        by=Origin(row["by"]),
        rows=tuple("" if each == NEW_ROW else each for each in row["rows"].split()),
        detail=json.loads(row["detail"]),
        inferred=row["inferred"],
        anchor=row["anchor"],
    )
