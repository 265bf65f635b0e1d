from sqlalchemy import Engine

from data import engines
from data.queries.recheck import list_claims


def test_claims_on_a_table_name_their_publisher(engine: Engine) -> None:
    found = engines.read_records(engine, list_claims("border_liaison_offices"))
    assert [(row["subject"], row["field"], row["value"], row["publisher"]) for row in found] == [
        ("gamma-crossing", "status", "operational", "Alpha")
    ]
    assert len(engines.read_records(engine, list_claims("events"))) == 9
