import sqlite3
from contextlib import closing
from pathlib import Path

from data.schema.mart_tables import TABLES


def test_every_table_and_column_of_the_mart_has_its_sentence(store_path: Path) -> None:
    with closing(sqlite3.connect(store_path)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'read_%'")]
        built = {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for name in names
            if not name.startswith("sqlite_") and "_by_" not in name
        }
    assert set(built) == set(TABLES)
    for name, columns in built.items():
        told = list(TABLES[name].columns)
        assert columns[: len(told)] == told
        assert name == "read_sizes" or len(columns) == len(told)
