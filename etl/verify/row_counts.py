"""Numbers of rows against the build that is served: a file that lost many is refused."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from data import store
from etl.reporting.errors import Fault, Findings

LEAST = 80
"""A file may hold this many per cent of the rows it held before."""
MOST = 200
"""With more than this many per cent, somebody should look."""


def read_served_counts(builds: Path | None) -> dict[str, int]:
    """Rows by input file of the build that is served; empty where none is there or it cannot be read."""
    path = store.current_build(builds) if builds else None
    if path is None:
        return {}
    try:
        with closing(sqlite3.connect(path)) as connection:
            return dict(connection.execute("SELECT file, rows FROM build").fetchall())
    except sqlite3.DatabaseError:
        return {}


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
