"""What the build found unlikely in the files of the record."""

from sqlalchemy import select
from sqlmodel import col

from data.engines.statements import Rows
from data.schema.models import DataWarning


def list_warnings() -> Rows:
    """Every warning in the order of the report: by file, line and column."""
    columns = ("file", "line", "column", "value", "problem")
    return select(*(col(getattr(DataWarning, name)) for name in columns)).order_by(col(DataWarning.position))
