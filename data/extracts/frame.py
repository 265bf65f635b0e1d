"""What writers are given: rows with the name of what they are."""

from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Frame:
    """Rows of one sort: `name` as in the registry of data sets, `table` whose own columns they begin with.

    `of` is how many rows there are without any filter. `geometry`, where a format asks for it, is that of
    each row: None where no place is known.
    """

    name: str
    title: str
    rows: pd.DataFrame
    of: int
    table: str | None = None
    geometry: tuple[dict[str, Any] | None, ...] | None = None
