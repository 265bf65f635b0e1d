import io
import json

from pyarrow import parquet

from tests.data.extracts.conftest import Make


def test_columns_are_typed_and_the_receipt_is_in_the_schema(make: Make) -> None:
    table = parquet.read_table(io.BytesIO(make("events", "parquet")))
    assert str(table.schema.field("earliest").type) == "date32[day]"
    assert str(table.schema.field("is_disputed").type) == "bool"
    assert json.loads(table.schema.metadata[b"chegara"])["rows"] == table.num_rows == 6
