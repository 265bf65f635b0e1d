import pandas as pd

from data.parsers import workbook
from data.parsers.limits import PAGE, Budget
from tests.data.parsers.extracts import xlsx, zipped


def test_a_workbook_is_told_from_a_package() -> None:
    assert workbook.is_workbook("x", xlsx({"people": pd.DataFrame({"id": ["a"]})}), Budget(PAGE))
    assert not workbook.is_workbook("x", zipped({"a.csv": b"id"}), Budget(PAGE))


def test_each_sheet_but_the_read_me_is_a_table() -> None:
    content = xlsx({name: pd.DataFrame({"id": [name]}) for name in ("people", "places")})
    found = workbook.read_workbook("x.xlsx", content, Budget(PAGE))
    assert [(sheet.file, sheet.title, sheet.rows) for sheet in found.sheets] == [
        ("x.xlsx[people]", "people", ({"id": "people"},)),
        ("x.xlsx[places]", "places", ({"id": "places"},)),
    ]
    assert found.receipt["release"] == "2026.11.1"
