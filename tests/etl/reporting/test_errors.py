import pytest

from etl.reporting.errors import BadData, Fault, Findings, format_lines, warning_rows


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("a.csv", 4, "id", "x", "is wrong"), "a.csv:4: id: is wrong (found 'x')"),
        (Fault("a.csv", 4, None, None, "is wrong"), "a.csv:4: is wrong"),
        (Fault("a.csv", None, None, None, "is wrong"), "a.csv: is wrong"),
        (Fault("a.csv", 1, "i\u200bd", "\n", "is wrong"), "a.csv:1: iU+200Bd: is wrong (found 'U+000A')"),
        (Fault("a.csv", 1, "id", "x" * 81, "is wrong"), f"a.csv:1: id: is wrong (found '{'x' * 80}…')"),
        (Fault("a\n.csv", None, None, None, "not\x1b[2K\nright"), "aU+000A.csv: notU+001B[2KU+000Aright"),
    ],
)
def test_a_fault_reads_as_editors_expect(fault: Fault, words: str) -> None:
    assert str(fault) == words


def test_bad_data_are_sorted_by_file_line_and_column_and_hold_each_fault_once() -> None:
    places = [("b.csv", 1, "a"), ("a.csv", 10, "b"), ("a.csv", 9, "b"), ("a.csv", 9, "a"), ("a.csv", 9, "a")]
    refused = BadData(Fault(file, line, column, None, "x") for file, line, column in places)
    assert [str(fault) for fault in refused.faults] == [
        "a.csv:9: a: x",
        "a.csv:9: b: x",
        "a.csv:10: b: x",
        "b.csv:1: a: x",
    ]
    assert str(refused).splitlines()[-1] == "4 faults in 2 files"


def test_at_most_fifty_lines_are_shown_then_the_total() -> None:
    faults = tuple(Fault("a.csv", line, None, None, "x") for line in range(1, 63))
    shown = format_lines(faults, "fault")
    assert len(shown) == 51
    assert shown[49:] == ["a.csv:50: x", "62 faults in 1 file; the first 50 are shown"]
    assert format_lines(faults[:1], "warning")[-1] == "1 warning in 1 file"
    assert format_lines((), "fault") == []


def test_findings_refuse_only_for_faults() -> None:
    findings = Findings(warnings=[Fault("a.csv", 1, None, None, "x")])
    findings.refuse_if_any()
    findings.faults.append(Fault("a.csv", 2, None, None, "y"))
    with pytest.raises(BadData, match=r"a\.csv:2: y"):
        findings.refuse_if_any()


def test_strict_findings_refuse_for_warnings_alone() -> None:
    findings = Findings()
    findings.refuse_if_any(is_strict=True)
    findings.warnings.append(Fault("a.csv", 1, None, None, "x"))
    with pytest.raises(BadData) as refused:
        findings.refuse_if_any(is_strict=True)
    assert (refused.value.faults, refused.value.warnings) == ((), tuple(findings.warnings))


def test_a_value_is_shown_on_one_line_and_shows_the_same_again() -> None:
    shown = Fault("a.csv", 1, "id", "\u200b" * 90, "x").quote_value()
    assert shown == f"{'U+200B' * 13}U+…"
    assert Fault("a.csv", 1, "id", shown, "x").quote_value() == shown
    assert Fault("a.csv", 1, "id", None, "x").quote_value() is None


def test_warnings_are_rows_numbered_from_one() -> None:
    found = [Fault("a.csv", 4, "id", "a\u00adb", "x"), Fault("b.csv", None, None, None, "y")]
    assert warning_rows(found) == [
        {"position": 1, "file": "a.csv", "line": 4, "column": "id", "value": "aU+00ADb", "problem": "x"},
        {"position": 2, "file": "b.csv", "line": None, "column": None, "value": None, "problem": "y"},
    ]
