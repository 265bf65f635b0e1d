"""What sources had stated of the numbers of offices: the latest by border, and one statement after another.

`counts` is always what `data.queries.offices.list.list_office_counts` gives: by the date the numbers hold
for, oldest first.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile
from operator import itemgetter

from data.schema.vocabulary import COMING, OfficeStatus
from data.values.rows import Row, group_rows


def latest_by_border(counts: Iterable[Row]) -> list[Row]:
    """One row a border: the number that holds for the latest date, and what was still to come then.

    `number` with `bound`, `as_of`, `source_id` and the `count_id` of its row is of operational offices, None
    where no source counts any.
    `more_status` and the columns after it are of offices planned or being established, unless the number
    operational holds for a later date. A year is sorted before its months.
    """
    rows: list[Row] = []
    by_border = group_rows((row for row in counts if row["border_id"]), "border_id")
    for border, group in sorted(by_border.items()):
        last = _last(row for row in group if counts_open(row))
        since = last["as_of"] if last else ""
        coming = _last(row for row in group if row["status"] in COMING and row["as_of"] >= since)
        if last or coming:
            more = {"more_status": coming["status"] if coming else None, **_number_columns(coming, "more_")}
            rows.append({"id": border, "name": group[0]["border"], **_number_columns(last), **more})
    return rows


def list_statements(counts: Iterable[Row]) -> list[Row]:
    """One row a source that counts, in the order in which they became known.

    The row is its number of all operational offices, else its last number; `others` is how many rows it
    has besides.
    """
    groups = sorted(group_rows(counts, "known_on", "source_id").items(), key=itemgetter(0))
    return [_best(group) | {"others": len(group) - 1} for _, group in groups]


def find_neighbours(stated: Sequence[Row], day: date | None) -> tuple[Row | None, Row | None, Row | None]:
    """Of `list_statements`, each a row or None: the last before `day`, the last by it, the next after it.

    Without a day all has been stated: the first two are the last, and none comes after.
    """
    if day is None:
        last = _last(stated)
        return last, last, None
    now = day.isoformat()
    return (
        _last(row for row in stated if row["known_on"] < now),
        _last(row for row in stated if row["known_on"] <= now),
        next((row for row in stated if row["known_on"] > now), None),
    )


def list_newest_totals(counts: Iterable[Row]) -> list[Row]:
    """The newest number of all operational offices: a row for each date it was stated for, oldest first."""
    rows = [row for row in counts if row["is_total"] and counts_open(row)]
    return list(takewhile(lambda row: _same_number(row, rows[-1]), reversed(rows)))[::-1]


def find_total_by_border(counts: Iterable[Row]) -> Row | None:
    """The total of operational offices by the source that last counted them border by border."""
    rows = [row for row in counts if counts_open(row)]
    last = _last(row for row in rows if row["border_id"])
    return _last(row for row in rows if row["is_total"] and last and row["source_id"] == last["source_id"])


def _best(group: Sequence[Row]) -> Row:
    given = [row for row in group if row["number"] is not None]
    totals = [row for row in given if row["is_total"] and row["status"] == OfficeStatus.OPERATIONAL]
    return (totals or given or group)[-1]


def counts_open(row: Row) -> bool:
    """Whether the row gives a number of operational offices."""
    return row["status"] == OfficeStatus.OPERATIONAL and row["number"] is not None


def _same_number(one: Row, other: Row) -> bool:
    return bool(one["number"] == other["number"] and one["bound"] == other["bound"])


def _last(rows: Iterable[Row]) -> Row | None:
    return next(reversed([*rows]), None)


def _number_columns(row: Row | None, part: str = "") -> Row:
    """Number, bound, date, source and id of a row, by names that begin with `part`."""
    names = {name: name for name in ("number", "bound", "as_of", "source_id")} | {"count_id": "id"}
    return {f"{part}{name}": row[column] if row else None for name, column in names.items()}
