import pytest

from etl.errors import BadData, Fault, Findings, lines


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("a.csv", 4, "id", "x", "is wrong"), "a.csv:4: id: is wrong (found 'x')"),
        (Fault("a.csv", 4, None, None, "is wrong"), "a.csv:4: is wrong"),
        (Fault("a.csv", None, None, None, "is wrong"), "a.csv: is wrong"),
        (Fault("a.csv", 1, "i\u200bd", "\n", "is wrong"), "a.csv:1: iU+200Bd: is wrong (found 'U+000A')"),
        (Fault("a.csv", 1, "id", "x" * 81, "is wrong"), f"a.csv:1: id: is wrong (found '{'x' * 80}…')"),
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
    shown = lines(faults, "fault")
    assert len(shown) == 51
    assert shown[49:] == ["a.csv:50: x", "62 faults in 1 file; the first 50 are shown"]
    assert lines(faults[:1], "warning")[-1] == "1 warning in 1 file"
    assert lines((), "fault") == []


def test_findings_refuse_only_for_faults() -> None:
    findings = Findings(warnings=[Fault("a.csv", 1, None, None, "x")])
    findings.refuse_if_any()
    findings.faults.append(Fault("a.csv", 2, None, None, "y"))
    with pytest.raises(BadData, match=r"a\.csv:2: y"):
        findings.refuse_if_any()
