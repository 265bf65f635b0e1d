import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from data.readmodel import FULL_TEXT, READ
from etl import readmodel
from etl.progress import silent

TABLES = [*(table.name for table in READ.sorted_tables), "read_titles", "read_called", "search"]


@pytest.fixture
def draft(store_path: Path, tmp_path: Path) -> Path:
    """The store of the invented rows without its read model."""
    path = tmp_path / "draft.sqlite"
    path.write_bytes(store_path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            connection.execute(f"DROP TABLE {table}")
        connection.commit()
    return path


def dumped(path: Path) -> list[str]:
    """The rows of the derived tables, and what the full-text tables hold."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            repr(row)
            for table in READ.sorted_tables
            for row in connection.execute(f"SELECT * FROM {table.name} ORDER BY 1, 2")  # noqa: S608
        ] + [
            repr(row)
            for name in FULL_TEXT
            for row in connection.execute(f"SELECT * FROM {name}_data ORDER BY 1")  # noqa: S608
        ]


def test_the_read_model_is_made_anew_from_the_public_tables_alone(draft: Path, store_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    engine = create_engine(f"sqlite:///{draft}", poolclass=NullPool)
    with engine.begin() as connection:
        readmodel.build(connection, lambda *step: told.append(step))
    assert dumped(draft) == dumped(store_path)
    assert told == [("arrange", 0, 6), ("arrange", 6, 6)]


def test_a_store_without_events_has_an_empty_read_model(draft: Path) -> None:
    engine = create_engine(f"sqlite:///{draft}", poolclass=NullPool)
    linked = ("event_places", "event_organisations", "event_instruments", "event_themes", "speakers")
    with engine.begin() as connection:
        for table in (*linked, "claims", "recommendations", "statements", "agenda_items", "events"):
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608
        readmodel.build(connection, silent)
        assert connection.execute(text("SELECT count(*) FROM read_events")).scalar() == 0
        assert connection.execute(text("SELECT sum(events) FROM read_names")).scalar() == 0


def test_publishers_and_months_add_up_what_was_read(store_path: Path) -> None:
    with closing(sqlite3.connect(store_path)) as connection:
        found = connection.execute("SELECT publisher, pages, dated, months FROM read_publishers").fetchall()
        assert found == [("Alpha", 1, 1, 1), ("Beta", 1, 0, 0), ("Beta News", 1, 1, 1), ("Gamma", 1, 0, 0)]
        assert connection.execute("SELECT publisher, month, pages FROM read_months").fetchall() == [
            (0, "2021-03", 1),
            (2, "2021-03", 1),
        ]


def test_an_organisation_is_at_an_event_by_its_parts_and_others_for_the_search(store_path: Path) -> None:
    query = """
        SELECT f.n, f.roles FROM read_facts f JOIN read_names m ON m.number = f.number
        WHERE m."table" = ? AND m.id = ? ORDER BY 1
    """
    with closing(sqlite3.connect(store_path)) as connection:
        assert connection.execute(query, ("organisations", "gamma-uz")).fetchall() == [(0, 8), (1, 2)]
        assert connection.execute(query, ("people", "alfov-anna")).fetchall() == [(1, 32)]
        assert connection.execute(query, ("countries", "UZB")).fetchall() == [(0, 0), (1, 0)]
        assert connection.execute(query, ("themes", "drugs")).fetchall() == [(2, 0)]
