"""The stores that benches measure: the real record, or a generated one of so many events."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from data import store
from etl import pipeline


@cache
def builds_for(events: int) -> Path:
    """The folder of builds with so many events; 0: the real record."""
    if events:
        from bench.stores import store_for

        return store_for(events)
    folder = Path(_temporary().name)
    pipeline.build(store.CURATED, folder)
    return folder


@cache
def _temporary() -> TemporaryDirectory[str]:
    """A folder that goes when the bench ends."""
    return TemporaryDirectory(prefix="chegara-real-")


def current_build(builds: Path) -> Path:
    """The build that is served there."""
    path = store.current_build(builds)
    if path is None:
        raise FileNotFoundError(f"{builds} serves no build")
    return path


def format_size(events: int) -> str:
    return f"{events:,} events" if events else "the real record"
