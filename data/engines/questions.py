"""What may be asked of a store, and its answer as records, a frame or columns."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, Select

from data.engines.answers import Answer
from data.engines.choice import select
from data.engines.statements import BoundStatement, compile_statement
from data.values.rows import Records

if TYPE_CHECKING:
    import pandas as pd

Question = Select[*tuple[Any, ...]] | BoundStatement | Callable[[Engine], Answer]
"""What may be asked of a store: a statement of SQLAlchemy, or a question that the engines answer."""


def answer(engine: Engine, question: Question) -> Answer:
    """The answer as rows of the engine."""
    if callable(question):
        return question(engine)
    if isinstance(question, BoundStatement):
        return select(engine, *question.text())
    return select(engine, *compile_statement(question))


def read_records(engine: Engine, question: Question) -> Records:
    """The rows of the answer, each by its column names; what is not stated is None."""
    return answer(engine, question).records()


def read_frame(engine: Engine, question: Question) -> "pd.DataFrame":
    """The rows of the answer, its column names as they are; text and dates that are not stated are None.

    Text stays Python's own: pandas' writes NaN for None, which is true in an `if` and prints as "nan".
    """
    return answer(engine, question).frame()


def read_columns(engine: Engine, question: Question) -> dict[str, list[Any]]:
    """The answer column by column, where no frame is needed; what is not stated is None."""
    return answer(engine, question).cells()
