"""The whole check of the record with drafts added, and of every anchor of their documents."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from data.schema import models
from etl import pipeline
from etl.anchors import proof as anchors
from etl.draft.candidates.candidate import Candidate
from etl.draft.desk import acceptance, drafts
from etl.draft.desk.csv_files import format_rows
from etl.draft.desk.decisions import list_decisions
from etl.draft.desk.digests import digest_lines, digest_record
from etl.draft.desk.drafts import Draft
from etl.draft.desk.places import Desk
from etl.draft.desk.rows import DraftRows, Rows, list_columns, summarise_rows
from etl.draft.gazetteer import curated_rows
from etl.reporting.errors import Fault, UsageError
from etl.reporting.progress import Progress, ignore_progress
from etl.staging.tables import file_name


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What drafts add and what is wrong with it."""

    drafts: tuple[Draft, ...]
    rows: Rows
    faults: tuple[Fault, ...]
    anchors: int
    undecided: int


def check(desk: Desk, names: list[str], progress: Progress = ignore_progress) -> CheckReport:
    """Check drafts together with the record; those without a fault are marked as checked.

    BadData where the record with them would be refused.
    """
    listed = [drafts.read(desk.drafts, name) for name in names]
    before = digest_record(desk.curated)
    rows = make_rows(desk, listed)
    with scratch(desk, listed, rows) as (curated, texts):
        pipeline.check(curated, progress)
        found = anchors.prove_claims(curated, texts, progress)
    undecided = sum(
        len(acceptance.list_undecided(draft, list_decisions(desk.decisions, draft.text_sha256)))
        for draft in listed
    )
    if not found.faults:
        for draft in listed:
            drafts.write(desk.drafts, replace(draft, checked=stamp(before, make_rows(desk, [draft]))))
    return CheckReport(tuple(listed), rows, found.faults, found.total.found, undecided)


def stamp(record: str, rows: Rows) -> str:
    """A digest of the record and of the rows that a draft adds: what was checked together."""
    lines = (f"{table} {sorted(row.items())}" for table, listed in sorted(rows.items()) for row in listed)
    return digest_lines([record, *lines])


def make_rows(desk: Desk, listed: list[Draft]) -> Rows:
    """The rows of drafts, one after another: what an earlier one adds, a later one refers to."""
    record = curated_rows.read(desk.curated)
    found: Rows = {}
    for draft in listed:
        decisions = list_decisions(desk.decisions, draft.text_sha256)
        if several := acceptance.list_unresolved(draft, decisions):
            raise UsageError(f"{draft.name}: {_asked(several)}")
        made = DraftRows(draft, acceptance.list_accepted(draft, decisions), record).make()
        for table, rows in made.items():
            found.setdefault(table, []).extend(rows)
            record.tables.setdefault(table, []).extend(rows)
    return found


def _asked(several: list[Candidate]) -> str:
    first = several[0]
    rows = ", ".join(row or "a new row" for row in first.rows)
    return f"“{first.value}” may be {rows}: choose one ({len(several)} to choose in all)"


@contextmanager
def scratch(desk: Desk, listed: list[Draft], rows: Rows) -> Iterator[tuple[Path, Path]]:
    """A copy of the record with the rows, and a folder of the drafts' documents."""
    with tempfile.TemporaryDirectory(prefix="chegara-desk-") as folder:
        curated, texts = Path(folder, "curated"), Path(folder, "documents")
        shutil.copytree(desk.curated, curated)
        texts.mkdir()
        for table, content in extend_files(curated, rows).items():
            (curated / file_name(table)).write_bytes(content)
        for draft in listed:
            shutil.copy(desk.drafts / draft.name / "document.txt", texts / f"{draft.name}.txt")
        yield curated, texts


def extend_files(curated: Path, rows: Rows) -> dict[str, bytes]:
    """By table the bytes of its file with the rows added at the end, in the order of the schema."""
    found = {}
    for table in models.tables():
        if listed := rows.get(table):
            path = curated / file_name(table)
            old = path.read_bytes()
            head = old.decode("utf-8-sig").splitlines()[0].split(",") if old else list_columns(table)
            joint = b"" if old.endswith(b"\n") else b"\n"
            found[table] = old + joint + format_rows(head, listed).encode()
    return found


def words(checked: CheckReport) -> list[str]:
    """The check in lines, for a person."""
    names = ", ".join(draft.name for draft in checked.drafts)
    lines = [f"{names}: adds {summarise_rows(checked.rows) or 'nothing'}; {checked.anchors} anchors proven"]
    if checked.undecided:
        lines.append(f"{checked.undecided} candidates are not decided yet and add nothing")
    return lines
