from data.values.rows import group_rows

ROWS = [{"a": 1, "b": "x"}, {"a": 2, "b": "x"}, {"a": 1, "b": "y"}]


def test_rows_are_grouped_by_a_column_or_by_several_in_the_order_of_the_first() -> None:
    assert group_rows(ROWS, "a") == {1: [ROWS[0], ROWS[2]], 2: [ROWS[1]]}
    assert list(group_rows(ROWS, "b", "a")) == [("x", 1), ("x", 2), ("y", 1)]
    assert group_rows([], "a") == {}
