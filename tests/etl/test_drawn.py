from sqlalchemy import Engine

from etl import drawn
from etl.tables import curated


def test_loaded_tables_are_read_into_memory(engine: Engine) -> None:
    with engine.connect() as connection:
        found = drawn.tables(connection)
    assert found.keys() == curated().keys()
    assert len(found["events"].rows) == 6
