import pytest

from data.filters import Filters
from data.queries.disagreements.fields import (
    count_disagreements,
    list_disagreements,
    list_foremost_disagreements,
)
from tests.data.queries.conftest import Ask

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


@pytest.mark.parametrize(
    ("filters", "fields"),
    [
        (Filters(), ["participants", "start_on"]),
        (Filters(kinds=("conference",)), ["participants", "start_on"]),
        (Filters(kinds=("training",)), []),
    ],
)
def test_fields_on_which_sources_contradict_each_other(filters: Filters, fields: list[str], ask: Ask) -> None:
    wanted = [("events", ROUNDTABLE, field) for field in fields]
    assert ask(list_disagreements(filters, 0, 9), "table", "subject", "field") == wanted
    assert ask(list_disagreements(filters, 1, 1), "table", "subject", "field") == wanted[1:]
    assert ask(count_disagreements(filters)) == [{"matters": len(fields)}]


def test_numbers_of_participants_come_foremost(ask: Ask) -> None:
    assert ask(list_foremost_disagreements(Filters(), 1), "field") == ["participants"]
