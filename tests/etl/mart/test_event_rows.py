import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters
from data.queries.events.held import ADDRESS
from etl.mart import event_rows

QUERY = "SELECT n, own, more FROM read_event_rows ORDER BY n"


def read_lines(draft: sqlite3.Connection) -> list[tuple[int, bytes]]:
    return [(n, own + more.replace(ADDRESS, b"")) for n, own, more in draft.execute(QUERY)]


def test_every_event_has_its_row_of_json_lines(
    engine: Engine, store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Request("events", Filters(), export.find_release(engine), base=event_rows.NO_ADDRESS)
    expected = [*enumerate(export.make_file(asked, "jsonl", engine).splitlines()[1:])]
    monkeypatch.setattr(event_rows, "BATCH", 4)
    (tmp_path / "draft.sqlite").write_bytes(store_path.read_bytes())
    with closing(sqlite3.connect(tmp_path / "draft.sqlite")) as draft:
        assert read_lines(draft) == expected
        draft.execute("DELETE FROM read_event_rows")
        draft.executemany("INSERT INTO read_event_rows VALUES (?, ?, ?)", event_rows.list_rows(draft))
        assert read_lines(draft) == expected
