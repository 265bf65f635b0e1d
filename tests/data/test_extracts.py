from datetime import date

import pandas as pd
import pytest

from data.extracts import csv_bytes, file_name, neutral
from data.filters import Filters

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


def test_csv_of_no_rows_is_its_header() -> None:
    assert csv_bytes(pd.DataFrame({"id": [], "name": []})) == b'\xef\xbb\xbf"id","name"\r\n'


LIVE = [
    "=1+1",
    "+998",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\rx",
    "\nx",
    "\x00=1",
    "\x00x",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    " =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\u00ad=1",
    "'",
    "'=1",
    " 'x",
]


@pytest.mark.parametrize("text", LIVE)
def test_a_formula_is_marked_and_the_mark_comes_off(text: str) -> None:
    written = neutral(pd.DataFrame({"a": [text]}))["a"][0]
    assert written == f"'{text}"
    assert written.removeprefix("'") == text


@pytest.mark.parametrize("text", ["Tashkent", "Мирзиёев", "a=b", "3–4 March", "–", "", " x", "1+1", "(-1)"])
def test_other_text_stays(text: str) -> None:
    assert neutral(pd.DataFrame({"a": [text]}))["a"][0] == text


def test_numbers_stay_numbers() -> None:
    rows = pd.DataFrame({"whole": [1.0, None], "part": [41.25, -3.0], "count": [-1, 0]})
    assert csv_bytes(rows).decode("utf-8-sig") == (
        '"whole","part","count"\r\n"1","41.25","-1"\r\n"","-3.0","0"\r\n'
    )


def test_truth_is_written_in_lower_case_with_gaps() -> None:
    rows = pd.DataFrame({"a": [True, None, False], "b": pd.array([True, None, False], dtype="boolean")})
    assert csv_bytes(rows).decode("utf-8-sig") == '"a","b"\r\n"true","true"\r\n"",""\r\n"false","false"\r\n'


def test_a_frame_is_not_changed_by_writing_it() -> None:
    rows = pd.DataFrame({"a": ["=1"], "n": [2.0]})
    csv_bytes(rows)
    assert rows.to_dict("list") == {"a": ["=1"], "n": [2.0]}


@pytest.mark.parametrize(
    ("filters", "name"),
    [
        (Filters(), "chegara_events_all_4f2a.csv"),
        (
            Filters(organisations=("unodc",), since=date(2021, 1, 1), until=date(2023, 12, 31)),
            "chegara_events_unodc_from-2021-01-01_to-2023-12-31_4f2a.csv",
        ),
        (Filters(words="../Мирзиёев"), "chegara_events_mirzieev_4f2a.csv"),
        (Filters(countries=("UZB",), words="border"), "chegara_events_uzb_border_4f2a.csv"),
    ],
)
def test_file_name_says_what_it_holds(filters: Filters, name: str) -> None:
    assert file_name("events", filters, "4f2a") == name
