"""Engines that answer one SQL text: the SQLite file of a build, a DuckDB copy for wide counts, PostgreSQL.

The text is the subset that SQLite, DuckDB and PostgreSQL share, with named parameters (`:name`).
"""

from data.engines.choice import count, select
from data.engines.questions import Question, answer, read_columns, read_frame, read_records

__all__ = [
    "Question",
    "answer",
    "count",
    "read_columns",
    "read_frame",
    "read_records",
    "select",
]
