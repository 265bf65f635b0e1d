import pytest

from etl.draft.gazetteer.spellings import Spellings

INDEX = Spellings(
    [
        ("US", "usa"),
        ("U.S.", "usa"),
        ("Border Service", "a"),
        ("Border Service", "b"),
        ("Border Service of the State", "c"),
        ("Centre on Borders, Vienna", "d"),
        ("программный офис ОБСЕ", "e"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("for us and the US", [("US", ("usa",))]),
        ("the U.S. Embassy", [("U.S.", ("usa",))]),
        ("the Border Service and border service", [("Border Service", ("a", "b"))]),
        ("the Border Service of the State", [("Border Service of the State", ("c",))]),
        ("Center on Borders, Vienna", [("Center on Borders, Vienna", ("d",))]),
        ("the Border. Service", [("Border. Service", ("a", "b"))]),
        ("Border, Service", []),
        ("в программном офисе ОБСЕ", [("программном офисе ОБСЕ", ("e",))]),
    ],
)
def test_the_longest_spelling_is_found_in_capitals_only(
    text: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(match.printed, match.ids) for match in INDEX.find(text)] == found


def test_a_name_is_looked_up() -> None:
    assert INDEX.ids("Border service") == ("a", "b")
    assert INDEX.ids("Nobody") == ()
    assert Spellings([("…", "x")]).find("…") == []
