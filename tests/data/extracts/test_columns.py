from data.extracts import columns
from data.extracts.cells import to_arrow
from data.extracts.frame import Frame


def test_own_columns_are_those_of_the_dictionary_and_added_ones_are_said() -> None:
    rows = to_arrow(
        {"id": ["x"], "kind": ["meeting"], "source_count": [2], "place_name": ["y"], "is_odd": [True]}
    )
    found = {
        column.name: column
        for column in columns.describe_columns(Frame("events", "Events", rows, 1, "events"))
    }
    assert found["id"].is_key
    assert "meeting" in found["kind"].allowed
    assert (found["source_count"].type, found["is_odd"].type) == ("integer", "boolean")
    assert found["place_name"].sentence == "The name that place_id stands for."
    assert found["source_count"].sentence == "How many documents report the event."


def test_types_do_not_change_with_the_rows() -> None:
    rows = to_arrow({"id": [], "earliest": []})
    found = columns.describe_columns(Frame("events", "Events", rows, 0, "events"))
    assert [column.type for column in found] == ["string", "date"]
