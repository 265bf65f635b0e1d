from pages.views.html.tables.arrow import WRAPPED, make_table, table_height


def test_a_table_shows_whole_rows_and_no_more_than_it_has() -> None:
    assert table_height(3, 10) == 33 + 3 * 33 + 2
    assert table_height(300, 8, WRAPPED) == 33 + 8 * 61 + 2
    assert table_height(0, 8) == 33 + 33 + 2


def test_the_columns_that_are_named_in_their_order_blank_where_a_row_has_none() -> None:
    found = make_table([{"a": 1, "b": "x", "c": True}, {"b": None, "a": 2}], ("b", "a", "c"))
    assert found.column_names == ["b", "a", "c"]
    assert found.to_pylist() == [{"b": "x", "a": 1, "c": True}, {"b": None, "a": 2, "c": None}]


def test_without_rows_there_are_columns() -> None:
    found = make_table([], ("a", "b"))
    assert (found.column_names, found.num_rows) == (["a", "b"], 0)
