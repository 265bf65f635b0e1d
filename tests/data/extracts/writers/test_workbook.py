import io
from datetime import date, datetime

import openpyxl
import pytest

from data.extracts.cells import Cells, to_arrow
from data.extracts.frame import Frame
from data.extracts.writers import workbook
from data.extracts.writers.workbook import TooManyRowsError
from tests.data.extracts.conftest import Make
from tests.data.extracts.test_cells import LIVE
from tests.data.extracts.writers.receipts import RECEIPT


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def written(columns: Cells) -> openpyxl.Workbook:
    rows = to_arrow(columns)
    return opened(workbook.write([Frame("events", "Events", rows, len(rows))], RECEIPT))


def test_a_read_me_comes_first_then_a_sheet_with_head_frozen_and_filtered(make: Make) -> None:
    book = opened(make("events", "xlsx"))
    assert book.sheetnames == ["Read me", "events"]
    front = {row[0].value: row[1].value for row in book["Read me"].iter_rows(max_col=2) if row[0].value}
    assert front["filter"] == "the whole record"
    assert front["rows"] == "6"
    assert (
        front["record_url"]
        == "The page in the dashboard: of the row itself, else of its event, else of its source."
    )
    sheet = book["events"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet["A1"].font.bold


def test_dates_are_real_only_where_they_are_exact_to_the_day(make: Make) -> None:
    sheet = opened(make("events", "xlsx"))["events"]
    head = [cell.value for cell in sheet[1]]
    rows = {row[0].value: dict(zip(head, row, strict=True)) for row in sheet.iter_rows(min_row=2)}
    exact = rows["2021-03-03-alphaville-roundtable"]
    assert exact["start_on"].value == datetime(2021, 3, 3)  # noqa: DTZ001 - Excel knows no zones
    assert exact["start_on"].number_format == "yyyy-mm-dd"
    assert rows["2021-03-alphaville-course"]["start_on"].value == "2021-03"
    assert rows["2022-06-beta-office"]["start_on"].value == "2022-01-15", "the bound of an unknown day"
    assert rows["2022-06-beta-office"]["source_count"].value == 1
    assert exact["is_disputed"].value in (True, False)


@pytest.mark.parametrize("cell", [cell for cell in LIVE if "\x00" not in cell])
def test_hostile_cells_are_text_and_come_back(cell: str) -> None:
    found = written({"a": [cell]})["events"]["A2"]
    assert found.data_type in ("s", "inlineStr")
    assert found.value.replace("_x000D_", "\r").removeprefix("'").replace("\n", "") == cell.replace("\n", "")


def test_what_is_too_long_for_a_cell_is_cut_and_said() -> None:
    book = written({"a": ["x" * 40_000, "y"]})
    assert len(book["events"]["A2"].value) == 32_767
    assert "1 cells of events were too long" in str([c.value for c in book["Read me"]["B"]])


def test_days_that_excel_cannot_count_stay_text() -> None:
    book = written({"earliest": [date(1850, 1, 1), date(1950, 1, 1)]})
    assert book["events"]["A2"].value == "1850-01-01"
    assert book["events"]["A3"].value == datetime(1950, 1, 1)  # noqa: DTZ001


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    with pytest.raises(TooManyRowsError, match="events has more than 1 rows; take CSV or Parquet"):
        written({"a": ["x", "y"]})
