"""Claims: what each must name and hold, and which values cannot both be true."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from data import values
from data.values import OWN_WORDS, PARTICIPANTS, Number, Value
from data.vocabulary import Rank
from etl import tables
from etl.errors import Fault
from etl.tables import Table, curated
from etl.wording import nearest

LONGEST_ANCHOR = 8
COUNTED_OF = ("events", "instruments")
"""Tables whose rows have participants: an event, or a programme over its years."""

Key = tuple[str, str, str]
"""Table, subject and field."""


class Subjects:
    """The rows that claims are about, by the key as a claim writes it; read once a table."""

    def __init__(self, found: dict[str, Table]) -> None:
        self._found = found
        self._rows: dict[str, dict[str, dict[str, Any]]] = {}

    def knows(self, table: str) -> bool:
        """False where rows of the table were left out as faulty: then nothing can be missed in it."""
        return table in self._found and self._found[table].is_whole

    def of(self, table: str) -> dict[str, dict[str, Any]]:
        if table not in self._rows:
            self._rows[table] = _by_key(self._found[table]) if table in self._found else {}
        return self._rows[table]


def check(claims: Table, found: dict[str, Table]) -> Iterator[Fault]:
    """The faults of every claim; a value is judged where its table and field are known."""
    subjects = Subjects(found)
    preferred: dict[tuple[str, ...], int] = {}
    single: dict[Key, list[int]] = defaultdict(list)
    for index, row in enumerate(claims.rows):
        yield from _words(claims, index)
        yield from _ranked(claims, index)
        if row["table"] not in curated():
            yield from _no_table(claims, index)
            continue
        yield from _subject(claims, index, subjects)
        if faults := [*_field(claims, index), *_value(claims, index, subjects)]:
            yield from faults
        elif row["value"] is not None:
            single[row["table"], row["subject"], row["field"]].append(index)
            if row["rank"] == Rank.PREFERRED:
                yield from _preferred(claims, index, preferred)
                yield from _row_says(claims, index, subjects, "is preferred, but")
    yield from _alone(claims, single, subjects)


def derive(claims: Table) -> None:
    """Fill the derived columns in place: the number in the value, and whether another contradicts it."""
    groups: dict[Key, list[tuple[dict[str, Any], Value]]] = defaultdict(list)
    for row in claims.rows:
        row.update(amount=None, bound=None, unit=None, is_disputed=False)
        try:
            value = values.parsed(row["table"], row["field"], row["value"])
        except (KeyError, TypeError, ValueError):
            continue  # a fault of `check`
        if isinstance(value, Number):
            row.update(amount=value.amount, bound=str(value.bound), unit=value.unit or None)
        groups[row["table"], row["subject"], row["field"]].append((row, value))
    for (table, _, field), group in groups.items():
        if (table, field) not in OWN_WORDS:
            _mark_disputes(group)


def _mark_disputes(group: list[tuple[dict[str, Any], Value]]) -> None:
    for (one, first), (other, second) in combinations(group, 2):
        if not values.agree(first, second):
            one["is_disputed"] = other["is_disputed"] = True


def _by_key(table: Table) -> dict[str, dict[str, Any]]:
    keys = ((table.key_of(index), row) for index, row in enumerate(table.rows))
    return {"/".join(key): row for key, row in keys if key}


def _no_table(claims: Table, index: int) -> Iterator[Fault]:
    name = claims.rows[index]["table"]
    if name is not None and not claims.is_broken(index, "table"):
        yield claims.fault(index, "table", f"is no table{nearest(name, curated())}")


def _field(claims: Table, index: int) -> Iterator[Fault]:
    name, field = claims.rows[index]["table"], claims.rows[index]["field"]
    if field is not None and field not in _fields(name):
        yield claims.fault(index, "field", f"is no column of {name}{nearest(field, _fields(name))}")


def _fields(table: str) -> tuple[str, ...]:
    return (*tables.columns(table), *([PARTICIPANTS] if table in COUNTED_OF else []))


def _subject(claims: Table, index: int, subjects: Subjects) -> Iterator[Fault]:
    name, subject = claims.rows[index]["table"], claims.rows[index]["subject"]
    if subject is not None and subjects.knows(name) and subject not in subjects.of(name):
        key = "/".join(tables.key_columns(name))
        problem = f"{tables.file_of(name)} holds no row with this {key}{nearest(subject, subjects.of(name))}"
        yield claims.fault(index, "subject", problem)


def _value(claims: Table, index: int, subjects: Subjects) -> Iterator[Fault]:
    row = claims.rows[index]
    name, field, text = row["table"], row["field"], row["value"]
    if text is None or field not in _fields(name):
        return
    try:
        values.parsed(name, field, text)
    except ValueError as error:
        yield claims.fault(index, "value", str(error))
        return
    parent = dict(tables.references(name)).get(field, "")
    if subjects.knows(parent) and text not in (known := subjects.of(parent)):
        problem = f"{tables.file_of(parent)} holds no such id{nearest(text, known)}"
        yield claims.fault(index, "value", problem)


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


def _preferred(claims: Table, index: int, seen: dict[tuple[str, ...], int]) -> Iterator[Fault]:
    row = claims.rows[index]
    value = values.parsed(row["table"], row["field"], row["value"])
    key = str(row["table"]), str(row["subject"]), str(row["field"]), values.unit(value)
    first = seen.setdefault(key, index)
    if claims.rows[first]["value"] != row["value"]:
        yield claims.fault(index, "rank", f"another value is preferred on line {claims.lines[first]}")


def _alone(claims: Table, groups: dict[Key, list[int]], subjects: Subjects) -> Iterator[Fault]:
    """A number, date, code or id that nothing contradicts must be what its row holds; wordings may vary."""
    for (table, _, field), indexes in groups.items():
        ranks = {claims.rows[index]["rank"] for index in indexes}
        told = {claims.rows[index]["value"] for index in indexes}
        is_alone = len(told) == 1 and Rank.NORMAL in ranks and Rank.PREFERRED not in ranks
        if is_alone and field != PARTICIPANTS and not values.is_wording(table, field):
            yield from _row_says(claims, indexes[0], subjects, "nothing contradicts it, but")


def _row_says(claims: Table, index: int, subjects: Subjects, words: str) -> Iterator[Fault]:
    """The row itself must hold what is preferred, so that no page shows anything else."""
    row = claims.rows[index]
    name, field = row["table"], row["field"]
    own = subjects.of(name).get(row["subject"], {}).get(field)
    if own is None or (name, field) in OWN_WORDS:
        return
    text = str(own).lower() if isinstance(own, bool) else str(own)
    try:
        agrees = values.agree(values.parsed(name, field, text), values.parsed(name, field, row["value"]))
    except ValueError:
        return  # a fault of the row itself
    if not agrees:
        problem = f"{words} the row in {tables.file_of(name)} holds '{text}'"
        yield claims.fault(index, "value", problem)
