"""The product answers every question of the pages as the oracle does, under filters that nobody chose.

`CHEGARA_CASES=400` asks for so many cases a record, `CHEGARA_SEED=8` for other ones, `CHEGARA_EVENTS=3000`
for a larger invented record.
"""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from data import store
from etl import pipeline
from tests.data.queries.answers import ENGINES, Answer
from tests.data.queries.cases import Case, describe, simplify
from tests.data.queries.chooser import Chooser
from tests.data.queries.crowd import write_crowd
from tests.data.queries.oracle.questions import IN_NO_ORDER, ORACLE, QUESTIONS
from tests.data.queries.oracle.record import Record

CASES, SEED, EVENTS = (
    int(os.environ.get(f"CHEGARA_{name}", default))
    for name, default in (("CASES", "20"), ("SEED", "7"), ("EVENTS", "150"))
)


@pytest.fixture(scope="module", params=["invented", "real", "crowd"])
def path(request: pytest.FixtureRequest, store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store: of the few invented rows, of the record, of a generated one that is crowded."""
    if request.param == "invented":
        return store_path
    folder = tmp_path_factory.mktemp(request.param)
    curated = store.CURATED
    if request.param == "crowd":
        curated = folder / "curated"
        write_crowd(EVENTS, curated)
    pipeline.build(curated, folder)
    built = store.current_build(folder)
    assert built is not None
    return built


@pytest.fixture(scope="module")
def record(path: Path) -> Record:
    return Record(path)


@pytest.fixture(scope="module")
def cases(record: Record) -> list[Case]:
    return list(Chooser(record, SEED).cases(CASES))


@pytest.fixture
def some_cases(request: pytest.FixtureRequest, cases: list[Case]) -> list[Case]:
    """The cases for one engine: a question to a server takes several times as long."""
    is_server = request.node.callspec.params["product"] == "postgresql"
    return cases[: max(1, len(cases) // 4)] if is_server else cases


@pytest.fixture(scope="module", params=ENGINES)
def product(request: pytest.FixtureRequest, path: Path) -> Iterator[dict[str, Answer]]:
    with ENGINES[request.param](path) as answers:
        yield answers


@pytest.mark.parametrize("group", QUESTIONS)
def test_answers_are_those_of_the_oracle(
    group: str, product: dict[str, Answer], record: Record, some_cases: list[Case]
) -> None:
    for case in some_cases:
        for question in QUESTIONS[group]:
            differs = partial(difference, question, product, record)
            assert not differs(case), explain(question, case, differs)


def test_every_question_is_answered(product: dict[str, Answer]) -> None:
    assert product.keys() == ORACLE.keys()


def difference(question: str, product: dict[str, Answer], record: Record, case: Case) -> str:
    """Where the product's answer first differs from the oracle's, or what it raises; empty: nowhere."""
    expected = ORACLE[question](record, case)
    try:
        found = product[question](case)
    except Exception as error:
        return f"it raises {error!r}"
    if isinstance(expected, dict):
        found, expected = [found], [expected]
    if question in IN_NO_ORDER:
        found, expected = (sorted(rows, key=_in_words) for rows in (found, expected))
    for place, (row, wanted) in enumerate(zip(found, expected, strict=False)):
        if row != wanted:
            return f"row {place} of {len(expected)}: {_cells(row, wanted)}"
    return f"{len(found)} rows, expected {len(expected)}" if len(found) != len(expected) else ""


def _in_words(row: dict[str, Any]) -> str:
    return repr(sorted(row.items()))


def _cells(row: dict[str, Any], wanted: dict[str, Any]) -> str:
    cells = [
        f"{name} is {row.get(name, 'missing')!r}, expected {wanted.get(name, 'nothing')!r}"
        for name in sorted(row.keys() | wanted.keys())
        if row.get(name, "missing") != wanted.get(name, "nothing")
    ]
    return "; ".join(cells)


def explain(question: str, case: Case, differs: Any) -> str:
    """The question, the plainest case that still differs, and the difference."""
    plainest = simplify(case, differs)
    return f"{question}, under {describe(plainest)}: {differs(plainest)}"
