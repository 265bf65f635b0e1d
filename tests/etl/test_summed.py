from sqlalchemy import Engine, select

from data import store, told
from data.readmodel import SUMS
from data.totals import Choice
from data.vocabulary import CountBound

BOUNDS = tuple(CountBound)


def test_each_field_and_unit_of_numbers_is_listed(engine: Engine) -> None:
    assert store.records(engine, select(SUMS)) == [
        {"number": 0, "table": "events", "field": "participants", "unit": ""}
    ]


def test_of_rival_numbers_each_choice_has_its_claim(engine: Engine) -> None:
    arrays = told.of(engine)
    assert (arrays.number_kind.tolist(), arrays.rival_kind.tolist()) == ([], [0])
    worded = [BOUNDS[code] for code in arrays.rival_bound.tolist()]
    taken = dict(zip(Choice, zip(arrays.rival_amount.tolist(), worded, strict=True), strict=True))
    assert taken[Choice.PREFERRED] == taken[Choice.LOWEST] == (14, CountBound.EXACT)
    assert taken[Choice.HIGHEST] == (20, CountBound.ABOUT)
    assert arrays.rival_differs.tolist()[:3] == [False, False, True]
    assert len(set(arrays.rival_claim.tolist())) == 2
