import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters
from data.queries.events.held import ADDRESS, BETWEEN, BLOCK
from etl.mart import event_rows


def read_lines(draft: sqlite3.Connection) -> list[str]:
    blocks = draft.execute("SELECT whole FROM read_event_rows ORDER BY block").fetchall()
    rows = [row for (block,) in blocks for row in block.split(BETWEEN)]
    return [row.replace(ADDRESS, b"").decode() for row in rows]


def test_every_event_has_its_row_of_json_lines(
    engine: Engine, store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Request("events", Filters(), export.find_release(engine), base=event_rows.NO_ADDRESS)
    expected = export.make_file(asked, "jsonl", engine).decode().splitlines()[1:]
    monkeypatch.setattr(event_rows, "BATCH", BLOCK)
    (tmp_path / "draft.sqlite").write_bytes(store_path.read_bytes())
    with closing(sqlite3.connect(tmp_path / "draft.sqlite")) as draft:
        assert read_lines(draft) == expected
        draft.execute("DELETE FROM read_event_rows")
        draft.executemany("INSERT INTO read_event_rows VALUES (?, ?, ?)", event_rows.list_blocks(draft))
        assert read_lines(draft) == expected
