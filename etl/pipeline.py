"""The stages in order, then publication: the only file that knows the order."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DatabaseError

from data import store
from etl.collector import resting
from etl.derive.derived_columns import derive
from etl.intake import take_in
from etl.load import Rows, load
from etl.mart import duckdb_copy
from etl.publish import identity, publication
from etl.read.csv_files import read_folder
from etl.read.text_files import LARGEST_FILE
from etl.reporting.errors import BadData, Fault, Findings, MachineError, UsageError, warning_rows
from etl.reporting.progress import Clock, Progress, silent
from etl.resolve.relations import resolve
from etl.staging.database import Staged, staged
from etl.staging.tables import Sheet, curated, file_of
from etl.verify import expectations, row_counts
from etl.verify.checks import verify
from etl.verify.expectations import Expectations


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked of the data beyond being right."""

    is_strict: bool = False
    """Warnings refuse too."""
    reason: str | None = None
    """Why tables may hold far fewer rows than the build that is served; None: they may not."""
    largest_file: int = LARGEST_FILE
    """Bytes that one file may have."""


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
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage; empty where nothing was built."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Data that are ready to be written."""

    build_id: str
    expected: Expectations
    staged: Staged
    files: list[dict[str, Any]]
    warnings: tuple[Fault, ...]


def build(data: Path, builds: Path, progress: Progress = silent, terms: Terms = USUAL) -> Report:
    """Build and serve; BadData, MachineError or UsageError leaves served whatever was."""
    clock = Clock(progress)
    with resting(), _machine(builds), publication.only_load(builds):
        publication.sweep(builds)
        try:
            if ready := _ready(data, builds):
                report = _known(ready, builds, terms)
                publication.point_to(builds, ready)
                return report
            with prepared(data, clock.show, terms, builds, publication.staging(builds)) as found:
                draft = publication.draft(builds, found.build_id)
                rows = _written(draft, found, clock.show)
            clock.show("publish", 0, 1)
            path = publication.publish(builds, draft, found.build_id)
            clock.show("publish", 1, 1)
        finally:
            with suppress(OSError):  # the next load sweeps too
                publication.sweep(builds)
    release = found.expected.release
    return Report(found.build_id, release, path, rows, found.warnings, seconds=clock.seconds())


def check(
    data: Path, progress: Progress = silent, terms: Terms = USUAL, builds: Path | None = None
) -> Report:
    """All stages but publication: the file is written, verified and thrown away."""
    clock = Clock(progress)
    where = Path("temporary folder")
    with (
        resting(),
        _machine(where),
        tempfile.TemporaryDirectory(prefix="chegara-check-") as folder,
        prepared(data, clock.show, terms, builds, publication.staging(Path(folder))) as found,
    ):
        rows = _written(publication.draft(Path(folder), found.build_id), found, clock.show)
    release = found.expected.release
    return Report(found.build_id, release, None, rows, found.warnings, seconds=clock.seconds())


@contextmanager
def prepared(
    data: Path,
    progress: Progress = silent,
    terms: Terms = USUAL,
    builds: Path | None = None,
    place: Path | None = None,
) -> Iterator[Prepared]:
    """Read to derive: every fault of every file in one BadData. The rows wait in a file at `place`.

    Rows are counted against what `builds` serves, if it serves anything.
    """
    if not data.is_dir():
        raise UsageError(f"{data}: there is no such folder of data")
    with _place(place) as path, staged(path) as rows:
        findings = Findings()
        with _reading(data):
            expected = _expected(data, findings)
            sheets = read_folder(data, findings, progress, terms.largest_file)
            take_in(sheets, rows, findings, progress)
        whole = {file_of(name): rows.rows[name] for name in rows.whole}
        row_counts.compare(row_counts.served(builds), whole, terms.reason, findings)
        derive(rows, resolve(rows, findings, progress), findings, progress)
        rows.finish()
        findings.refuse_if_any(is_strict=terms.is_strict)
        files = _files(sheets, expected)
        digests = {str(file["file"]): str(file["sha256"]) for file in files}
        warnings = BadData((), findings.warnings).warnings
        yield Prepared(identity.build_id(digests, expected.release), expected, rows, files, warnings)


@contextmanager
def _place(place: Path | None) -> Iterator[Path]:
    """Where rows wait: at `place`, else in a temporary folder."""
    if place:
        yield place
        return
    with tempfile.TemporaryDirectory(prefix="chegara-rows-") as folder:
        yield publication.staging(Path(folder))


def _expected(data: Path, findings: Findings) -> Expectations:
    try:
        return expectations.read(data)
    except BadData as refused:
        findings.faults += refused.faults
        return Expectations("", "")


def _files(sheets: dict[str, Sheet], expected: Expectations) -> list[dict[str, Any]]:
    """The rows of `build`, in order of name."""
    read = [(file_of(name), sheet.form.sha256, sheet.rows) for name, sheet in sheets.items()]
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


def _written(draft: Path, found: Prepared, progress: Progress) -> dict[str, int]:
    """Load, verify and, if there are many events, copy the mart; the numbers of rows by table."""
    rows = found.staged.rows
    own: dict[str, Rows] = {"build": found.files, "warnings": warning_rows(found.warnings)}
    load(draft, found.staged.path, rows, own, progress)
    numbers = {**rows, **{name: len(its) for name, its in own.items()}}
    numbers["organisation_positions"] = rows["organisations"]
    verify(draft, numbers, found.expected, progress)
    if rows["events"] >= duckdb_copy.LEAST:
        duckdb_copy.write(draft, publication.copy_draft(draft), progress)
    return {name: numbers[name] for name in curated()}


def _ready(data: Path, builds: Path) -> Path | None:
    """The finished build of exactly these data, if there is one and its files are as they were published."""
    if not store.finished(builds):
        return None
    with _reading(data):
        try:
            release = expectations.read(data).release
        except BadData:
            return None
        path = builds / store.file_name(identity.build_id(identity.files_of(data), release))
    known = (build for build in store.published(builds) if build.path == path and build.sha256)
    return path if any(store.fault(build) is store.copy_damage(build) is None for build in known) else None


def _known(path: Path, builds: Path, terms: Terms) -> Report:
    """The report of a build that is there already, with the warnings it was made with."""
    with closing(sqlite3.connect(path)) as connection:
        files = connection.execute("SELECT file, rows, release FROM build").fetchall()
        kept = connection.execute('SELECT file, line, "column", value, problem FROM warnings').fetchall()
    rows = {file: number for file, number, _ in files}
    findings = Findings(warnings=[Fault(*warning) for warning in kept])
    row_counts.compare(row_counts.served(builds), rows, terms.reason, findings)
    findings.refuse_if_any(is_strict=terms.is_strict)
    numbers = {name: rows[file_of(name)] for name in curated()}
    warnings = BadData((), findings.warnings).warnings
    return Report(store.build_id(path), files[0][2], path, numbers, warnings, is_new=False)


@contextmanager
def _reading(data: Path) -> Iterator[None]:
    """`_machine` for the folder of data: a file in it that is there and cannot be read is named."""
    with _machine(data):
        try:
            yield
        except OSError as error:
            file = data / Path(str(error.filename)).name
            if Path(str(error.filename)) == file and os.path.lexists(file):
                raise MachineError(f"{file}: {error.strerror}") from error
            raise


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
