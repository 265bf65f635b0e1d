from data.filters import Filters
from data.queries.totals import contested, settled
from tests.data.queries.conftest import Ask


def test_rows_with_several_numbers_are_told_one_by_one(ask: Ask) -> None:
    assert ask(contested(Filters()), "subject", "value", "amount") == [
        ("2021-03-03-alphaville-roundtable", "14", 14),
        ("2021-03-03-alphaville-roundtable", "about 20", 20),
    ]
    assert ask(settled(Filters())) == []


def test_only_matching_events_count(ask: Ask) -> None:
    assert len(ask(contested(Filters(kinds=("conference",))))) == 2
    assert ask(contested(Filters(kinds=("training",)))) == []
