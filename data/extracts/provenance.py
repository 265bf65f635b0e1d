"""The columns that every extract ends in: sources and claims of each row.

A list in one cell is joined by ` | `; lists of sources are aligned: the n-th title is that of the n-th id.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat, starmap
from typing import Any

from sqlalchemy import Engine

from data import links
from data.claims.ids import claim_id
from data.extracts.cells import Cells
from data.extracts.row_sources import ClaimOnRow, Claims, RowSources, join_texts, read_sources
from data.schema.dictionary import ADDED
from data.schema.keys import key_columns

LISTS = tuple(name for name in ADDED if name != "record_url")
NOTHING = (None, None)
DisputeTexts = tuple[str | None, ...]


def add_provenance(engine: Engine, table: str, rows: Cells, base: str) -> Cells:
    """The rows of `table` with the columns of ADDED after their own, which win where names are the same."""
    key = key_columns(table)
    plain = {name: cells for name, cells in rows.items() if name not in ADDED or name in key}
    subjects = _subjects(plain, key)
    own = [cells for name, cells in plain.items() if name == "source_id" or name.endswith("_source_id")]
    record = read_sources(engine, table, subjects, chain.from_iterable(own))
    claims = record.claims
    numbers = claims.numbers(subjects)
    stating = zip(*own, strict=True) if own else repeat((), len(subjects))
    cells: list[Any] = [
        links.record_addresses(base, table, plain),
        *record.list_sources(
            [_sources(ids, claims, number) for ids, number in zip(stating, numbers, strict=True)]
        ),
        *claims.list_claims(numbers),
        *_transpose(_list_disputes(record, plain, numbers), 2),
    ]
    if table == "claims":
        cells[6] = list(starmap(claim_id, zip(*(plain[name] for name in key), strict=True)))
    return {**plain, **dict(zip(ADDED, cells, strict=True))}


def _transpose(rows: Sequence[DisputeTexts], width: int) -> list[list[str | None]]:
    """The rows column by column, also where there are none."""
    return [[row[place] for row in rows] for place in range(width)]


def _sources(stating: Iterable[str | None], claims: Claims, number: int) -> dict[str, None]:
    """The sources that state the row, then those that claim something of it."""
    return dict.fromkeys(chain(filter(None, stating), claims.sources_of(number)))


def _subjects(columns: Cells, key: Sequence[str]) -> list[str]:
    """The key of each row as claims name it."""
    if len(key) == 1:
        return list(columns[key[0]])
    return ["/".join(map(str, parts)) for parts in zip(*(columns[name] for name in key), strict=True)]


def _list_disputes(record: RowSources, columns: Cells, numbers: Sequence[int]) -> list[DisputeTexts]:
    """The fields in dispute of each row, and what else is said of them."""
    at, starts, said, *_ = record.claims
    disputed = {at[row[0]] for row in said if row[6]}
    return [
        _disputes(
            list(map(ClaimOnRow._make, said[starts[number] : starts[number + 1]])), columns, line, record
        )
        if number in disputed
        else NOTHING
        for line, number in enumerate(numbers)
    ]


def _disputes(claims: Sequence[ClaimOnRow], columns: Cells, at: int, record: RowSources) -> DisputeTexts:
    """The fields in dispute, and each value that is not the one shown: the preferred, else the row's own."""
    disputed = [claim for claim in claims if claim.is_disputed]
    shown = {claim.field: claim.value for claim in claims if not claim.is_rival}
    others = []
    for claim in disputed:
        own = shown.get(claim.field) or (columns[claim.field][at] if claim.field in columns else None)
        if not _is_same(claim.value, own):
            by = claim.claimant or record.publisher(claim.source_id)
            others.append(f"{claim.field}: {claim.value} ({by})")
    return join_texts(dict.fromkeys(claim.field for claim in disputed)), join_texts(dict.fromkeys(others))


def _is_same(value: str, own: Any) -> bool:
    if isinstance(own, float):
        return value in (f"{own:g}", str(own), f"{own:.0f}" if own.is_integer() else "")
    return value == str(own)
