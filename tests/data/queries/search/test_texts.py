from data.queries.search import texts
from tests.data.queries.conftest import Ask


def test_a_row_is_found_by_its_columns_and_its_other_spellings(ask: Ask) -> None:
    assert ask(texts.list_texts("organisations", ("alpha",)), "field", "text") == [
        ("name", "ALPHA"),
        ("full_name", "Alpha Office on Tests"),
        ("name_russian", "Альфа"),
        ("alias", "Альфа"),
    ]


def test_an_event_has_the_names_that_have_one_of_the_words(ask: Ask) -> None:
    event = ("2021-03-03-alphaville-roundtable",)
    linked = ask(texts.list_linked("events", event, "office anna"), "table", "named")
    assert linked == [("organisations", "alpha"), ("people", "alfov-anna")]
    assert ask(texts.list_linked("events", event, "zzz")) == []


def test_an_office_has_the_names_of_its_border_and_countries(ask: Ask) -> None:
    assert ask(texts.list_linked("border_liaison_offices", ("psi-post",), "x"), "table", "named") == [
        ("borders", "KAZ-UZB"),
        ("countries", "KAZ"),
        ("countries", "UZB"),
        ("places", "psi-post"),
    ]
    assert ask(texts.list_linked("recommendations", ("alpha-2-training",), "x"), "table", "named") == [
        ("organisations", "alpha"),
        ("organisations", "beta"),
        ("people", "alfov-anna"),
    ]
    assert ask(texts.list_linked("themes", ("drugs",), "x")) == []
