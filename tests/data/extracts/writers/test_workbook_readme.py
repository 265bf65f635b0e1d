import io

import openpyxl

from data.extracts.cells import to_arrow
from data.extracts.frame import Frame
from data.extracts.writers import workbook
from tests.data.extracts.writers.receipts import RECEIPT


def test_the_sheet_says_what_each_column_holds_and_how_text_is_marked() -> None:
    frame = Frame("events", "Events", to_arrow({"id": ["x"], "places": ["y"]}), 1, "events")
    book = openpyxl.load_workbook(io.BytesIO(workbook.write([frame], RECEIPT)))
    cells = {row[0].value: row[1].value for row in book["Read me"].iter_rows(max_col=2) if row[0].value}
    assert book["Read me"]["A1"].value == "Chegara: Events"
    assert cells["places"] == "Names of the places, joined by `; `."
    assert "apostrophe" in cells["text_cells"]
    assert cells["cite"] == RECEIPT.cite
