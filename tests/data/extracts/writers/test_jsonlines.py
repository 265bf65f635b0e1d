import json

from tests.data.extracts.conftest import Make


def test_the_receipt_comes_first_and_lists_are_lists(make: Make) -> None:
    head, *rows = map(json.loads, make("events", "jsonl").decode().splitlines())
    assert head["receipt"]["rows"] == len(rows) == 6
    told = next(row for row in rows if row["id"] == "2021-03-03-alphaville-roundtable")
    assert told["source_ids"][0] == "alpha-2021-report"
    assert len(told["source_ids"]) == len(told["source_titles"]) == len(told["source_links"])
    assert len(told["claim_ids"]) == len(told["anchors"])
    assert told["is_date_inferred"] is False
