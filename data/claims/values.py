"""What a claimed value is - a number, a date, a list, a code or words - and whether two can both be true.

A number is written `600`, `over 600`, `about 100`; one of participants may end in what is counted, where
that is not people: `89 customs administrations`. A date is a partial date, or `by` or `after` one. A list
has `;` between its items.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args

from pydantic import TypeAdapter
from sqlmodel import SQLModel

from data.schema.models import Partial, tables, vocabulary_of
from data.schema.vocabulary import CountBound
from data.values.dates import first_day, last_day, partial_date
from data.values.text import fold

PARTICIPANTS = "participants"
"""The one claimable field that is no column: a number of participants, which only claims hold."""
LISTS = (("events", "participants_as_stated"),)
OWN_WORDS = (("events", "title"),)
"""Fields in our own words, one wording a source: never compared."""
NUMBER = re.compile(r"(?:(over|at least|about|up to) )?(\d{1,12}(?:\.\d{1,6})?)(?: (\D\S.*))?", re.ASCII)
WHEN = re.compile(r"(?:(by|after) )?([\d-]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Number:
    """`unit` is what is counted; empty for people, or for what the column counts."""

    amount: float
    bound: CountBound
    unit: str = ""
    decimals: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days that a date allows, both inclusive; None where nothing bounds it."""

    first: date | None
    last: date | None


Value = Number | DateRange | frozenset[str] | str


def parse_value(table: str, field: str, text: str) -> Value:
    """`text` as the type of its field; ValueError with what is allowed. References are not looked up."""
    kind = _kind(table, field)
    if kind is Number:
        return _number(text, with_unit=field == PARTICIPANTS)
    if kind is DateRange:
        return _when(text)
    if kind is frozenset:
        return _items(text)
    _check(table, field, text)
    return fold(text)


def agree(one: Value, other: Value) -> bool:
    """Whether both can be true: ranges that overlap, the same words or items but for case and accents.

    *About 200* is read as 200, because no source says how near; *over 200* excludes 200.
    A number agrees with the same one rounded: 1344 with 1344.15. Numbers of different things never
    contradict each other.
    """
    if isinstance(one, Number) and isinstance(other, Number):
        return one.unit != other.unit or _overlap(one, other)
    if isinstance(one, DateRange) and isinstance(other, DateRange):
        first = max((day for day in (one.first, other.first) if day), default=date.min)
        last = min((day for day in (one.last, other.last) if day), default=date.max)
        return first <= last
    return one == other


def split_items(text: str) -> list[str]:
    """The items of a list as they are worded."""
    return [item.strip() for item in text.split(";") if item.strip()]


@cache
def is_free_text(table: str, field: str) -> bool:
    """Whether sources may word the field in their own way: no number, date, list, code or id."""
    own: Any = _model(table)
    if _kind(table, field) is not str or vocabulary_of(own, field):
        return False
    return not own.__table__.columns[field].foreign_keys and bool not in _annotations(own, field)


def find_unit(value: Value) -> str:
    """What a number counts; values of different units answer different questions."""
    return value.unit if isinstance(value, Number) else ""


@cache
def _kind(table: str, field: str) -> type:
    if field == PARTICIPANTS:
        return Number
    if (table, field) in LISTS:
        return frozenset
    kinds = _annotations(_model(table), field)
    if bool not in kinds and (int in kinds or float in kinds):
        return Number
    rule = get_args(Partial)[1]
    is_date = Partial in kinds or rule in _model(table).model_fields[field].metadata
    return DateRange if is_date else str


def _annotations(model: type[SQLModel], field: str) -> tuple[Any, ...]:
    annotation = model.model_fields[field].annotation
    return tuple(kind for kind in get_args(annotation) or (annotation,) if kind is not NoneType)


def _items(text: str) -> frozenset[str]:
    if not split_items(text):
        raise ValueError("a list holds at least one item")
    return frozenset(map(fold, split_items(text)))


def _number(text: str, *, with_unit: bool) -> Number:
    found = NUMBER.fullmatch(text)
    if not found or (found[3] and not with_unit):
        counted = ", then what is counted if not people" if with_unit else ""
        raise ValueError(
            f"a number is written in digits, with over, at least, about or up to before it{counted}, "
            "such as 'over 600'"
        )
    bound = CountBound((found[1] or "exact").replace(" ", "_"))
    return Number(float(found[2]), bound, found[3] or "", len(found[2].partition(".")[2]))


def _when(text: str) -> DateRange:
    found = WHEN.fullmatch(text)
    if not found:
        raise ValueError("a date is written YYYY-MM-DD, YYYY-MM or YYYY, or with by or after before it")
    text = partial_date(found[2])
    first, last = first_day(text), last_day(text)
    return DateRange(None if found[1] == "by" else first, None if found[1] == "after" else last)


def _check(table: str, field: str, text: str) -> None:
    """Raise ValueError, pydantic's where its rules refuse the text, unless the column takes it."""
    if listed := _allowed_values(table, field):
        if text not in listed:
            raise ValueError(f"is not one of: {', '.join(listed)}")
        return
    if _is_truth(table, field) and text not in ("true", "false"):
        raise ValueError("is written true or false")
    _adapter(table, field).validate_python(text)


@cache
def _model(table: str) -> type[SQLModel]:
    return tables()[table]


@cache
def _allowed_values(table: str, field: str) -> tuple[str, ...]:
    """The values of the controlled list of a column; none where it has no list."""
    return tuple(vocabulary_of(_model(table), field) or ())


@cache
def _is_truth(table: str, field: str) -> bool:
    return bool in _annotations(_model(table), field)


@cache
def _adapter(table: str, field: str) -> TypeAdapter[Any]:
    info = _model(table).model_fields[field]
    whole: Any = info.annotation
    for rule in info.metadata:
        if type(rule).__name__ != "FieldInfoMetadata":
            whole = Annotated[whole, rule]
    return TypeAdapter(whole)


def _overlap(one: Number, other: Number) -> bool:
    if one.bound == other.bound == CountBound.EXACT:
        decimals = min(one.decimals, other.decimals)
        return round(one.amount, decimals) == round(other.amount, decimals)
    low = max(_floor(one), _floor(other))
    high = min(_ceiling(one), _ceiling(other))
    if low != high:
        return low < high
    return all(n.bound != CountBound.OVER or n.amount < low for n in (one, other))


def _floor(number: Number) -> float:
    return float("-inf") if number.bound == CountBound.UP_TO else number.amount


def _ceiling(number: Number) -> float:
    open_above = number.bound in (CountBound.OVER, CountBound.AT_LEAST)
    return float("inf") if open_above else number.amount
