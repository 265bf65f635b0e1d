from data.parsers import csv_file
from data.parsers.limits import PAGE, Budget


def test_lines_are_those_of_the_file_where_cells_hold_line_ends() -> None:
    found = csv_file.read_csv("x.csv", "x", b'\xef\xbb\xbfid,b\r\n1,"a\r\nb"\r\n\r\n2,c\r\n', Budget(PAGE))
    assert found.lines == (2, 5)
    assert [row["b"] for row in found.rows] == ["a\r\nb", "c"]
