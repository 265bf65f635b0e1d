"""The claims on rows of a table, and the sources that claims and rows name."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Engine, bindparam, func, select
from sqlmodel import col

from data import engines
from data.claims.ids import claim_id
from data.engines.statements import Rows, bind_values, bound_list
from data.extracts.request import NOT_STATED
from data.schema.models import Claim, Source
from data.schema.vocabulary import Rank
from data.values.arrays import Array, run_places

SEPARATOR = " | "
"""Between the parts of a list in one cell."""
Parts: TypeAlias = "pa.Array[Any]"
"""Texts side by side, in memory that Arrow joins them in: Python would take most of an extract's time."""


class ClaimOnRow(NamedTuple):
    """A claim, as far as extracts need it; sorted, the best of each field of each row comes first."""

    subject: str
    field: str
    is_rival: int
    value: str
    source_id: str
    anchor: str | None
    is_disputed: int
    claimant: str | None


class Claims(NamedTuple):
    """Claims side by side, those of one row as a run: an object a claim would cost more than all else.

    `at` numbers the rows by their keys; the run of number n is from `starts[n]` to before `starts[n + 1]`,
    and the one after the last is empty. `said` holds the fields of Said.
    """

    at: dict[str, int]
    starts: list[int]
    said: list[Any]
    sources: list[str]
    cells: tuple[Parts, Parts]
    """Their ids and anchors."""

    def numbers(self, subjects: Iterable[str]) -> list[int]:
        """The number of each of these rows."""
        return [self.at.get(subject, len(self.at)) for subject in subjects]

    def sources_of(self, number: int) -> list[str]:
        """The sources of the claims on the row of this number, as often as they claim."""
        return self.sources[self.starts[number] : self.starts[number + 1]]

    def list_claims(self, numbers: Sequence[int], sizes: Sequence[int] | None = None) -> list[Parts]:
        """Ids and anchors of the claims on these rows as a cell a row, or a cell for each `sizes` of them."""
        starts, each = np.array(self.starts), np.array(numbers, np.int64)
        ends = np.cumsum(starts[each + 1] - starts[each])
        if sizes is not None:
            ends = np.concatenate(([0], ends))[np.cumsum(sizes, dtype=np.int64)]
        places = run_places(starts, each)
        return [_lists(column, places, ends) for column in self.cells]


class RowSources(NamedTuple):
    """Texts on sources for the cells of an extract, and the claims on the rows of one table.

    `sources` are ids, titles, publishers, dates and addresses; `at` is the index of each source by its id.
    """

    at: dict[str, int]
    sources: list[Parts]
    claims: Claims

    def publisher(self, source: str) -> str:
        """Who published it."""
        return str(self.sources[2][self.at[source]])

    def list_sources(self, ids: Sequence[Collection[str]]) -> list[Parts]:
        """The text on each of these lists of sources, one cell a list."""
        places = np.array([self.at[each] for own in ids for each in own], np.int64)
        ends = np.cumsum([len(own) for own in ids], dtype=np.int64)
        return [_lists(column, places, ends) for column in self.sources]


def read_sources(
    engine: Engine, table: str, subjects: Sequence[str], stating: Iterable[str | None]
) -> RowSources:
    """The claims on these rows of a table, best first by field; sources that claim or are `stating`."""
    found = engines.answer(engine, bind_values(_select_claims(), table=table, subjects=list(subjects)))
    claims = _claims(table, sorted(found.rows))
    used = [*{*filter(None, stating), *claims.sources}]
    stored = engines.answer(engine, bind_values(_select_sources(), sources=used)).rows
    at = {row[0]: place for place, row in enumerate(stored)}
    return RowSources(at, [_texts(row[place] for row in stored) for place in range(5)], claims)


@cache
def _select_claims() -> Rows:
    own: tuple[Any, ...] = (
        Claim.subject,
        Claim.field,
        col(Claim.rank) != Rank.PREFERRED,
        Claim.value,
        Claim.source_id,
    )
    return select(*own, col(Claim.anchor), col(Claim.is_disputed), col(Claim.claimant)).where(
        col(Claim.table) == bindparam("table"), col(Claim.subject).in_(bound_list("subjects"))
    )


@cache
def _select_sources() -> Rows:
    titled = func.coalesce(Source.title, Source.about)
    own = (col(Source.id), titled, col(Source.publisher), col(Source.published_on), col(Source.url))
    return select(*own).where(col(Source.id).in_(bound_list("sources")))


def _claims(table: str, said: list[Any]) -> Claims:
    ids = [claim_id(row[4], table, row[0], row[1], row[3]) for row in said]
    counts = Counter(row[0] for row in said)
    at = {subject: number for number, subject in enumerate(counts)}
    starts = [0, *accumulate(counts.values()), len(said)]
    own = _texts(ids), _texts(row[5] for row in said)
    return Claims(at, starts, said, [row[4] for row in said], own)


def _texts(texts: Iterable[str | None]) -> Parts:
    return pa.array(clean_parts(texts), pa.string())


def join_texts(texts: Iterable[str | None]) -> str | None:
    """The texts as one cell; None without any."""
    return SEPARATOR.join(clean_parts(texts)) or None


def clean_parts(texts: Iterable[str | None]) -> list[str]:
    """Texts as parts of lists, without what would part them."""
    return [text.replace(SEPARATOR, " / ") if text else NOT_STATED for text in texts]


def _lists(column: Parts, places: Array, ends: Array) -> Parts:
    """The parts at these places joined to cells, each up to its end; null where it has none."""
    offsets = pa.array(np.concatenate(([0], ends)), pa.int32())
    cells = pc.binary_join(pa.ListArray.from_arrays(offsets, column.take(pa.array(places))), SEPARATOR)
    found: Parts = pc.if_else(pc.equal(cells, ""), None, cells)
    return found
