import argparse
from pathlib import Path

import pytest

from etl.commands import option_types


def test_what_is_typed_becomes_a_value() -> None:
    assert option_types.parse_place("builds") == Path("builds")
    assert option_types.parse_reason(" fewer  rows ") == "fewer rows"
    assert option_types.parse_megabytes("20") == 20


@pytest.mark.parametrize(
    ("parse", "text", "why"),
    [
        (option_types.parse_place, "mysql://db/office", "mysql: the store is a folder or postgresql"),
        (option_types.parse_reason, " ", "say why the rows are fewer"),
        (option_types.parse_megabytes, "0", "a whole number of megabytes from 1"),
    ],
)
def test_what_is_no_value_is_refused_with_the_reason(parse: object, text: str, why: str) -> None:
    assert callable(parse)
    with pytest.raises(argparse.ArgumentTypeError, match=why):
        parse(text)
