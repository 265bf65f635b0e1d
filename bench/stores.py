"""Corpora and their stores, made once and kept: in `bench/corpora`, or where CHEGARA_CORPORA says.

A store is made again when the schema has a new version; after other changes of the ETL, remove its folder.
"""

import os
import subprocess
import sys
from pathlib import Path

from bench import corpus
from data import store
from data.schema.models import SCHEMA_VERSION

LARGEST_FILE_MB = 20_000
UNFINISHED = ".part"
SHORT = ((1_000_000, "m"), (1_000, "k"))


def folder() -> Path:
    return Path(os.environ.get("CHEGARA_CORPORA") or store.ROOT / "bench" / "corpora")


def corpus_for(events: int) -> Path:
    """The folder of CSV files of so many events, written now if it is not there."""
    path = folder() / name(events)
    if not path.is_dir():
        unfinished = path.with_suffix(UNFINISHED)
        corpus.write(events, unfinished)
        unfinished.rename(path)
    return path


def store_for(events: int) -> Path:
    """The folder of builds (as `--store`) that serves the corpus of so many events, built now if need be."""
    builds = folder() / f"store-{name(events)}"
    if not _is_served(builds):
        subprocess.run(build_command(corpus_for(events), builds), cwd=store.ROOT, check=True)  # noqa: S603
    return builds


def build_command(data: Path, builds: Path) -> list[str]:
    """What builds a corpus; its files may be larger than those of people."""
    limit = ["--largest-file-mb", str(LARGEST_FILE_MB)]
    return [sys.executable, "-m", "etl", "build", "--data", str(data), "--store", str(builds), *limit]


def name(events: int) -> str:
    """`1k`, `10k`, `1m`, or all digits where the number is not round."""
    found = ((events // unit, sign) for unit, sign in SHORT if events and events % unit == 0)
    number, sign = next(found, (events, ""))
    return f"{number}{sign}"


def _is_served(builds: Path) -> bool:
    path = store.current_build(builds)
    if path is None:
        return False
    with path.open("rb") as file:
        version = file.read(store.HEADER)[store.VERSION]
    return int.from_bytes(version, "big") == SCHEMA_VERSION
