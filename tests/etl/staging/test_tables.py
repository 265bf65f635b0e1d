from data.schema.models import BorderId, Partial, Url
from etl.staging import tables
from etl.staging.tables import Reference, Table


def test_the_key_of_a_table_is_in_the_order_of_the_model() -> None:
    assert tables.key_columns("speakers") == ("event_id", "person_id", "role", "source_id")
    assert tables.key_columns("claims") == ("source_id", "table", "subject", "field", "value")
    assert tables.key_columns("events") == ("id",)


def test_columns_leave_out_what_is_derived() -> None:
    assert tables.input_columns("places") == (
        "source_id", "id", "name", "name_cyrillic", "kind", "country_id", "geonames_id",
    )  # fmt: skip
    assert "build" not in tables.curated_tables()
    assert tables.file_name("places") == "places.csv"


def test_references_name_column_and_table() -> None:
    assert tables.references("borders") == (
        Reference("source_id", "sources"),
        Reference("country_a_id", "countries"),
        Reference("country_b_id", "countries"),
    )
    assert tables.unique_columns("borders") == ("name",)
    assert tables.sql_table("borders").name == "borders"


def test_columns_are_told_by_their_kind() -> None:
    assert tables.columns_of_kind("events", Partial) == ("start_on", "end_on")
    assert tables.columns_of_kind("sources", Url) == ("url", "read_via_url")
    assert tables.columns_of_kind("borders", BorderId) == ("id",)
    assert tables.columns_of_kind("themes", Url) == ()


def test_a_table_tells_where_a_cell_stands() -> None:
    table = Table("themes", lines=[7], cells={"id": ["a"], "name": [None]}, broken={(0, "name")})
    assert str(table.fault(0, "id", "is wrong")) == "themes.csv:7: id: is wrong (found 'a')"
    assert str(table.fault(0, "name", "is wrong")) == "themes.csv:7: name: is wrong"
    assert str(table.fault_found(0, "name", "b", "is wrong")) == "themes.csv:7: name: is wrong (found 'b')"
    assert table.is_broken(0, "name")
    assert not table.is_broken(0, "id")


def test_tables_are_read_after_what_their_spellings_need() -> None:
    order = tables.reading_order()
    assert order[:6] == ("organisations", "people", "places", "instruments", "countries", "aliases")
    assert sorted(order) == sorted(tables.curated_tables())
    assert tables.all_columns("places")[-3:] == ("geonames_id", "latitude", "longitude")
