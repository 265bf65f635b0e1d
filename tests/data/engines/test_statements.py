from sqlalchemy import Engine, bindparam, select
from sqlmodel import col

from data import engines
from data.engines.statements import bind_values, bound_list
from data.schema.models import Country

NAMED = select(col(Country.id)).where(col(Country.id).in_(bound_list("ids"))).order_by(col(Country.id))
ONE = select(col(Country.id)).where(col(Country.id) == bindparam("id"))


def test_one_statement_takes_lists_of_any_length(engine: Engine) -> None:
    every = [
        row["id"] for row in engines.read_records(engine, select(col(Country.id)).order_by(col(Country.id)))
    ]
    for ids in ((), (every[0],), tuple(every)):
        assert [row["id"] for row in engines.read_records(engine, bind_values(NAMED, ids=ids))] == list(ids)
    assert bind_values(NAMED, ids=()).statement is bind_values(NAMED, ids=("a",)).statement


def test_text_in_a_list_is_no_sql_and_no_json(engine: Engine) -> None:
    hostile = ("'); DROP TABLE countries; --", '"]', "\u0000", "é")
    assert engines.read_records(engine, bind_values(NAMED, ids=hostile)) == []


def test_a_single_value_goes_in_as_it_is(engine: Engine) -> None:
    assert engines.read_frame(engine, bind_values(ONE, id="UZB"))["id"].tolist() == ["UZB"]
    assert engines.read_frame(engine, bind_values(ONE, id="none")).empty
