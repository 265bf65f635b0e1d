"""A value that the build does not know is refused by name, with what is allowed, whatever the parameter."""

from typing import Any

import pytest
from sqlalchemy import Engine

from data.extracts.datasets import DATASETS
from data.links import MANY
from data.schema.vocabulary import EventKind
from pages.server.api.application import NAMES
from pages.server.api.parameters import OWN, Query
from pages.server.api.values import ALLOWED, list_known, refuse_value
from tests.pages.server.api.conftest import Program

FREE = {"q": "\u202e", "id": "nobody&thing=organisation"}
"""What none can be of parameters that take any word; the others take no `nobody`."""
ALSO = {"role": "&org=alpha", "thing": "&id=alpha"}
"""What else has to be given."""


def ask(program: Program, name: str) -> Any:
    """The refusal of a value that nothing is called by."""
    path = next(each for each in NAMES if name not in OWN or name in DATASETS[each].settings)
    value = FREE.get(name, "nobody")
    answer = program.ask(f"/api/v1/data/{path}?{name}={value}{ALSO.get(name, '')}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), name
    return answer.json()


@pytest.mark.parametrize("name", [field.alias or name for name, field in Query.model_fields.items()])
def test_no_parameter_takes_what_is_not_known(name: str, program: Program) -> None:
    if name == "q":
        assert program.ask("/api/v1/data/events?q=nobody").json()["rows"] == []  # words may be in no event
        return
    told = ask(program, name)
    assert told["detail"].startswith(f"{name}: ")
    assert (told["parameter"], told["value"]) == (name, "nobody")


def test_what_is_allowed_is_listed_where_it_is_little(program: Program, engine: Engine) -> None:
    told = ask(program, "kind")
    assert told["detail"] == (
        "kind: this build knows no “nobody”; a value is a kind of event; “allowed” lists them all."
    )
    assert told["allowed"] == sorted(map(str, EventKind))
    assert ask(program, "focus")["allowed"] == sorted(list_known(engine, "focus"))
    many = refuse_value("org", "x\r\n" * 99, "an id of a table", map(str, range(101)))
    assert (many.more["parameter"], "allowed" in many.more) == ("org", False)
    assert many.sentence.isprintable()


def test_every_filter_and_setting_has_values_that_are_known(engine: Engine) -> None:
    assert MANY.keys() <= ALLOWED.keys()
    assert {name for name in ALLOWED if not list_known(engine, name)} == set()
    assert "alpha" in list_known(engine, "org")
