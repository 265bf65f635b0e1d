from data.parsers.sheets import UnreadableError


def test_a_problem_names_its_place_and_a_bounded_value() -> None:
    assert str(UnreadableError("a.csv", "is empty")) == "a.csv: is empty"
    assert str(UnreadableError("a.csv", "is wrong", 3, "id", "x")) == "a.csv:3: id: is wrong (found 'x')"
    assert UnreadableError("a.csv", "is wrong", 3, "id", "x" * 81).value == "x" * 80 + "…"
