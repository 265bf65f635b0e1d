"""Who says so, row by row: the columns that every extract ends in.

A list in one cell is joined by ` | `; lists of sources are aligned: the n-th title is that of the n-th id.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, repeat, starmap
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import Connection, Engine, func, select
from sqlmodel import col

from data import links
from data.claim_ids import claim_id
from data.dictionary import ADDED
from data.extracts.asked import NOT_STATED
from data.keys import key_columns
from data.models import Claim, Source
from data.vocabulary import Rank

LISTS = tuple(name for name in ADDED if name != "record_url")
SEPARATOR = " | "
NOTHING = (None, None)
Columns = dict[str, list[Any]]


class Said(NamedTuple):
    """A claim, as far as extracts need it; sorted, the best of each field of each row comes first."""

    subject: str
    field: str
    is_rival: int
    value: str
    source_id: str
    anchor: str | None
    is_disputed: int
    claimant: str | None
    id: str


class Record(NamedTuple):
    """What the build says of sources, by id, and of the rows of one table, by key."""

    sources: dict[str, tuple[str, ...]]
    claims: dict[str, list[Said]]


def with_provenance(engine: Engine, table: str, rows: pd.DataFrame, base: str) -> pd.DataFrame:
    """The rows of `table` with the columns of ADDED after their own, which win where names are the same."""
    key = key_columns(table)
    plain = rows.drop(columns=[name for name in ADDED if name in rows and name not in key])
    columns = {name: plain[name].astype(object).tolist() for name in plain.columns}
    subjects = _subjects(columns, key)
    own = [columns[name] for name in columns if name == "source_id" or name.endswith("_source_id")]
    record = read(engine, table, subjects, chain.from_iterable(own))
    claims = [record.claims.get(subject, ()) for subject in subjects]
    stating = zip(*own, strict=True) if own else repeat((), len(subjects))
    cited = _Cited(record.sources)
    sources = [cited.of(ids, said) for ids, said in zip(stating, claims, strict=True)]
    disputes = [
        _disputes(said, columns, at, record.sources) if any(claim.is_disputed for claim in said) else NOTHING
        for at, said in enumerate(claims)
    ]
    cells = [
        links.records(base, table, columns),
        *_columns(sources, 5),
        *_columns([_claimed(said) if said else NOTHING for said in claims], 2),
        *_columns(disputes, 2),
    ]
    if table == "claims":
        cells[6] = list(starmap(claim_id, zip(*(columns[name] for name in key), strict=True)))
    added = {
        name: pd.Series(column, dtype=object, index=plain.index)
        for name, column in zip(ADDED, cells, strict=True)
    }
    return pd.concat([plain, pd.DataFrame(added, index=plain.index)], axis="columns")


def read(engine: Engine, table: str, subjects: Sequence[str], stating: Iterable[str | None]) -> Record:
    """The claims on these rows of a table, best first by field; sources that claim or are `stating`."""
    own: tuple[Any, ...] = (
        Claim.subject,
        Claim.field,
        col(Claim.rank) != Rank.PREFERRED,
        Claim.value,
        Claim.source_id,
    )
    said = select(*own, col(Claim.anchor), col(Claim.is_disputed), col(Claim.claimant)).where(
        col(Claim.table) == table, col(Claim.subject).in_(among(subjects))
    )
    claims: dict[str, list[Said]] = defaultdict(list)
    with engine.connect() as connection:
        for row in sorted(fetched(connection, said)):
            subject, field, _, value, source = row[:5]
            claims[subject].append(Said._make((*row, claim_id(source, table, subject, field, value))))
        claiming = (claim.source_id for said in claims.values() for claim in said)
        used = sorted({*filter(None, stating), *claiming})
        titled = func.coalesce(Source.title, Source.about)
        cited = select(
            col(Source.id), titled, col(Source.publisher), col(Source.published_on), col(Source.url)
        )
        found = fetched(connection, cited.where(col(Source.id).in_(among(used))))
    return Record({row[0]: tuple(map(_cell, row[1:])) for row in found}, claims)


def among(values: Sequence[str]) -> Any:
    """The values as a subquery: as parameters there could be too many."""
    listed = func.json_each(json.dumps(values, ensure_ascii=False)).table_valued("value")
    return select(listed.c.value)


def fetched(connection: Connection, query: Any) -> list[Any]:
    """All rows of text columns as the driver gives them: several times faster than row objects."""
    cursor = connection.execute(query).cursor
    return list(cursor.fetchall()) if cursor else []


def joined(parts: Iterable[str | None]) -> str | None:
    """The parts as one cell; None without any."""
    return SEPARATOR.join([_cell(part) for part in parts]) or None


class _Cited:
    """The cells on sources, made once for each set of them."""

    def __init__(self, sources: dict[str, tuple[str, ...]]) -> None:
        self.sources = sources
        self.known: dict[tuple[str, ...], tuple[str | None, ...]] = {}

    def of(self, stating: Iterable[str | None], claims: Sequence[Said]) -> tuple[str | None, ...]:
        """Of the sources that state the row, then of those that claim something of it."""
        ids = tuple(dict.fromkeys([i for i in stating if i] + [claim.source_id for claim in claims]))
        if ids not in self.known:
            parts = zip(*(self.sources[i] for i in ids), strict=True)
            self.known[ids] = (*map(SEPARATOR.join, (ids, *parts)),) if ids else (None,) * 5
        return self.known[ids]


def _subjects(columns: Columns, key: Sequence[str]) -> list[str]:
    """The key of each row as claims name it."""
    if len(key) == 1:
        return columns[key[0]]
    return ["/".join(map(str, parts)) for parts in zip(*(columns[name] for name in key), strict=True)]


def _claimed(claims: Sequence[Said]) -> tuple[str | None, str | None]:
    return SEPARATOR.join([claim.id for claim in claims]), joined(claim.anchor for claim in claims)


def _disputes(
    claims: Sequence[Said], columns: Columns, at: int, sources: dict[str, tuple[str, ...]]
) -> tuple[str | None, str | None]:
    """The fields in dispute, and each value that is not the one shown: the preferred, else the row's own."""
    disputed = [claim for claim in claims if claim.is_disputed]
    shown = {claim.field: claim.value for claim in claims if not claim.is_rival}
    others = []
    for claim in disputed:
        own = shown.get(claim.field) or (columns[claim.field][at] if claim.field in columns else None)
        if not _same(claim.value, own):
            by = claim.claimant or sources[claim.source_id][1]
            others.append(f"{claim.field}: {claim.value} ({by})")
    return joined(dict.fromkeys(claim.field for claim in disputed)), joined(dict.fromkeys(others))


def _columns(rows: Sequence[tuple[str | None, ...]], width: int) -> list[list[str | None]]:
    """The rows column by column, also where there are none."""
    return [[row[place] for row in rows] for place in range(width)]


def _same(value: str, own: Any) -> bool:
    if isinstance(own, float):
        return value == f"{own:g}" or value == str(own)
    return value == str(own)


def _cell(part: str | None) -> str:
    """One part of a list, without what would part it."""
    if not part:
        return NOT_STATED
    return part.replace(SEPARATOR, " / ") if SEPARATOR in part else part
