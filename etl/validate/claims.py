"""Claims one by one: what each must name and hold."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from pydantic import ValidationError

from data.claims import values
from data.claims.passages import LONGEST_ANCHOR as LONGEST_ANCHOR
from data.claims.values import PARTICIPANTS, Number
from data.schema.vocabulary import Rank
from etl.reporting.errors import Fault
from etl.reporting.messages import describe_problem, suggest_nearest
from etl.staging import tables
from etl.staging.tables import Table, curated_tables

PASSAGE = ("anchor", "prefix", "suffix")
COUNTED_OF = ("events", "instruments")
"""Tables whose rows have participants: an event, or a programme over its years."""


def check_claims(claims: Table) -> Iterator[Fault]:
    """The faults of each claim by itself; other rows are looked at in `etl.resolve.disagreements`."""
    yield from _words(claims)
    yield from _check_ranks(claims)
    for index, (table, field) in enumerate(_cells(claims, "table", "field")):
        if table not in curated_tables():
            yield from _no_table(claims, index, table)
        elif field is not None and field not in claimable_fields(table):
            yield claims.fault(
                index, "field", f"is no column of {table}{suggest_nearest(field, claimable_fields(table))}"
            )
            claims.broken.add((index, "field"))


def derive_numbers(claims: Table) -> Iterator[Fault]:
    """Fill in the numbers of values; a value that its field does not take is a fault."""
    claims.cells["is_disputed"] = [False] * len(claims.lines)
    for column in ("amount", "bound", "unit"):
        claims.cells[column] = [None] * len(claims.lines)
    known: dict[tuple[str, ...], values.Value] = {}
    for index, claim in enumerate(_cells(claims, "table", "field", "value")):
        table, field, text = claim
        if text is None or not _is_claimable(table, field):
            continue
        try:
            value = known[claim] if claim in known else known.setdefault(claim, values.parse_value(*claim))
        except ValueError as error:
            yield claims.fault(index, "value", _describe_error(error))
            claims.broken.add((index, "value"))
            continue
        if isinstance(value, Number):
            found = {"amount": value.amount, "bound": str(value.bound), "unit": value.unit or None}
            for column, cell in found.items():
                claims.cells[column][index] = cell


def _describe_error(error: ValueError) -> str:
    """In the words of any other cell, also where pydantic refused the value."""
    return describe_problem(error.errors()[0], ()) if isinstance(error, ValidationError) else str(error)


def _cells(claims: Table, *columns: str) -> Iterator[tuple[Any, ...]]:
    """These cells of each claim."""
    return zip(*(claims.cells[column] for column in columns), strict=True)


def _no_table(claims: Table, index: int, name: str | None) -> Iterator[Fault]:
    if name is not None and not claims.is_broken(index, "table"):
        yield claims.fault(index, "table", f"is no table{suggest_nearest(name, curated_tables())}")


@cache
def claimable_fields(table: str) -> tuple[str, ...]:
    """What can be claimed of a row."""
    return (*tables.input_columns(table), *([PARTICIPANTS] if table in COUNTED_OF else []))


@lru_cache(maxsize=1000)
def _is_claimable(table: str | None, field: str | None) -> bool:
    return table in curated_tables() and field in claimable_fields(table)


def _words(claims: Table) -> Iterator[Fault]:
    """A passage is short, and nothing stands beside an anchor that is not there."""
    for index, parts in enumerate(_cells(claims, *PASSAGE)):
        if sum(map(len, filter(None, parts))) > 2 * LONGEST_ANCHOR:
            yield from _check_length(claims, index, [len(part.split()) if part else 0 for part in parts])
    for column in PASSAGE[1:]:
        for index, (words, anchor) in enumerate(_cells(claims, column, "anchor")):
            if words and not anchor and not claims.is_broken(index, "anchor"):
                yield claims.fault(index, column, "stands beside an anchor, and there is none")


def _check_length(claims: Table, index: int, words: list[int]) -> Iterator[Fault]:
    longest = f"is longer than {LONGEST_ANCHOR} words"
    for column, number in zip(PASSAGE, words, strict=True):
        if number > LONGEST_ANCHOR:
            yield claims.fault(index, column, longest)
    if max(words) <= LONGEST_ANCHOR < sum(words):
        yield claims.fault(index, "anchor", f"{longest} with prefix and suffix")


def _check_ranks(claims: Table) -> Iterator[Fault]:
    for index, (rank, rule, reason) in enumerate(_cells(claims, "rank", "rule", "reason")):
        if rank == Rank.PREFERRED:
            for column, cell, words in (("rule", rule, "by which rule"), ("reason", reason, "why")):
                if cell is None and not claims.is_broken(index, column):
                    yield claims.fault(index, column, f"is blank: a preferred value says {words}")
        elif rule is not None and not claims.is_broken(index, "rank"):
            yield claims.fault(index, "rule", "belongs to a preferred value alone")
