"""How often pages run and how long it takes, and how many lines are logged: counted for operators."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram

from data.links import PAGES

REGISTRY = CollectorRegistry()
"""Of this process: all that `/metrics` tells."""
SECONDS = Histogram(
    "chegara_rerun_seconds",
    "Seconds of a run of a page, from the choice of its build to its end.",
    ["page"],
    buckets=(0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
    registry=REGISTRY,
)
LINES = Counter(
    "chegara_log_lines", "Lines of the log by level; a fault is an ERROR.", ["level"], registry=REGISTRY
)
HOME = next(iter(PAGES))


@contextmanager
def measure(path: str) -> Iterator[None]:
    """Count a run of the page of this path, and its seconds, however it ends."""
    began = perf_counter()
    try:
        yield
    finally:
        SECONDS.labels(path or HOME).observe(perf_counter() - began)
