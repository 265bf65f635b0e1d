"""What writers are given: rows with the name of what they are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from data.extracts.row_sources import SEPARATOR


class Tally(NamedTuple):
    """What a receipt says of rows of one sort: how many, of how many, and how they match a range of dates."""

    name: str
    rows: int
    of: int
    matches: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Frame:
    """Rows of one sort: `name` as in the registry of data sets, `table` whose own columns they begin with.

    `of` is how many rows there are without any filter. `geometry`, where a format asks for it, is that of
    each row: None where no place is known.
    """

    name: str
    title: str
    rows: pa.Table
    of: int
    table: str | None = None
    geometry: tuple[dict[str, Any] | None, ...] | None = None

    @property
    def tally(self) -> Tally:
        """What a receipt says of its rows."""
        has_dates = "date_match" in self.rows.column_names
        matches = Counter(self.rows["date_match"].to_pylist()) if has_dates else None
        return Tally(self.name, len(self.rows), self.of, matches)

    @property
    def source_ids(self) -> set[str]:
        """The sources that its rows rest on."""
        if "source_ids" not in self.rows.column_names:
            return set()
        lists = pc.unique(self.rows["source_ids"]).to_pylist()
        return {each for ids in lists if ids for each in ids.split(SEPARATOR)}
