from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from data.extracts.cells import (
    FORMULA,
    LIVE_FIRST,
    Cells,
    format_column,
    list_columns,
    neutralise,
    parse_day,
    to_arrow,
    type_column,
)

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
    "\u2028=1",
    "\u3000=1",
    "'",
    "'=1",
    " 'x",
]


@pytest.mark.parametrize("cell", LIVE)
def test_a_formula_is_marked_and_the_mark_comes_off(cell: str) -> None:
    [written] = neutralise(pa.array([cell])).to_pylist()
    assert written == f"'{cell}"
    assert written.removeprefix("'") == cell


@pytest.mark.parametrize("cell", ["Tashkent", "Мирзиёев", "a=b", "3–4 March", "–", "", " x", "1+1", "(-1)"])
def test_other_text_stays(cell: str) -> None:
    assert neutralise(pa.array([cell, None])).to_pylist() == [cell, None]


def test_the_first_byte_of_a_formula_is_always_looked_at() -> None:
    every = [chr(n) for n in range(0x110000) if not 0xD800 <= n <= 0xDFFF]
    live = pc.match_substring_regex(pa.array([f"{char}=" for char in every]), FORMULA).to_pylist()
    first = {char.encode()[0] for char, is_live in zip(every, live, strict=True) if is_live}
    assert first <= set(np.flatnonzero(LIVE_FIRST))


def test_a_part_of_a_column_is_looked_at_for_itself() -> None:
    column = pa.array(["=1", "x", None, "", "=2", ""])
    assert neutralise(column.slice(1, 3)).to_pylist() == ["x", None, ""]
    assert neutralise(column.slice(3)).to_pylist() == ["", "'=2", ""]
    assert neutralise(pa.array([None, None], pa.string())).to_pylist() == [None, None]


def test_columns_are_typed_and_whole_numbers_have_no_point() -> None:
    columns: Cells = {
        "whole": [1.0, None],
        "part": [41.25, -3.0],
        "truth": [True, None],
        "day": [date(2022, 3, 3), None],
        "none": [None, None],
        "mixed": [1, "a"],
    }
    assert [str(kind) for kind in to_arrow(columns).schema.types] == [
        "int64",
        "double",
        "bool",
        "date32[day]",
        "string",
        "string",
    ]
    assert type_column(columns["mixed"]).to_pylist() == ["1", "a"]


def test_what_is_written_is_iso_and_lower_case_with_gaps() -> None:
    assert format_column(pa.array([date(2022, 3, 3), None])).to_pylist() == ["2022-03-03", ""]
    assert format_column(pa.array([True, None, False])).to_pylist() == ["true", "", "false"]
    assert format_column(pa.array([41.25, 1e-9, None])).to_pylist() == ["41.25", "1e-9", ""]


def test_a_frame_gives_its_columns_and_an_array_stays_as_it_is() -> None:
    frame = pd.DataFrame({"whole": [1.0, None], "text": pd.Series(["a", None], dtype=object)})
    assert to_arrow(list_columns(frame)).to_pydict() == {"whole": [1, None], "text": ["a", None]}
    array = pa.array(["a"])
    assert type_column(array) is array


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2022-03-03", date(2022, 3, 3)),
        ("2022-03", None),
        ("20220303", None),
        ("x", None),
        ("2022-02-30", None),
    ],
)
def test_only_a_whole_iso_date_is_a_day(cell: str, day: date | None) -> None:
    assert parse_day(cell) == day
