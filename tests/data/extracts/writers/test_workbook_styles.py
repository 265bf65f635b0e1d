import io

import xlsxwriter

from data.extracts.writers.workbook_styles import make_styles


def test_the_head_is_set_off() -> None:
    with xlsxwriter.Workbook(io.BytesIO()) as book:
        found = make_styles(book)
        assert found.head.bold
        assert found.day.num_format == "yyyy-mm-dd"
        book.add_worksheet()
