"""What sources had stated of the numbers of offices: the latest by border, and one statement after another.

`counts` is always what `data.queries.offices.counts` gives: by the date the numbers hold for, oldest first.
"""

from datetime import date

import pandas as pd

from data.vocabulary import OfficeStatus

COMING = (OfficeStatus.ESTABLISHING, OfficeStatus.PLANNED)
BORDER = ["id", "name", "number", "as_of", "source_id", "count_id"]
MORE = ["more_status", "more_number", "more_as_of", "more_source_id", "more_count_id"]


def by_border(counts: pd.DataFrame) -> pd.DataFrame:
    """One row a border: the number that holds for the latest date, and what was still to come then.

    `number` with `as_of`, `source_id` and the `count_id` of its row is of operational offices, None where no
    source counts any.
    `more_status` and the columns after it are of offices planned or being established, unless the number
    operational holds for a later date. A year stands before its months.
    """
    rows = []
    for border, group in counts[counts["border_id"].notna()].groupby("border_id", sort=True):
        last = group[(group["status"] == OfficeStatus.OPERATIONAL) & group["number"].notna()].tail(1)
        since = last["as_of"].max() if len(last) else ""
        coming = group[group["status"].isin(COMING) & (group["as_of"] >= since)].tail(1)
        if len(last) or len(coming):
            rows.append([border, group["border"].iloc[0], *_stated(last), *_status(coming), *_stated(coming)])
    return pd.DataFrame(rows, columns=[*BORDER, *MORE], dtype=object)


def statements(counts: pd.DataFrame) -> pd.DataFrame:
    """One row a source that counts, in the order in which they became known.

    The row is its number of all operational offices, else its last number; `others` is how many rows it
    has besides.
    """
    rows = []
    for _, group in counts.groupby(["known_on", "source_id"], sort=True):
        given = group[group["number"].notna()]
        totals = given[given["is_total"].astype(bool) & (given["status"] == OfficeStatus.OPERATIONAL)]
        best = next(part for part in (totals, given, group) if len(part))
        rows.append(best.tail(1).assign(others=len(group) - 1))
    return pd.concat(rows, ignore_index=True) if rows else counts.assign(others=0)


def around(stated: pd.DataFrame, day: date | None) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Of `statements`, each a row or none: the last before `day`, the last by it, the next after it.

    Without a day all has been stated: the first two are the last, and none comes after.
    """
    if day is None:
        return stated.tail(1), stated.tail(1), stated.head(0)
    known_on, now = stated["known_on"], day.isoformat()
    return stated[known_on < now].tail(1), stated[known_on <= now].tail(1), stated[known_on > now].head(1)


def _stated(row: pd.DataFrame) -> list[object]:
    """Number, date, source and id of at most one row."""
    if row.empty:
        return [None, None, None, None]
    number = row["number"].iloc[0]
    others = (row[column].iloc[0] for column in ("as_of", "source_id", "id"))
    return [None if pd.isna(number) else int(number), *others]


def _status(row: pd.DataFrame) -> list[object]:
    return [None if row.empty else row["status"].iloc[0]]
