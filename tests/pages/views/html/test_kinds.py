"""What rows of a kind are called."""

from data.links import THINGS
from data.queries.search.hits import KINDS
from pages.views.html.kinds import COUNTED_AS, MANY, ONE, count_rows


def test_every_kind_has_its_words() -> None:
    assert MANY.keys() == {*THINGS, *KINDS}
    assert ONE.keys() == MANY.keys() - {"notes"}
    assert [count_rows("people", 1), count_rows("people", 1228)] == ["1 person", "1,228 people"]
    assert COUNTED_AS["border_liaison_offices"] == "Border Liaison Offices"
