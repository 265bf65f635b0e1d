from copy import deepcopy
from typing import Any

import pytest

from pages.views.html.tables.date_cells import DateColumn


def options(column: DateColumn) -> Any:
    """What its cells may hold, each with what is shown of it."""
    settings: Any = column.config()["type_config"]
    return settings["options"]


@pytest.mark.parametrize(
    ("start", "end", "precision", "stated", "figures", "words"),
    [
        ("2022-03-03", None, "day", None, "2022-03-03", "3 March 2022"),
        ("2022-03-03", "2022-03-04", "day", None, "2022-03-03 to 2022-03-04", "3–4 March 2022"),
        ("2022", None, "year", None, "2022", "2022"),
        (None, "2020-12", "before", "by the end of 2020", "2020-12 or earlier", "by December 2020"),
        ("2014-07", None, "after", None, "2014-07 or later", "after July 2014"),
        ("2013", "2016-03", "between", None, "2013 or later, by 2016-03", "between 2013 and March 2016"),
        (None, None, "unknown", "14 May, year not printed", "undated: 14 May, year not printed", None),
        (None, None, "unknown", None, "undated: not stated", "not stated"),
    ],
)
def test_a_cell_holds_a_span_in_figures_and_shows_it_in_words(
    start: str | None, end: str | None, precision: str, stated: str | None, figures: str, words: str | None
) -> None:
    column = DateColumn("Date")
    row = {"start_on": start, "end_on": end, "date_precision": precision, "date_as_stated": stated}
    assert column.add_span(row) == figures
    assert options(column) == [{"value": figures, "label": words or stated}]


def test_a_column_is_as_wide_as_its_longest_date_if_it_can() -> None:
    column = DateColumn("Date", width=130)
    column.add("2022")
    assert column.config()["width"] == 130
    column.add_pair("2011-11-28", "2012-11-28")
    assert column.config()["width"] == 6 * len("28 November 2011 – 28 November 2012") + 18


def test_an_inferred_span_is_marked_and_stands_beside_one_that_is_printed() -> None:
    column = DateColumn("Date")
    row = {"start_on": "2022", "end_on": None, "date_precision": "year", "date_as_stated": None}
    assert column.add_span(row, is_inferred=True) == "2022 (inferred)"
    assert column.add_span(row) == "2022"
    labels = [option["label"] for option in options(column)]
    assert labels == ["2022 (inferred)", "2022"]


def test_a_cell_of_one_date_and_of_none() -> None:
    column = DateColumn("Published", width=130)
    assert [column.add(partial) for partial in ("2021-03", None, "2021-03")] == [
        "2021-03",
        "not stated",
        "2021-03",
    ]
    config = column.config()
    assert (config["label"], config["width"]) == ("Published", 130)
    assert options(column) == [
        {"value": "2021-03", "label": "March 2021"},
        {"value": "not stated", "label": "not stated"},
    ]


def test_a_pair_of_dates_says_what_it_shares_once() -> None:
    column = DateColumn("Published")
    assert column.add_pair("2021-03", "2022") == "2021-03 to 2022"
    assert column.add_pair("2021-03", "2021-03") == "2021-03"
    assert column.add_pair(None, None) == "not stated"
    labels = [option["label"] for option in options(column)]
    assert labels == ["March 2021 – 2022", "March 2021", "not stated"]


def test_streamlit_does_not_copy_the_words_at_every_run() -> None:
    column = DateColumn("Date")
    column.add("2021")
    listed = options(column)
    assert deepcopy(listed) is listed
