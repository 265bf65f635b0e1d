import pandas as pd

from data.earlier import workbook
from tests.data.earlier.made import xlsx, zipped


def test_a_workbook_is_told_from_a_package() -> None:
    assert workbook.is_workbook(xlsx({"people": pd.DataFrame({"id": ["a"]})}))
    assert not workbook.is_workbook(zipped({"a.csv": b"id"}))
    assert not workbook.is_workbook(b"PK")


def test_each_sheet_but_the_read_me_is_a_table() -> None:
    found = workbook.read(
        "x.xlsx", xlsx({name: pd.DataFrame({"id": [name]}) for name in ("people", "places")})
    )
    assert [(sheet.file, sheet.title, sheet.rows) for sheet in found.sheets] == [
        ("x.xlsx[people]", "people", ({"id": "people"},)),
        ("x.xlsx[places]", "places", ({"id": "places"},)),
    ]
    assert found.receipt["release"] == "2026.11.1"
