"""Numbers of rows against the build that is served: a file that lost many is refused."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from data import engines, store
from data.store import AnyBuild, Place
from etl.reporting.errors import Fault, Findings

LEAST = 80
"""A file may hold this many per cent of the rows it held before."""
MOST = 200
"""With more than this many per cent, somebody should look."""


def read_served_counts(builds: Place | None) -> dict[str, int]:
    """Rows by input file of the build that is served; empty where none is there or it cannot be read."""
    served = next(store.list_all(builds), None) if builds and store.is_pointed(builds) else None
    if served is None or not served.is_there():
        return {}
    try:
        return dict(read_rows(served, "SELECT file, rows FROM build"))
    except sqlite3.DatabaseError:
        return {}


def read_rows(build: AnyBuild, sql: str) -> Sequence[Any]:
    """The rows of a query over a build that is served."""
    engine = build.open()
    try:
        return engines.select(engine, sql, {}).rows
    finally:
        engine.dispose()


def compare_counts(
    before: Mapping[str, int], now: Mapping[str, int], reason: str | None, findings: Findings
) -> None:
    """A fault for each file of `now` that lost too many rows, a warning if there is a reason for it."""
    for file, rows in now.items():
        number = before.get(file, rows)
        both = f"holds {rows} rows, the build served before holds {number}"
        if rows * 100 > number * MOST:
            findings.warnings.append(Fault(file, None, None, None, f"{both}: over twice as many"))
        elif rows * 100 < number * LEAST and reason:
            findings.warnings.append(Fault(file, None, None, None, f"{both}; accepted: {reason}"))
        elif rows * 100 < number * LEAST:
            problem = f"{both}: under {LEAST} %; if that is meant, build with --accept-counts REASON"
            findings.faults.append(Fault(file, None, None, None, problem))
