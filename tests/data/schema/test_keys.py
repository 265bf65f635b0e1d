import pytest

from data.schema.keys import key_columns, part_key, row_key


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("events", ("id",)),
        ("speakers", ("event_id", "person_id", "role", "source_id")),
        ("claims", ("source_id", "table", "subject", "field", "value")),
        ("build", ("file",)),
    ],
)
def test_the_key_is_in_the_order_of_the_model(table: str, key: tuple[str, ...]) -> None:
    assert key_columns(table) == key


PART = {"id": "alpha", "role": "host", "source_id": "report", "name": "ALPHA"}


def test_a_row_is_named_by_its_key() -> None:
    named = {"event_id": "talks", "organisation_id": "alpha", **PART}
    assert row_key("event_organisations", named) == "talks/alpha/host/report"
    assert row_key("events", {"id": "talks"}) == "talks"


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("event_organisations", "talks/alpha/host/report"),
        ("speakers", "talks/alpha/host/report"),
        ("event_places", "talks/alpha"),
        ("event_instruments", "talks/alpha"),
    ],
)
def test_a_part_of_an_event_is_named_by_the_event_and_its_own_id(table: str, key: str) -> None:
    assert part_key(table, "talks", PART) == key
