"""Rows of an earlier extract compared with the record of today: unchanged, corrected, withdrawn, and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, islice

from data.extracts.row_sources import SEPARATOR
from data.parsers.sheets import Cells, Sheet, TooLargeError, UnreadableError
from data.recheck.reasons import Reasons
from data.recheck.rewritten_cells import Order, find_order, is_same_cell
from data.schema.dictionary import ADDED

CONTEXT = frozenset(
    (*ADDED, "date_match", "is_disputed", "source_count", "originator_count", "source_anchor")
)
"""Columns on sources, claims and how a row matches; they are no values of the row and are not compared."""


class Group(StrEnum):
    """The outcome for a row. Each earlier row is in one of the first three; the others are additional."""

    UNCHANGED = "unchanged"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DISPUTED = "newly disputed"
    UNSETTLED = "disputed now, unknown before"
    OUTSIDE = "no longer matching the filter"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row, or one column of it that was corrected or is disputed. `line` is that of the file."""

    group: Group
    key: str
    title: str
    line: int | None = None
    column: str = ""
    earlier: str | None = None
    now: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class CurrentRows:
    """The record as it is: all rows of a data set by key, and those that the filter of the extract finds.

    `matching` is None where the filter is not known. `names` is the column that names a row, `table` the one
    that the rows are of, if any.
    """

    key: tuple[str, ...]
    columns: tuple[str, ...]
    whole: dict[str, Cells]
    matching: dict[str, Cells] | None
    names: str | None = None
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The result for a sheet. `unknown` columns are of the file alone, `missing` ones of the record alone."""

    file: str
    title: str
    table: str | None
    key: tuple[str, ...]
    rows: int
    findings: tuple[Finding, ...]
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    is_filter_known: bool = True
    counts: dict[Group, int] = field(default_factory=dict)
    """How many rows are in each group."""


def compare_sheet(
    sheet: Sheet, title: str, today: CurrentRows, reasons: Reasons, most: int, before: int = 0
) -> Result:
    """The sheet, row by row; UnreadableError where two of its rows have one key.

    TooLargeError where there would be more than `most` findings, with those of the sheets `before`.
    """
    rows = _by_key(sheet, today.key)
    compared = [name for name in sheet.columns if name in today.columns and name not in CONTEXT]
    order = find_order(_pairs(rows, compared, today))
    of_rows = (_row(key, line, cells, compared, today, reasons, order) for key, (line, cells) in rows.items())
    of_new = (_new(key, today, reasons) for key in today.matching or {} if key not in rows)
    findings = list(islice(chain(chain.from_iterable(of_rows), of_new), most - before + 1))
    if before + len(findings) > most:
        raise TooLargeError(sheet.file, f"more than {most:,} rows and columns would have to be listed")
    counts = {group: _rows(findings, group) for group in Group}
    return Result(
        sheet.file,
        title,
        today.table,
        today.key,
        len(rows),
        tuple(findings),
        tuple(name for name in sheet.columns if name not in today.columns and name not in CONTEXT),
        tuple(name for name in today.columns if name not in sheet.columns and name not in CONTEXT),
        today.matching is not None,
        counts,
    )


def _by_key(sheet: Sheet, key: tuple[str, ...]) -> dict[str, tuple[int, Cells]]:
    for column in key:
        if column not in sheet.columns:
            raise UnreadableError(
                sheet.file, "this column is missing, and rows are told apart by it", 1, column
            )
    found: dict[str, tuple[int, Cells]] = {}
    for line, cells in zip(sheet.lines, sheet.rows, strict=True):
        for column in key:
            if cells[column] is None:
                raise UnreadableError(sheet.file, "is blank, and rows are told apart by it", line, column)
        own = row_key(cells, key)
        if own in found:
            problem = f"stands on line {found[own][0]} too"
            raise UnreadableError(sheet.file, problem, line, "/".join(key), own)
        found[own] = line, cells
    return found


def row_key(cells: Cells, key: tuple[str, ...]) -> str:
    """The key of a row as claims and releases write it."""
    return "/".join(str(cells[column]) for column in key)


def _row(
    key: str,
    line: int,
    cells: Cells,
    compared: list[str],
    today: CurrentRows,
    reasons: Reasons,
    order: Order,
) -> Iterator[Finding]:
    now = _now(key, today)
    title = _title(now or cells, today)
    if now is None:
        yield Finding(Group.WITHDRAWN, key, title, line, why=reasons.of_withdrawal(key))
        return
    differing = [name for name in compared if not is_same_cell(cells[name], now[name], order)]
    if not differing:
        yield Finding(Group.UNCHANGED, key, title, line)
    for name in differing:
        why = reasons.of_value(key, name, now[name])
        yield Finding(Group.CORRECTED, key, title, line, name, cells[name], now[name], why)
    yield from _disputes(key, line, title, cells, reasons)
    if today.matching is not None and key not in today.matching:
        yield Finding(Group.OUTSIDE, key, title, line)


def _now(key: str, today: CurrentRows) -> Cells | None:
    return (today.matching or {}).get(key) or today.whole.get(key)


def _pairs(
    rows: dict[str, tuple[int, Cells]], compared: list[str], today: CurrentRows
) -> Iterator[tuple[str | None, str | None]]:
    """Each cell that is compared, with that of the record."""
    for key, (_, cells) in rows.items():
        if now := _now(key, today):
            yield from ((cells[name], now[name]) for name in compared)


def _disputes(key: str, line: int, title: str, cells: Cells, reasons: Reasons) -> Iterator[Finding]:
    before = _disputed_before(key, cells, reasons)
    for name, values in reasons.disputed_now(key).items():
        if before is None or name not in before:
            group = Group.UNSETTLED if before is None else Group.DISPUTED
            yield Finding(group, key, title, line, name, None, values, reasons.of_dispute(key, name))


def _disputed_before(key: str, cells: Cells, reasons: Reasons) -> set[str] | None:
    """The fields that were disputed then, as the file or the release says; None where neither does."""
    if "disputed_fields" in cells:
        return set((cells["disputed_fields"] or "").split(SEPARATOR)) - {""}
    if (known := reasons.disputed_then(key)) is not None:
        return known
    return set() if cells.get("is_disputed") == "false" else None


def _new(key: str, today: CurrentRows, reasons: Reasons) -> Finding:
    return Finding(Group.NEW, key, _title((today.matching or {})[key], today), why=reasons.of_addition(key))


def _title(cells: Cells, today: CurrentRows) -> str:
    return str(cells.get(today.names or "") or "")


def _rows(findings: list[Finding], group: Group) -> int:
    return len(Counter(finding.key for finding in findings if finding.group == group))
