"""The record at one moment, as releases are compared by: each row and each claim, wherever it is kept."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from data import engines, releases, store
from data.claims.ids import KEY, SEPARATOR, claim_id
from data.parsers.cells import format_value
from data.schema.keys import row_key
from etl import pipeline
from etl.reporting.errors import BadData, Fault, MachineError, UsageError
from etl.staging import tables

Cells = dict[str, str]
RANKED = ("rank", "rule", "reason")
REST = ("anchor", "prefix", "suffix", "paragraph", "claimant", "confidence", "is_inferred")
"""What a claim holds beside key and rank."""


@dataclass(slots=True)
class State:
    """`rows` are digests by table and key; `cells` the rows themselves, where they are known."""

    name: str
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    cells: dict[str, dict[str, Cells]] = field(default_factory=dict)
    claims: dict[str, Cells] = field(default_factory=dict)


def prepared_state(prepared: pipeline.PreparedData) -> State:
    """The state of data that are ready to be written."""
    found = {
        name: [row for part in prepared.staged.read(name) for row in part.rows]
        for name in tables.curated_tables()
    }
    return _state(f"release {prepared.expected.release}", found)


def read_state(given: str, folder: Path) -> State:
    """The state that `--since` names: a release in `folder`, a folder of CSV files, or a store."""
    path = Path(given)
    if given in releases.list_releases(folder):
        return _of_release(given, folder)
    if path.is_dir():
        with pipeline.prepare(path) as prepared:
            return prepared_state(prepared)
    if path.is_file():
        return _of_store(path)
    known = ", ".join(releases.list_releases(folder)) or "none yet"
    raise UsageError(f"--since {given}: is no release written ({known}), no folder and no store")


def cells_digest(cells: Iterable[str]) -> str:
    """Eight hexadecimal digits that change with any of the cells."""
    return hashlib.sha256(SEPARATOR.join(cells).encode()).hexdigest()[:8]


def _state(name: str, found: Mapping[str, list[dict[str, Any]]]) -> State:
    state = State(name)
    for table, rows in found.items():
        columns = tables.input_columns(table)
        if table == "claims":
            state.claims = {claim["claim_id"]: claim for claim in map(_claim, rows)}
            continue
        own = {
            row_key(table, row): {column: format_value(row[column]) or "" for column in columns}
            for row in rows
            if not row.get(tables.DERIVED_ROW)
        }
        state.cells[table] = own
        state.rows[table] = {key: cells_digest(cells.values()) for key, cells in own.items()}
    return state


def _claim(row: Mapping[str, Any]) -> Cells:
    found = {column: format_value(row[column]) or "" for column in (*KEY, *RANKED, "is_disputed")}
    found["claim_id"] = claim_id(*(found[column] for column in KEY))
    found["passage"] = cells_digest(format_value(row[column]) or "" for column in REST)
    return {column: found[column] for column in releases.CLAIMS}


def _of_release(release: str, folder: Path) -> State:
    state = State(f"release {release}")
    for row in releases.read_rows(release, folder):
        state.rows.setdefault(row["table"], {})[row["key"]] = row["digest"]
    state.claims = {claim["claim_id"]: claim for claim in releases.read_claims(release, folder)}
    if not state.rows or not state.claims:
        raise MachineError(f"{folder}: the files of release {release} are not complete")
    return state


def _of_store(path: Path) -> State:
    if fault := store.find_fault(store.Build(path, None)):
        raise BadData([Fault(path.name, None, None, None, f"is no store to compare with: {fault}")])
    engine = store.open_read_only(path.resolve())
    try:
        found = {
            name: engines.read_records(engine, _all(model)) for name, model in tables.curated_tables().items()
        }
    finally:
        engine.dispose()
    return _state(f"the store {path.name}", found)


def _all(model: Any) -> Any:
    return select(*(col(getattr(model, name)) for name in model.model_fields))
