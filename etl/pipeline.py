"""The stages in order, then publication: the only file that knows the order."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data import store
from data.store import AnyBuild, Build, Place
from etl.collector import pause_collection
from etl.derive.derived_columns import derive_columns
from etl.intake import stage_files
from etl.load import Rows, load_store
from etl.mart import duckdb_copy
from etl.publish import identity, publication
from etl.publish.places import open_publisher
from etl.read.csv_files import read_folder
from etl.read.text_files import LARGEST_FILE
from etl.reporting.errors import BadData, Fault, Findings, UsageError, warning_rows
from etl.reporting.machine_errors import name_unreadable, translate_machine_errors
from etl.reporting.progress import Clock, Progress, ignore_progress
from etl.resolve.relations import resolve_relations
from etl.staging.database import StagingDatabase, open_staging
from etl.staging.tables import Sheet, curated_tables, file_name
from etl.verify import expectations, row_counts
from etl.verify.checks import verify_store
from etl.verify.expectations import Expectations


@dataclass(frozen=True, slots=True)
class Terms:
    """Requirements beside correctness."""

    is_strict: bool = False
    """Warnings refuse too."""
    reason: str | None = None
    """Why tables may hold far fewer rows than the build that is served; None: they may not."""
    largest_file: int = LARGEST_FILE
    """Bytes that one file may have."""


USUAL = Terms()


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a build: a file at `path` or a schema in a database, after a check neither.

    `is_new` is False where it was there already.
    """

    build_id: str
    release: str
    path: Path | None
    schema: str | None
    counts: dict[str, int]
    warnings: tuple[Fault, ...] = ()
    is_new: bool = True
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage; empty where nothing was built."""


@dataclass(frozen=True, slots=True)
class PreparedData:
    """Data that are ready to be written."""

    build_id: str
    expected: Expectations
    staged: StagingDatabase
    files: list[dict[str, Any]]
    warnings: tuple[Fault, ...]


def build(data: Path, builds: Place, progress: Progress = ignore_progress, terms: Terms = USUAL) -> Report:
    """Build and serve; BadData, MachineError or UsageError leaves served whatever was."""
    clock = Clock(progress)
    with pause_collection(), translate_machine_errors(builds), open_publisher(builds) as publisher:
        if ready := _find_ready_build(data, builds):
            report = _report_known_build(ready, builds, terms)
            publisher.point_to(ready)
            return report
        with prepare(data, clock.show, terms, builds, publication.staging_path(publisher.folder)) as found:
            draft = publication.draft_path(publisher.folder, found.build_id)
            rows = _write_build(draft, found, clock.show)
        clock.show("publish", 0, 1)
        release = found.expected.release
        where = _where(publisher.publish(draft, found.build_id, release, clock.show))
        clock.show("publish", 1, 1)
    return Report(found.build_id, release, *where, rows, found.warnings, seconds=clock.seconds())


def check(
    data: Path, progress: Progress = ignore_progress, terms: Terms = USUAL, builds: Place | None = None
) -> Report:
    """All stages but publication: the file is written, verified and deleted."""
    with open_checked(data, progress, terms, builds) as (report, _):
        return report


@contextmanager
def open_checked(
    data: Path, progress: Progress = ignore_progress, terms: Terms = USUAL, builds: Place | None = None
) -> Iterator[tuple[Report, StagingDatabase]]:
    """The report of a check, and the rows that were checked, which can be read within the block."""
    clock = Clock(progress)
    where = Path("temporary folder")
    with (
        pause_collection(),
        translate_machine_errors(where),
        tempfile.TemporaryDirectory(prefix="chegara-check-") as folder,
        prepare(data, clock.show, terms, builds, publication.staging_path(Path(folder))) as found,
    ):
        rows = _write_build(publication.draft_path(Path(folder), found.build_id), found, clock.show)
        release = found.expected.release
        report = Report(found.build_id, release, None, None, rows, found.warnings, seconds=clock.seconds())
        yield report, found.staged


@contextmanager
def prepare(
    data: Path,
    progress: Progress = ignore_progress,
    terms: Terms = USUAL,
    builds: Place | None = None,
    place: Path | None = None,
) -> Iterator[PreparedData]:
    """Read to derive: every fault of every file in one BadData. The rows wait in a file at `place`.

    Rows are counted against what `builds` serves, if it serves anything.
    """
    if not data.is_dir():
        raise UsageError(f"{data}: there is no such folder of data")
    with _open_place(place) as path, open_staging(path) as rows:
        findings = Findings()
        with name_unreadable(data):
            expected = _read_expectations(data, findings)
            sheets = read_folder(data, findings, progress, terms.largest_file)
            stage_files(sheets, rows, findings, progress)
        whole = {file_name(name): rows.rows[name] for name in rows.whole}
        row_counts.compare_counts(row_counts.read_served_counts(builds), whole, terms.reason, findings)
        derive_columns(rows, resolve_relations(rows, findings, progress), findings, progress)
        rows.finish()
        findings.refuse_if_any(is_strict=terms.is_strict)
        files = _list_input_files(sheets, expected)
        digests = {str(file["file"]): str(file["sha256"]) for file in files}
        warnings = BadData((), findings.warnings).warnings
        yield PreparedData(identity.build_id(digests, expected.release), expected, rows, files, warnings)


@contextmanager
def _open_place(place: Path | None) -> Iterator[Path]:
    """Where rows wait: at `place`, else in a temporary folder."""
    if place:
        yield place
        return
    with tempfile.TemporaryDirectory(prefix="chegara-rows-") as folder:
        yield publication.staging_path(Path(folder))


def _read_expectations(data: Path, findings: Findings) -> Expectations:
    try:
        return expectations.read_expectations(data)
    except BadData as refused:
        findings.faults += refused.faults
        return Expectations("", "")


def _list_input_files(sheets: dict[str, Sheet], expected: Expectations) -> list[dict[str, Any]]:
    """The rows of `build`, in order of name."""
    read = [(file_name(name), sheet.form.sha256, sheet.rows) for name, sheet in sheets.items()]
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


def _write_build(draft: Path, found: PreparedData, progress: Progress) -> dict[str, int]:
    """Load, verify and, if there are many events, copy the mart; the numbers of rows read by table."""
    rows = found.staged.rows
    own: dict[str, Rows] = {"build": found.files, "warnings": warning_rows(found.warnings)}
    load_store(draft, found.staged.path, rows, own, progress)
    numbers = {**rows, **{name: len(its) for name, its in own.items()}}
    numbers["organisation_positions"] = rows["organisations"]
    verify_store(draft, numbers, found.expected, progress)
    if rows["events"] >= duckdb_copy.LEAST:
        duckdb_copy.write_copy(draft, publication.copy_draft_path(draft), progress)
    return _count_read(found.files)


def _count_read(files: list[dict[str, Any]]) -> dict[str, int]:
    """By table, the rows of its file."""
    rows = {str(file["file"]): int(file["rows"]) for file in files}
    return {name: rows[file_name(name)] for name in curated_tables()}


def _where(build: AnyBuild) -> tuple[Path | None, str | None]:
    """The file of a build, or its schema."""
    return (build.path, None) if isinstance(build, Build) else (None, str(build))


def _find_ready_build(data: Path, builds: Place) -> AnyBuild | None:
    """The finished build of exactly these data, if there is one and it is as it was published."""
    listed = list(store.list_all(builds))
    if not listed:
        return None
    with name_unreadable(data):
        try:
            release = expectations.read_expectations(data).release
        except BadData:
            return None
        wanted = identity.build_id(identity.hash_files(data), release)
    return next((build for build in listed if build.id == wanted and build.is_ready()), None)


def _report_known_build(build: AnyBuild, builds: Place, terms: Terms) -> Report:
    """The report of a build that is there already, with the warnings it was made with."""
    files = row_counts.read_rows(build, "SELECT file, rows, release FROM build")
    kept = row_counts.read_rows(
        build, 'SELECT file, line, "column", value, problem FROM warnings ORDER BY position'
    )
    rows = {file: number for file, number, _ in files}
    findings = Findings(warnings=[Fault(*warning) for warning in kept])
    row_counts.compare_counts(row_counts.read_served_counts(builds), rows, terms.reason, findings)
    findings.refuse_if_any(is_strict=terms.is_strict)
    numbers = {name: rows[file_name(name)] for name in curated_tables()}
    warnings = BadData((), findings.warnings).warnings
    return Report(build.id, files[0][2], *_where(build), numbers, warnings, is_new=False)
