"""How many rows of each table that filters narrow belong to each event, by the number of the event."""

import sqlite3
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.models import tables
from data.told import SIZE
from etl.arrays import read

COUNTED = """
SELECT r.n, t.number FROM (SELECT event_id, count(*) AS number FROM {rows} GROUP BY 1) t
JOIN read_events r ON r.id = t.event_id
"""


def arrays(draft: sqlite3.Connection) -> dict[str, NDArray[Any]]:
    """One array a table with a column `event_id`, or whose rows refer to such rows."""
    events = draft.execute("SELECT count(*) FROM events").fetchone()[0]
    rows = {name: f"{name} t" for name, model in tables().items() if "event_id" in model.model_fields}
    for one in ("recommendation", "statement"):
        rows[f"{one}_themes"] = f"{one}_themes l JOIN {one}s t ON t.id = l.{one}_id"
    found = {}
    for name, each in rows.items():
        counts = np.zeros(events, np.int64)
        pairs = read(draft, COUNTED.format(rows=each), 2)
        counts[pairs[:, 0]] = pairs[:, 1]
        found[f"{SIZE}{name}"] = counts.astype(np.min_scalar_type(int(counts.max(initial=0))))
    return found
