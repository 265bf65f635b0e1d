import pytest

from data.links import NAMED
from data.queries.things import index
from tests.data.queries.conftest import Ask


def test_every_kind_is_counted(ask: Ask) -> None:
    assert ask(index.count_things(""), "table", "number") == [
        ("organisations", 5),
        ("people", 3),
        ("places", 4),
        ("countries", 4),
        ("borders", 3),
        ("border_liaison_offices", 4),
        ("instruments", 3),
        ("themes", 3),
        ("sources", 4),
    ]
    assert tuple(dict(ask(index.count_things(""), "table", "number"))) == NAMED


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("organisations", "альфа", ["alpha"]),
        ("organisations", "office tests", ["alpha"]),
        ("organisations", "beta org", ["beta"]),
        ("people", "голи", ["gammaev-goli"]),
        ("people", "nobody", []),
        ("places", "alfav", ["alphaville"]),
        ("countries", "uzb", ["UZB"]),
        ("countries", "TJK", ["TJK"]),
        ("borders", "afghan", ["AFG-TJK"]),
        ("borders", "TJK-UZB", ["TJK-UZB"]),
        ("borders", "Tajik-Uzbek border", ["TJK-UZB"]),
        ("borders", "kazakhstan", ["KAZ-UZB"]),
        ("border_liaison_offices", "psi", ["psi-post"]),
        ("border_liaison_offices", "Kazakhstan", ["psi-post"]),
        ("border_liaison_offices", "KAZ-UZB border liaison office", ["psi-post"]),
        ("instruments", "loose", []),
        ("instruments", "plan of", ["alpha-plan"]),
        ("themes", "drug", ["drugs"]),
        ("sources", "soobshchenie", ["beta-2022-page"]),
    ],
)
def test_a_name_is_found_in_any_spelling(table: str, words: str, found: list[str], ask: Ask) -> None:
    assert ask(index.list_things(table, words, 0, 9), "id") == found
    assert dict(ask(index.count_things(words), "table", "number"))[table] == len(found)


def test_names_come_in_order_with_spellings_and_events(ask: Ask) -> None:
    rows = ask(index.list_things("organisations", "", 0, 3), "name", "spellings", "events")
    assert rows == [
        ("ALPHA", "Alpha Office on Tests; Альфа; Альфа", 3),
        ("BETA", "Beta Organisation; Beta Org.", 4),
        ("DELTA", "Delta Institute", 1),
    ]
    assert ask(index.list_things("organisations", "", 3, 3), "name") == ["EPSILON", "GAMMA-UZ"]
    assert ask(index.list_things("countries", "", 1, 1), "name") == ["Kazakhstan"]


def test_those_with_most_events_come_first_where_that_is_asked(ask: Ask) -> None:
    rows = ask(index.list_things("organisations", "", 0, 3, is_busiest_first=True), "name", "events")
    assert rows == [("BETA", 4), ("ALPHA", 3), ("GAMMA-UZ", 2)]
    assert ask(index.list_things("countries", "", 0, 1, is_busiest_first=True), "name") == ["Uzbekistan"]
