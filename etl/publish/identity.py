"""The build id: the same data, read by the same code, give the same id, on any machine at any time."""

import hashlib
from functools import cache
from pathlib import Path

from data.schema.models import SCHEMA_VERSION
from data.store import ROOT
from etl.staging import tables
from etl.staging.tables import file_name
from etl.verify.expectations import FILE

DATA_ROOMS = ("values", "files", "schema", "claims", "store", "engines", "geo")
ROW_ROOMS = ("extracts", "queries")
"""Those that write the rows which the mart holds ready."""
ETL_ROOMS = ("derive", "mart", "publish", "read", "reporting", "resolve", "staging", "validate", "verify")
"""Those that a build runs or reads: drafts, releases and commands change no build."""
CODE = (
    "etl/*.py",
    "data/*.py",
    *(f"etl/{room}/**/*.{kind}" for room in ETL_ROOMS for kind in ("py", "sql")),
    *(f"data/{room}/*" for room in DATA_ROOMS),
    *(f"data/{room}/**/*.py" for room in ROW_ROOMS),
)


def build_id(files: dict[str, str], release: str) -> str:
    """The id of the build of these files, given by name with their SHA-256.

    The code counts as an input: otherwise a better layout or search would wait for the next edit of a CSV.
    """
    parts = [f"{name} {digest}" for name, digest in sorted(files.items())]
    whole = "\n".join([*parts, str(SCHEMA_VERSION), release, _code()])
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def hash_files(data: Path) -> dict[str, str]:
    """SHA-256 of every input file in a folder, by name; a missing one is left out."""
    names = [*(file_name(name) for name in tables.curated_tables()), FILE]
    return {name: _digest(data / name) for name in names if (data / name).is_file()}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _code() -> str:
    paths = sorted(path for pattern in CODE for path in ROOT.glob(pattern) if path.is_file())
    known = "\n".join(f"{path.relative_to(ROOT).as_posix()} {_digest(path)}" for path in paths)
    return hashlib.sha256(known.encode()).hexdigest()
