"""The texts in which a row has the words of a search."""

from sqlalchemy import Engine

from data import engines
from data.queries.search.matches import OFFICE, Text, choose_texts, list_texts


def test_the_fewest_texts_that_have_all_words_are_chosen_the_first_first() -> None:
    known = [
        Text("title", "Beta course"),
        Text("form", "course"),
        Text("name", "Alpha, Beta", "organisations"),
    ]
    assert list(choose_texts(known, ("alph", "bet"))) == [known[2]]
    assert list(choose_texts(known, ("cours", "alph"))) == [known[0], known[2]]
    assert list(choose_texts(known, ("zeta",))) == []


def test_names_of_linked_rows_count_in_any_spelling(engine: Engine) -> None:
    def read(ask, *arguments):  # type: ignore[no-untyped-def]
        return engines.read_records(engine, ask(*arguments))

    found = list_texts(read, "statements", ("alpha-threat",), "альфа")["alpha-threat"]
    assert found[0] == Text("text", "Smuggling of test data is rising.")
    assert Text("name", "Альфа", "organisations", "alpha", "ALPHA") in found
    offices = list_texts(read, "border_liaison_offices", ("gamma-crossing",), "liaison")
    assert Text("kind", OFFICE) in offices["gamma-crossing"]
    assert list_texts(read, "events", (), "alpha") == {}
