"""The stages in order, then publication: the only file that knows the order."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data import store
from data.drafts.cut_merges import explain_cut_merge, find_cut_merge
from data.drafts.folders import open_desk
from data.store import Build
from etl.collector import pause_collection
from etl.derive.derived_columns import derive_columns
from etl.intake import stage_files
from etl.load import Rows, load_store
from etl.mart import duckdb_copy
from etl.publish import identity, publication
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
    """The result of a build. `path` is None after a check; `is_new` is False where it was there already."""

    build_id: str
    release: str
    path: Path | None
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


def build(data: Path, builds: Path, progress: Progress = ignore_progress, terms: Terms = USUAL) -> Report:
    """Build and serve; BadData, MachineError or UsageError leaves served whatever was."""
    clock = Clock(progress)
    _refuse_cut_merge(data)
    with pause_collection(), translate_machine_errors(builds), publication.lock_builds(builds):
        publication.remove_leftovers(builds)
        try:
            if ready := _find_ready_build(data, builds):
                report = _report_known_build(ready, builds, terms)
                publication.point_to(builds, ready)
                return report
            with prepare(data, clock.show, terms, builds, publication.staging_path(builds)) as found:
                draft = publication.draft_path(builds, found.build_id)
                rows = _write_build(draft, found, clock.show)
            clock.show("publish", 0, 1)
            path = publication.publish_draft(builds, draft, found.build_id)
            clock.show("publish", 1, 1)
        finally:
            with suppress(OSError):  # the next load sweeps too
                publication.remove_leftovers(builds)
    release = found.expected.release
    return Report(found.build_id, release, path, rows, found.warnings, seconds=clock.seconds())


def check(
    data: Path, progress: Progress = ignore_progress, terms: Terms = USUAL, builds: Path | None = None
) -> Report:
    """All stages but publication: the file is written, verified and deleted."""
    _refuse_cut_merge(data)
    with open_checked(data, progress, terms, builds) as (report, _):
        return report


def _refuse_cut_merge(data: Path) -> None:
    """UsageError where a merge of the desk into this folder was cut short: it may hold half of a draft."""
    journal = open_desk(data).journal
    if find_cut_merge(journal, data):
        raise UsageError(explain_cut_merge(journal))


@contextmanager
def open_checked(
    data: Path, progress: Progress = ignore_progress, terms: Terms = USUAL, builds: Path | None = None
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
        report = Report(found.build_id, release, None, rows, found.warnings, seconds=clock.seconds())
        yield report, found.staged


@contextmanager
def prepare(
    data: Path,
    progress: Progress = ignore_progress,
    terms: Terms = USUAL,
    builds: Path | None = None,
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


def _find_ready_build(data: Path, builds: Path) -> Path | None:
    """The finished build of exactly these data, if there is one and its files are as they were published."""
    if not store.list_finished(builds):
        return None
    with name_unreadable(data):
        try:
            release = expectations.read_expectations(data).release
        except BadData:
            return None
        path = builds / store.build_file_name(identity.build_id(identity.hash_files(data), release))
    known = (build for build in store.list_builds(builds) if build.path == path and build.sha256)
    return path if any(map(_is_servable, known)) else None


def _is_servable(build: Build) -> bool:
    return store.find_fault(build) is store.find_copy_damage(build) is None


def _report_known_build(path: Path, builds: Path, terms: Terms) -> Report:
    """The report of a build that is there already, with the warnings it was made with."""
    with closing(sqlite3.connect(path)) as connection:
        files = connection.execute("SELECT file, rows, release FROM build").fetchall()
        kept = connection.execute('SELECT file, line, "column", value, problem FROM warnings').fetchall()
    rows = {file: number for file, number, _ in files}
    findings = Findings(warnings=[Fault(*warning) for warning in kept])
    row_counts.compare_counts(row_counts.read_served_counts(builds), rows, terms.reason, findings)
    findings.refuse_if_any(is_strict=terms.is_strict)
    numbers = {name: rows[file_name(name)] for name in curated_tables()}
    warnings = BadData((), findings.warnings).warnings
    return Report(store.build_id(path), files[0][2], path, numbers, warnings, is_new=False)
