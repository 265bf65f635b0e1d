from etl.releases.comparison import ChangeKind, list_changes
from etl.releases.state import Cells, State


def claim(identity: str, value: str, **more: str) -> Cells:
    usual = {"source_id": "s", "table": "events", "subject": "a", "field": "mode", "rank": "normal"}
    rest = {"rule": "", "reason": "", "is_disputed": "false", "passage": "1"}
    return {"claim_id": identity, "value": value, **usual, **rest, **more}


def state(*claims: Cells, **rows: str) -> State:
    return State("x", {"events": rows}, {}, {each["claim_id"]: each for each in claims})


def test_another_value_of_the_same_source_is_one_change() -> None:
    (found,) = list_changes(state(claim("1", "x")), state(claim("2", "y")))
    assert (found.what, found.column, found.old, found.new) == (ChangeKind.VALUE, "mode", "x", "y")


def test_several_values_are_withdrawn_and_added() -> None:
    found = list_changes(state(claim("1", "x"), claim("2", "y")), state(claim("3", "z")))
    assert [(c.what, c.old, c.new) for c in found] == [
        (ChangeKind.CLAIM_ADDED, "", "z"),
        (ChangeKind.CLAIM_WITHDRAWN, "x", ""),
        (ChangeKind.CLAIM_WITHDRAWN, "y", ""),
    ]


def test_rank_rule_passage_and_dispute_are_told_apart() -> None:
    now = claim("1", "x", rank="preferred", rule="latest", passage="2", is_disputed="true")
    found = list_changes(state(claim("1", "x")), state(now))
    assert [c.what for c in found] == [
        ChangeKind.DISPUTED,
        ChangeKind.PASSAGE,
        ChangeKind.RANK,
        ChangeKind.RULE,
    ]
    assert next(iter(list_changes(state(now), state(claim("1", "x"))))).what == ChangeKind.SETTLED


def test_rows_without_cells_only_say_that_they_changed() -> None:
    found = list_changes(state(a="1", b="1"), state(b="2", c="1"))
    assert [(c.key, c.what) for c in found] == [
        ("a", ChangeKind.ROW_REMOVED),
        ("b", ChangeKind.ROW),
        ("c", ChangeKind.ROW_ADDED),
    ]
