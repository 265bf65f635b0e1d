import json
from datetime import date

from data.extracts.cells import to_arrow
from data.extracts.frame import Frame
from data.extracts.writers.jsonlines import encode_rows
from tests.data.extracts.conftest import Make


def test_the_receipt_comes_first_and_lists_are_lists(make: Make) -> None:
    head, *rows = map(json.loads, make("events", "jsonl").decode().splitlines())
    assert head["receipt"]["rows"] == len(rows) == 6
    told = next(row for row in rows if row["id"] == "2021-03-03-alphaville-roundtable")
    assert told["source_ids"][0] == "alpha-2021-report"
    assert len(told["source_ids"]) == len(told["source_titles"]) == len(told["source_links"])
    assert len(told["claim_ids"]) == len(told["anchors"])
    assert told["is_date_inferred"] is False


def test_a_number_is_the_same_whichever_rows_are_around_it() -> None:
    frame = Frame("claims", "Claims", to_arrow({"amount": [600.0, 2.5, None]}), 3)
    assert list(encode_rows(frame)) == ['{"amount": 600}', '{"amount": 2.5}', '{"amount": null}']


def test_every_kind_of_cell_reads_back() -> None:
    text = 'quote " and \\ and\nline, Ўз\x00'
    cells = {
        "id": [text, None],
        "on": [date(2021, 3, 3), None],
        "count": [7, None],
        "is_known": [True, None],
        "source_ids": [f"a | {text} | b", None],
    }
    frame = Frame("rows", "Rows", to_arrow(cells), 2)
    assert list(map(json.loads, encode_rows(frame))) == [
        {"id": text, "on": "2021-03-03", "count": 7, "is_known": True, "source_ids": ["a", text, "b"]},
        {"id": None, "on": None, "count": None, "is_known": None, "source_ids": []},
    ]
