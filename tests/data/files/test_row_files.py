from pathlib import Path

from data.files.row_files import append_rows, format_rows, read_rows, write_rows

COLUMNS = ("a", "b")


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "new" / "rows.csv"
    append_rows(path, COLUMNS, [{"a": "1", "b": 'two, "2"\nlines'}])
    append_rows(path, COLUMNS, [{"a": "3"}])
    assert read_rows(path) == [{"a": "1", "b": 'two, "2"\nlines'}, {"a": "3", "b": ""}]


def test_a_line_that_was_cut_is_left_out_and_ended(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("a,b\n1,2\n3,", encoding="utf-8")
    assert read_rows(path) == [{"a": "1", "b": "2"}]
    append_rows(path, COLUMNS, [{"a": "5", "b": "6"}])
    assert read_rows(path)[-1] == {"a": "5", "b": "6"}


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    write_rows(path, COLUMNS, [{"a": "1"}])
    write_rows(path, COLUMNS, [{"a": "2", "c": "left out"}])
    assert path.read_text(encoding="utf-8") == "a,b\n2,\n"
    assert read_rows(tmp_path / "absent.csv") == []
    assert format_rows(COLUMNS, [{"a": "1"}]) == "1,\n"
