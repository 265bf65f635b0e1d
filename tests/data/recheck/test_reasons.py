from data.recheck.reasons import NOT_RECORDED, Reasons

CHANGE = {"table": "events", "key": "a", "column": "mode", "change": "value changed"}


def test_changes_of_several_releases_are_told_by_release() -> None:
    row = {**CHANGE, "column": "", "change": "row changed"}
    found = Reasons("events", ["mode", "form"], [], [("1", CHANGE), ("1", row), ("2", CHANGE)])
    assert (
        found.of_value("a", "mode", "x") == "Release 1: value changed, row changed. Release 2: value changed."
    )
    assert found.of_value("b", "mode", "x") == NOT_RECORDED
    assert found.of_value("a", "form", "x") == "Release 1: row changed."


def test_disputes_of_then_are_those_of_the_table() -> None:
    claim = {"table": "events", "subject": "a", "field": "mode", "is_disputed": "true"}
    found = Reasons("events", [], [], then=[claim, {**claim, "table": "people", "field": "name"}])
    assert (found.disputed_then("a"), found.disputed_then("b")) == ({"mode"}, set())
    assert Reasons("events", [], []).disputed_then("a") is None
