"""Claims one by one: what each must name and hold."""

from collections.abc import Iterator
from functools import cache

from data import values
from data.values import PARTICIPANTS, Number
from data.vocabulary import Rank
from etl import tables
from etl.errors import Fault
from etl.tables import Table, curated
from etl.wording import nearest

LONGEST_ANCHOR = 8
COUNTED_OF = ("events", "instruments")
"""Tables whose rows have participants: an event, or a programme over its years."""


def check(claims: Table) -> Iterator[Fault]:
    """The faults of each claim by itself; other rows are looked at in `etl.competing`."""
    for index, row in enumerate(claims.rows):
        yield from _words(claims, index)
        yield from _ranked(claims, index)
        if row["table"] not in curated():
            yield from _no_table(claims, index)
        else:
            yield from _field(claims, index)


def derive(claims: Table) -> Iterator[Fault]:
    """Fill in the numbers of values; a value that its field does not take is a fault."""
    for index, row in enumerate(claims.rows):
        row["is_disputed"] = False
        table, field, text = row["table"], row["field"], row["value"]
        if text is None or table not in curated() or field not in fields(table):
            continue
        try:
            value = values.parsed(table, field, text)
        except ValueError as error:
            yield claims.fault(index, "value", str(error))
            claims.broken.add((index, "value"))
            continue
        if isinstance(value, Number):
            row.update(amount=value.amount, bound=str(value.bound), unit=value.unit or None)


def _no_table(claims: Table, index: int) -> Iterator[Fault]:
    name = claims.rows[index]["table"]
    if name is not None and not claims.is_broken(index, "table"):
        yield claims.fault(index, "table", f"is no table{nearest(name, curated())}")


def _field(claims: Table, index: int) -> Iterator[Fault]:
    name, field = claims.rows[index]["table"], claims.rows[index]["field"]
    if field is not None and field not in fields(name):
        yield claims.fault(index, "field", f"is no column of {name}{nearest(field, fields(name))}")
        claims.broken.add((index, "field"))


@cache
def fields(table: str) -> tuple[str, ...]:
    """What can be claimed of a row."""
    return (*tables.columns(table), *([PARTICIPANTS] if table in COUNTED_OF else []))


def _words(claims: Table, index: int) -> Iterator[Fault]:
    row = claims.rows[index]
    for column in ("anchor", "prefix", "suffix"):
        if row[column] and len(row[column].split()) > LONGEST_ANCHOR:
            yield claims.fault(index, column, f"is longer than {LONGEST_ANCHOR} words")
        elif row[column] and not row["anchor"] and not claims.is_broken(index, "anchor"):
            yield claims.fault(index, column, "stands beside an anchor, and there is none")


def _ranked(claims: Table, index: int) -> Iterator[Fault]:
    row = claims.rows[index]
    if row["rank"] == Rank.PREFERRED:
        for column, words in (("rule", "by which rule"), ("reason", "why")):
            if row[column] is None and not claims.is_broken(index, column):
                yield claims.fault(index, column, f"is blank: a preferred value says {words}")
    elif row["rule"] is not None and not claims.is_broken(index, "rank"):
        yield claims.fault(index, "rule", "belongs to a preferred value alone")
