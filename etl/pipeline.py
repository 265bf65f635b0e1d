"""The stages in order, then publication: the only file that knows the order."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DatabaseError

from data import store
from etl import counts, expectations, identity, network, publish
from etl.derive import derive
from etl.errors import BadData, Fault, Findings, MachineError, UsageError, warning_rows
from etl.expectations import Expectations
from etl.load import Rows, load, put_in_order
from etl.progress import Progress, silent
from etl.read import read_folder
from etl.resolve import resolve
from etl.tables import Sheet, Table, curated, file_of
from etl.validate import validate
from etl.verify import verify


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked of the data beyond being right."""

    is_strict: bool = False
    """Warnings refuse too."""
    reason: str | None = None
    """Why tables may hold far fewer rows than the build that is served; None: they may not."""


USUAL = Terms()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build came to. `path` is None after a check; `is_new` is False where it was there already."""

    build_id: str
    release: str
    path: Path | None
    counts: dict[str, int]
    warnings: tuple[Fault, ...] = ()
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Prepared:
    """Data that are ready to be written."""

    build_id: str
    expected: Expectations
    tables: dict[str, Table]
    files: list[dict[str, Any]]
    warnings: tuple[Fault, ...]


def build(data: Path, builds: Path, progress: Progress = silent, terms: Terms = USUAL) -> Report:
    """Build and serve; BadData, MachineError or UsageError leaves served whatever was."""
    with _machine(builds), publish.only_load(builds):
        publish.sweep(builds)
        if ready := _ready(data, builds):
            report = _known(ready, builds, terms)
            publish.point_to(builds, ready)
            return report
        prepared = prepare(data, progress, terms, builds)
        draft = publish.draft(builds, prepared.build_id)
        try:
            rows = _written(draft, prepared, progress)
            progress("publish", 0, 1)
            path = publish.publish(builds, draft, prepared.build_id)
            progress("publish", 1, 1)
        finally:
            with suppress(OSError):  # the next load sweeps too
                publish.sweep(builds)
    return Report(prepared.build_id, prepared.expected.release, path, rows, prepared.warnings)


def check(
    data: Path, progress: Progress = silent, terms: Terms = USUAL, builds: Path | None = None
) -> Report:
    """All stages but publication: the file is written, verified and thrown away."""
    where = Path("temporary folder")
    with _machine(where), tempfile.TemporaryDirectory(prefix="chegara-check-") as folder:
        prepared = prepare(data, progress, terms, builds)
        rows = _written(publish.draft(Path(folder), prepared.build_id), prepared, progress)
    return Report(prepared.build_id, prepared.expected.release, None, rows, prepared.warnings)


def is_current(data: Path, builds: Path) -> bool:
    """True where the build that is served is of exactly these data and this code; builds nothing."""
    ready = _ready(data, builds)
    return ready is not None and ready == store.current(builds)


def prepare(
    data: Path, progress: Progress = silent, terms: Terms = USUAL, builds: Path | None = None
) -> Prepared:
    """Read to derive: every fault of every file in one BadData.

    Rows are counted against what `builds` serves, if it serves anything.
    """
    if not data.is_dir():
        raise UsageError(f"{data}: there is no such folder of data")
    findings = Findings()
    expected = _expected(data, findings)
    with _machine(data):
        sheets = read_folder(data, findings, progress)
    files = _files(sheets, expected)
    whole = {file_of(name): len(sheet.rows) for name, sheet in sheets.items() if sheet.is_whole}
    counts.compare(counts.served(builds), whole, terms.reason, findings)
    found = validate(sheets, findings, progress)
    resolve(found, findings, progress)
    derive(found, findings, progress)
    findings.refuse_if_any(is_strict=terms.is_strict)
    digests = {str(file["file"]): str(file["sha256"]) for file in files}
    warnings = BadData((), findings.warnings).warnings
    return Prepared(identity.build_id(digests, expected.release), expected, found, files, warnings)


def _expected(data: Path, findings: Findings) -> Expectations:
    try:
        return expectations.read(data)
    except BadData as refused:
        findings.faults += refused.faults
        return Expectations("", "")


def _files(sheets: dict[str, Sheet], expected: Expectations) -> list[dict[str, Any]]:
    """The rows of `build`, in order of name."""
    read = [(file_of(name), sheet.sha256, len(sheet.rows)) for name, sheet in sheets.items()]
    read.append((expectations.FILE, expected.sha256, 0))
    return [
        {
            "file": file,
            "sha256": sha256,
            "rows": rows,
            "release": expected.release,
            "released_on": expected.released_on,
        }
        for file, sha256, rows in sorted(read)
    ]


def _written(draft: Path, prepared: Prepared, progress: Progress) -> dict[str, int]:
    """Load and verify; the numbers of rows by table."""
    put_in_order(prepared.tables)
    rows: dict[str, Rows] = {name: table.rows for name, table in prepared.tables.items()}
    rows["build"] = prepared.files
    rows["organisation_positions"] = network.positions(prepared.tables)
    rows["warnings"] = warning_rows(prepared.warnings)
    load(draft, rows, progress)
    numbers = {name: len(found) for name, found in rows.items()}
    verify(draft, numbers, prepared.expected, progress)
    return {name: numbers[name] for name in curated()}


def _ready(data: Path, builds: Path) -> Path | None:
    """The finished build of exactly these data, if there is one and it is as it was published."""
    try:
        release = expectations.read(data).release
    except BadData:
        return None
    with _machine(data):
        path = builds / store.file_name(identity.build_id(identity.files_of(data), release))
    known = (build for build in store.published(builds) if build.path == path and build.sha256)
    return path if any(store.fault(build) is None for build in known) else None


def _known(path: Path, builds: Path, terms: Terms) -> Report:
    """The report of a build that is there already, with the warnings it was made with."""
    with closing(sqlite3.connect(path)) as connection:
        files = connection.execute("SELECT file, rows, release FROM build").fetchall()
        kept = connection.execute('SELECT file, line, "column", value, problem FROM warnings').fetchall()
    rows = {file: number for file, number, _ in files}
    findings = Findings(warnings=[Fault(*warning) for warning in kept])
    counts.compare(counts.served(builds), rows, terms.reason, findings)
    findings.refuse_if_any(is_strict=terms.is_strict)
    numbers = {name: rows[file_of(name)] for name in curated()}
    warnings = BadData((), findings.warnings).warnings
    return Report(store.build_id(path), files[0][2], path, numbers, warnings, is_new=False)


@contextmanager
def _machine(place: Path) -> Iterator[None]:
    """Turn what the system refuses into one line that names the folder as it was given to us."""
    try:
        yield
    except OSError as error:
        raise MachineError(f"{place}: {error.strerror or error}") from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        if type(found := getattr(error, "orig", error)) not in (
            sqlite3.DatabaseError,
            sqlite3.OperationalError,
        ):
            raise  # a broken constraint is our bug
        raise MachineError(f"{place}: {found}") from error
