import json
from datetime import date

import pytest

from data.filters import Filters
from data.recheck import receipt

UNODC = {
    "organisations": ["unodc", "osce"],
    "match_all": True,
    "since": "2021-01-01",
    "until": None,
    "words": "border",
}


@pytest.mark.parametrize("form", [dict, json.dumps], ids=["object", "text of a workbook"])
def test_the_filters_are_those_of_the_extract(form: object) -> None:
    assert callable(form)
    assert receipt.read_filters({"filters": form(UNODC)}) == Filters(
        organisations=("unodc", "osce"), match_all=True, since=date(2021, 1, 1), words="border"
    )
    assert receipt.read_filters({"filters": form({})}) == Filters()


@pytest.mark.parametrize(
    "found",
    [
        None,
        "whole",
        "{",
        [],
        {"since": "2021"},
        {"since": 3},
        {"colour": []},
        {"kinds": "x"},
        {"kinds": [1]},
        {"words": "x" * 140_000},
        {"words": ["x"]},
        {"kinds": ["x" * 201]},
        {"kinds": ["x"] * 101},
    ],
)
def test_filters_that_are_not_understood_are_not_guessed(found: object) -> None:
    assert receipt.read_filters({"filters": found}) is None
    assert receipt.read_filters({}) is None


def test_release_and_settings_are_text_or_nothing() -> None:
    assert (receipt.read_release({"release": "2026.11.1"}), receipt.read_release({})) == ("2026.11.1", None)
    assert receipt.read_settings({"settings": '{"known": "2021-11-30"}'}) == {"known": "2021-11-30"}
    assert receipt.read_settings({"settings": {"min": 2}}) == {"min": "2"}
    assert receipt.read_settings({}) == {}
