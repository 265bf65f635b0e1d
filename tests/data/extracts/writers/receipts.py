"""A receipt for frames that no store holds."""

from data.extracts.receipt import Receipt

RECEIPT = Receipt(
    title="Events",
    table="events",
    tables=("events",),
    filter="the whole record",
    filters={},
    settings={},
    link="http://localhost:8501/timeline",
    release="2026.11.1",
    released_on="not stated",
    build="4f2a",
    rows=1,
    of_rows=1,
    counts={"events": 1},
    sources=(),
)
