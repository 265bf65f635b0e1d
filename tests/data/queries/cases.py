"""What a question may be asked with: filters, and settings of the pages beside them."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from data.claims.totals import Choice
from data.filters import Filters
from data.schema.vocabulary import StatementKind


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that an answer may depend on: the filters, and the settings of pages beside them."""

    filters: Filters = field(default_factory=Filters)
    first: int = 0
    most: int = 50
    """The run of a list that a page shows."""
    by: str = "kind"
    since: date = date(2020, 1, 1)
    until: date = date(2022, 12, 31)
    months: int = 12
    """Lanes, and their first and last day and length of a period."""
    together: bool = False
    least: int = 1
    shared: int = 1
    focus: str = ""
    """Settings of the network."""
    publishers: tuple[str, ...] | None = None
    """Those that are named apart."""
    statement_kinds: tuple[str, ...] = tuple(StatementKind)
    choice: Choice = Choice.PREFERRED
    hashes: tuple[str, ...] = ()
    """SHA-256 of documents that are at hand."""
    addressee: str = ""
    """Who is asked by name: of recommendations, beside the filters."""
    asker: str = ""
    """Which organisation asks, in the same way."""
    event: str = ""
    source: str = ""
    recommendation: str = ""
    statement: str = ""
    """Ids of rows that are looked up in their lists."""


def simplify(case: Case, fails: Callable[[Case], object]) -> Case:
    """The case without any filter, value or setting that it can lose and still fail."""
    plain: Any = Filters()
    for each in fields(Filters):
        value = getattr(case.filters, each.name)
        fewer = [(one,) for one in value] if isinstance(value, tuple) and each.name != "subject" else []
        for simpler in (getattr(plain, each.name), *fewer):
            changed: Any = {each.name: simpler}
            case = _if_it_fails(case, replace(case, filters=replace(case.filters, **changed)), fails)
    plain = Case()
    for each in fields(Case)[1:]:
        changed = {each.name: getattr(plain, each.name)}
        case = _if_it_fails(case, replace(case, **changed), fails)
    return case


def _if_it_fails(case: Case, simpler: Case, fails: Callable[[Case], object]) -> Case:
    return simpler if len(describe(simpler)) < len(describe(case)) and fails(simpler) else case


def describe(case: Case) -> str:
    """The case in short: what differs from one without filters and settings."""
    pairs: list[tuple[Any, Any]] = [(case.filters, Filters()), (case, Case())]
    parts = [
        f"{each.name}={getattr(one, each.name)!r}"
        for one, plain in pairs
        for each in fields(one)
        if each.name != "filters" and getattr(one, each.name) != getattr(plain, each.name)
    ]
    return ", ".join(parts) or "no filter"
