from collections.abc import Collection

import pytest

from data.parsers.sheets import Cells, Sheet, TooLargeError, UnreadableError
from data.recheck.comparison import CurrentRows, Group, Result, compare_sheet
from data.recheck.reasons import DERIVED, NOT_RECORDED, Reasons


def claim(subject: str, field: str, value: str, **more: object) -> dict[str, object]:
    usual = {"rank": "normal", "rule": None, "reason": None, "is_disputed": False, "publisher": "Alpha"}
    return {"subject": subject, "field": field, "value": value, **usual, **more}


CLAIMS = [
    claim(
        "a", "mode", "online", rank="preferred", rule="latest", reason="Corrected in May.", is_disputed=True
    ),
    claim("a", "mode", "hybrid", is_disputed=True, publisher="Beta"),
    claim("b", "title", "Two", reason="As printed."),
]
NOW: dict[str, Cells] = {
    "a": {"id": "a", "title": "One", "mode": "online", "place": "Osh"},
    "b": {"id": "b", "title": "Two", "mode": None, "place": None},
    "n": {"id": "n", "title": "New", "mode": None, "place": None},
}
CHANGES = [
    ("2026.11.2", {"table": "events", "key": "a", "column": "mode", "change": "value changed"}),
    ("2026.11.2", {"table": "events", "key": "n", "column": "", "change": "row added"}),
    ("2027.1", {"table": "events", "key": "gone", "column": "", "change": "row removed"}),
    ("2027.1", {"table": "people", "key": "a", "column": "mode", "change": "cell changed"}),
]


def checked(
    rows: list[Cells],
    matching: Collection[str] | None = tuple(NOW),
    then: list[dict[str, str]] | None = None,
    most: int = 1_000,
) -> Result:
    """The rows against NOW, where the filter of the extract finds the keys of `matching`."""
    columns = tuple(rows[0])
    sheet = Sheet("x.csv", "events", columns, tuple(range(2, 2 + len(rows))), tuple(rows))
    found = None if matching is None else {key: NOW[key] for key in NOW if key in matching}
    today = CurrentRows(("id",), ("id", "title", "mode", "place"), NOW, found, "title")
    reasons = Reasons("events", ("id", "title", "mode"), CLAIMS, CHANGES, then)
    return compare_sheet(sheet, "Events", today, reasons, most)


def told(result: Result) -> list[tuple[object, ...]]:
    return [(f.group, f.key, f.line, f.column, f.earlier, f.now, f.why) for f in result.findings]


def test_each_row_is_unchanged_corrected_or_withdrawn() -> None:
    rows: list[Cells] = [
        {"id": "a", "title": "One", "mode": "hybrid", "disputed_fields": "mode"},
        {"id": "b", "title": "Two", "mode": None, "disputed_fields": None},
        {"id": "gone", "title": "Gone", "mode": None, "disputed_fields": None},
        {"id": "lost", "title": "Lost", "mode": None, "disputed_fields": None},
    ]
    why = "Alpha, preferred as the latest. Corrected in May. Release 2026.11.2: value changed."
    result = checked(rows)
    assert told(result) == [
        (Group.CORRECTED, "a", 2, "mode", "hybrid", "online", why),
        (Group.UNCHANGED, "b", 3, "", None, None, ""),
        (Group.WITHDRAWN, "gone", 4, "", None, None, "Release 2027.1: row removed."),
        (
            *(Group.WITHDRAWN, "lost", 5, "", None, None),
            "The record no longer holds it; no release log says why.",
        ),
        (Group.NEW, "n", None, "", None, None, "Release 2026.11.2: row added."),
    ]
    assert [result.counts[group] for group in Group] == [1, 1, 2, 0, 0, 0, 1]
    assert (result.rows, result.unknown, result.missing) == (4, (), ("place",))


def test_why_says_what_it_rests_on() -> None:
    rows: list[Cells] = [{"id": "b", "title": "Zwei", "mode": "x", "place": "Oš", "disputed_fields": None}]
    assert [(f.column, f.why) for f in checked(rows, set()).findings if f.group == Group.CORRECTED] == [
        ("title", "Alpha states it. As printed."),
        ("mode", NOT_RECORDED),
        ("place", DERIVED),
    ]


THEN = [{"table": "events", "subject": "a", "field": "mode", "is_disputed": "true"}]
DISPUTE = ("online (Alpha) | hybrid (Beta)", "Alpha, preferred as the latest. Corrected in May.")


@pytest.mark.parametrize(
    ("more", "then", "group"),
    [
        ({"disputed_fields": "title"}, None, Group.DISPUTED),
        ({"disputed_fields": "title | mode"}, None, None),
        ({"disputed_fields": None}, THEN, Group.DISPUTED),
        ({}, THEN, None),
        ({}, [], Group.DISPUTED),
        ({"is_disputed": "false"}, None, Group.DISPUTED),
        ({"is_disputed": "true"}, None, Group.UNSETTLED),
        ({}, None, Group.UNSETTLED),
    ],
)
def test_a_dispute_is_new_if_file_or_release_did_not_know_it(
    more: Cells, then: list[dict[str, str]] | None, group: Group | None
) -> None:
    result = checked([{**NOW["a"], **more}], {"a"}, then=then)
    disputes = [(f.group, f.column, f.now, f.why) for f in result.findings if f.group != Group.UNCHANGED]
    assert disputes == ([] if group is None else [(group, "mode", *DISPUTE)])


def test_a_row_may_stand_and_no_longer_match() -> None:
    result = checked([NOW["b"]], {"n"})
    assert [f.group for f in result.findings] == [Group.UNCHANGED, Group.OUTSIDE, Group.NEW]


def test_without_a_known_filter_no_row_is_new() -> None:
    result = checked([NOW["b"]], None)
    assert ([f.group for f in result.findings], result.is_filter_known) == ([Group.UNCHANGED], False)


def test_columns_of_another_schema_are_named() -> None:
    result = checked([{"id": "b", "name": "Two", "record_url": "x", "date_match": "possibly"}])
    assert (result.unknown, result.missing) == (("name",), ("title", "mode", "place"))
    assert result.findings[0].group == Group.UNCHANGED


BAD: list[tuple[list[Cells], str]] = [
    ([{"title": "x"}], "x.csv:1: id: this column is missing, and rows are told apart by it"),
    ([{"id": "a", "t": "1"}, {"id": None, "t": "2"}], "x.csv:3: id: is blank, and rows are told apart by it"),
    ([{"id": "a"}, {"id": "b"}, {"id": "a"}], "x.csv:4: id: stands on line 2 too (found 'a')"),
]


@pytest.mark.parametrize(("rows", "problem"), BAD, ids=[problem for _, problem in BAD])
def test_rows_that_cannot_be_told_apart_are_refused(rows: list[Cells], problem: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        checked(rows)
    assert str(refused.value) == problem


def test_dates_in_another_form_are_unchanged_and_one_order_holds_for_a_sheet() -> None:
    """3/4/2022 could be 3 April or 4 March: 25/12/2022 says which, and then it is a correction."""
    dates = {"a": "2022-12-25", "b": "2022-03-04", "n": None}
    now: dict[str, Cells] = {key: {"id": key, "start_on": day} for key, day in dates.items()}
    rows: list[Cells] = [{"id": "a", "start_on": "25/12/2022"}, {"id": "b", "start_on": "3/4/2022"}]
    today = CurrentRows(("id",), ("id", "start_on"), now, None)

    def groups(rows: list[Cells]) -> list[tuple[str, str]]:
        sheet = Sheet("x.csv", "events", tuple(rows[0]), tuple(range(2, 2 + len(rows))), tuple(rows))
        result = compare_sheet(sheet, "Events", today, Reasons("events", (), []), 100)
        return [(finding.key, finding.group) for finding in result.findings]

    assert groups(rows[1:]) == [("b", Group.UNCHANGED)]
    more: list[Cells] = [*rows, {"id": "n", "start_on": "5/6/2022"}]
    assert groups(more) == [("a", Group.UNCHANGED), ("b", Group.UNCHANGED), ("n", Group.CORRECTED)]
    now["n"]["start_on"] = "2022-06-05"
    assert groups(more) == [("a", Group.UNCHANGED), ("b", Group.CORRECTED), ("n", Group.UNCHANGED)]


def test_what_would_be_listed_is_bounded() -> None:
    rows: list[Cells] = [{"id": f"gone-{n}", "title": "x"} for n in range(4)]
    assert len(checked(rows, matching=[], most=4).findings) == 4
    with pytest.raises(TooLargeError, match=r"x\.csv: more than 3 rows and columns would have to be listed"):
        checked(rows, matching=[], most=3)
