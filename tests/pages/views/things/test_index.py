from pages.views.things.index import describe_number


def test_candidates_are_no_offices() -> None:
    row = {"table": "border_liaison_offices", "number": 26, "candidates": 3}
    assert describe_number(row) == "23 Border Liaison Offices and 3 candidates"
    assert describe_number(row | {"number": 1, "candidates": 0}) == "1 Border Liaison Office"
    assert describe_number(row | {"number": 1, "candidates": 1}) == "1 candidate for a Border Liaison Office"
