import pytest

from data.schema.keys import key_columns


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
