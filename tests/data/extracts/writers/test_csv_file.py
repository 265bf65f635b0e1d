from datetime import date

import pandas as pd
import pyarrow as pa

from data.extracts import csv_bytes
from data.extracts.writers import csv_file

LITERAL = (
    "\ufeff"
    '"title","start_on","number","length_km","is_named","note"\r\n'
    '"Мирзиёев, ""Ташкент""","2022-03-03","2022","-3.5","true","two\nlines"\r\n'
    '"\'=1+1","2021-11-23","","1344.15","false",""\r\n'
)


def test_csv_is_quoted_with_bom_and_crlf() -> None:
    rows = pd.DataFrame(
        {
            "title": ['Мирзиёев, "Ташкент"', "=1+1"],
            "start_on": [date(2022, 3, 3), date(2021, 11, 23)],
            "number": [2022, None],
            "length_km": [-3.5, 1344.15],
            "is_named": [True, False],
            "note": ["two\nlines", None],
        }
    )
    assert csv_bytes(rows).decode("utf-8") == LITERAL
    assert rows["title"].tolist() == ['Мирзиёев, "Ташкент"', "=1+1"], "a frame is not changed by writing it"


def test_csv_of_no_rows_is_its_header() -> None:
    assert csv_bytes(pd.DataFrame({"id": [], "name": []})) == b'\xef\xbb\xbf"id","name"\r\n'


def test_rows_without_a_head_follow_others() -> None:
    table = pa.table({"a": ["=1", None], "b": [1, 2]})
    whole = csv_file.table_bytes(table)
    parts = csv_file.table_bytes(table.slice(0, 1)), csv_file.table_bytes(table.slice(1), has_head=False)
    assert b"".join(parts) == whole
    assert parts[1] == b'"","2"\r\n'
