import pytest

from data.claims.totals import Choice
from data.filters import Filters
from data.queries.disagreements.totals import list_changes, sum_numbers
from data.queries.sources.claims import list_claims_by_number
from tests.data.queries.conftest import Ask

COLUMNS = (
    "table",
    "field",
    "event_kind",
    "unit",
    "rows",
    "contested",
    "preferred",
    "preferred_bound",
    "chosen",
)
ABOUT, FOURTEEN = "about 20", "14"


def test_totals_hold_what_the_choice_takes(ask: Ask) -> None:
    highest = ask(sum_numbers(Filters(), Choice.HIGHEST), *COLUMNS, "chosen_bound")
    assert highest == [("events", "participants", "conference", "", 1, 1, 14, "exact", 20, "about")]
    assert ask(sum_numbers(Filters(), Choice.LOWEST), "chosen", "chosen_bound") == [(14, "exact")]


def test_only_matching_events_count(ask: Ask) -> None:
    assert len(ask(sum_numbers(Filters(kinds=("conference",)), Choice.PREFERRED))) == 1
    assert ask(sum_numbers(Filters(kinds=("training",)), Choice.PREFERRED)) == []


@pytest.mark.parametrize(
    ("choice", "values"), [(Choice.HIGHEST, [FOURTEEN, ABOUT]), (Choice.PREFERRED, []), (Choice.LOWEST, [])]
)
def test_a_choice_changes_the_values_that_it_takes_otherwise(
    choice: Choice, values: list[str], ask: Ask
) -> None:
    pairs = ask(list_changes(Filters(kinds=("conference",)), choice), "preferred", "chosen")
    rows = tuple(row for pair in pairs for row in pair)
    by_row = dict(ask(list_claims_by_number(rows), "row", "value"))
    assert [by_row[row] for row in rows] == values
    assert ask(list_changes(Filters(kinds=("training",)), choice)) == []
