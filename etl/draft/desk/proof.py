"""The whole check of the record with drafts added, and of every anchor of their documents."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from data.drafts import checks
from data.drafts.acceptance import list_accepted, list_choices, list_undecided, list_unresolved
from data.drafts.candidate import Candidate
from data.drafts.checks import CheckState
from data.drafts.decisions import Decision
from data.drafts.draft import TEXT, Draft, list_drafts, update_draft
from data.drafts.folders import Desk
from data.drafts.metadata import is_event_open
from data.files.row_files import format_rows
from etl import pipeline
from etl.anchors import proof as anchors
from etl.draft.desk import journal
from etl.draft.desk.digests import digest_lines, digest_record, fill_digests
from etl.draft.desk.draft_states import open_draft, refuse_merged, review
from etl.draft.desk.rows import DraftRows, Rows, summarise_rows
from etl.draft.gazetteer.curated_rows import read_curated
from etl.reporting.errors import BadData, Fault, UsageError, count_noun, format_lines
from etl.reporting.progress import Progress, ignore_progress
from etl.staging.tables import curated_tables, file_name, input_columns


@dataclass(frozen=True, slots=True)
class Extension:
    """What drafts add to a record: their rows, and a digest of both together."""

    drafts: tuple[Draft, ...]
    rows: Rows
    record: str
    """Digest of the curated files that the rows were made for."""
    undecided: int
    digests: dict[str, str]
    """By source that the record has without a digest: the digest of its document, which is filled in."""

    @property
    def stamp(self) -> str:
        """A digest of the record and of the rows: what is checked together."""
        listed = ((table, row) for table, rows in sorted(self.rows.items()) for row in rows)
        rows = (f"{table} {sorted(row.items())}" for table, row in listed)
        return digest_lines([self.record, *rows, *(f"{name} {sha}" for name, sha in self.digests.items())])


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What drafts add and what is wrong with it."""

    drafts: tuple[str, ...]
    rows: Rows
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    """Of the rows that are added."""
    anchors: int
    undecided: int


def check(desk: Desk, names: list[str], progress: Progress = ignore_progress) -> CheckReport:
    """Check drafts together with the record; those without a fault are marked as checked.

    BadData where the record with them would be refused, UsageError where a draft is not complete.
    """
    journal.refuse_cut_merge(desk.journal)
    with _keep_refusal(desk, names):
        added = make_extension(desk, names)
        found = prove(desk, added, progress)
    stamp = "" if found.faults else added.stamp
    for name in names:
        update_draft(desk.drafts, replace(open_draft(desk, name), checked=stamp))
    faults, warnings = format_lines(found.faults, "fault"), format_lines(found.warnings, "warning")
    _keep_state(desk, names, summarise(found), faults, warnings, found.rows)
    return found


@contextmanager
def _keep_refusal(desk: Desk, names: list[str]) -> Iterator[None]:
    """Keep beside the drafts why a check went no further."""
    try:
        yield
    except (BadData, UsageError) as refused:
        faults = format_lines(refused.faults, "fault") if isinstance(refused, BadData) else [str(refused)]
        _keep_state(desk, names, [], faults, [], None)
        raise


def _keep_state(
    desk: Desk, names: list[str], lines: list[str], faults: list[str], warnings: list[str], rows: Rows | None
) -> None:
    for name in set(names) & set(list_drafts(desk.drafts)):
        digest = checks.digest_review(review(desk, name))
        state = CheckState(digest, tuple(lines), tuple(faults), tuple(warnings), rows)
        checks.write_check(desk.drafts, name, state)


def make_extension(desk: Desk, names: list[str]) -> Extension:
    """The rows of drafts, one after another: what an earlier one adds, a later one refers to."""
    digest = digest_record(desk.curated)
    record, listed, undecided = read_curated(desk.curated), [review(desk, name) for name in names], 0
    found: Rows = {}
    digests: dict[str, str] = {}
    for each in listed:
        draft, decisions = each.draft, each.decisions
        refuse_merged(draft, record)
        if several := list_unresolved(draft, decisions):
            raise UsageError(f"{draft.name}: {_ask(several, decisions, draft)}")
        if is_event_open(draft, decisions):
            raise UsageError(f"{draft.name}: {_ask_event(draft)}")
        undecided += len(list_undecided(draft, decisions))
        own = DraftRows(draft, list_accepted(draft, decisions), record)
        if own.is_known:
            digests[own.source] = draft.text_sha256
        for table, rows in own.make().items():
            found.setdefault(table, []).extend(rows)
            record.tables.setdefault(table, []).extend(rows)
    return Extension(tuple(each.draft for each in listed), found, digest, undecided, digests)


def _ask(several: list[Candidate], decisions: dict[str, Decision], draft: Draft) -> str:
    first = several[0]
    choices = list_choices(first, decisions[first.identity(draft.text_sha256)])
    return f"“{first.value}” may be {', '.join(choices)}: choose one ({len(several)} to choose in all)"


def _ask_event(draft: Draft) -> str:
    event, why = next(iter(draft.alike.items()))
    return (
        f"perhaps it reports the event {event} of the record, {why}: say so with "
        f"decide {draft.name} --event id={event}, or that it is another with --event id="
    )


def prove(desk: Desk, added: Extension, progress: Progress = ignore_progress) -> CheckReport:
    """The whole check on a copy of the record with the rows, then each anchor in its document."""
    with (
        copy_record(desk, added) as (curated, texts),
        pipeline.open_checked(curated, progress) as (report, staged),
    ):
        found = anchors.prove_staged(staged, texts, progress)
    sources = {draft.source["id"]: draft.name for draft in added.drafts}
    if changed := [sources[source] for source in found.absent if source in sources]:
        raise UsageError(f"{changed[0]}: {TEXT} is not the text that was drafted: draft the file again")
    names = tuple(draft.name for draft in added.drafts)
    own = tuple(_list_new(desk, added, report.warnings))
    return CheckReport(names, added.rows, found.faults, own, found.total.found, added.undecided)


def _list_new(desk: Desk, added: Extension, warnings: tuple[Fault, ...]) -> Iterator[Fault]:
    """Warnings on lines that the record does not have yet, and on no line at all of files that grow."""
    for table in added.rows:
        name = file_name(table)
        old = len((desk.curated / name).read_bytes().splitlines())
        yield from (each for each in warnings if each.file == name and (each.line or old + 1) > old)


@contextmanager
def copy_record(desk: Desk, added: Extension) -> Iterator[tuple[Path, Path]]:
    """A copy of the record with the rows, and a folder of the drafts' documents."""
    with tempfile.TemporaryDirectory(prefix="chegara-desk-") as folder:
        curated, texts = Path(folder, "curated"), Path(folder, "documents")
        shutil.copytree(desk.curated, curated)
        texts.mkdir()
        for table, content in extend_files(curated, added).items():
            (curated / file_name(table)).write_bytes(content)
        for draft in added.drafts:
            shutil.copy(desk.drafts / draft.name / TEXT, texts / f"{draft.name}.txt")
        yield curated, texts


def extend_files(curated: Path, added: Extension) -> dict[str, bytes]:
    """By table the bytes of its file with the rows added at the end, in the order of the schema."""
    found = {}
    if added.digests:
        content = (curated / file_name("sources")).read_bytes()
        found["sources"] = fill_digests(content, added.digests)
    for table in curated_tables():
        if listed := added.rows.get(table):
            old = found.get(table) or (curated / file_name(table)).read_bytes()
            head = old.decode("utf-8-sig").splitlines()[0].split(",") if old else input_columns(table)
            joint = b"" if old.endswith(b"\n") else b"\n"
            found[table] = old + joint + format_rows(head, listed).encode()
    return found


def summarise(checked: CheckReport) -> list[str]:
    """The check in lines, for a person."""
    proven = f"{count_noun(checked.anchors, 'anchor')} proven"
    adds = summarise_rows(checked.rows) or "nothing"
    lines = [f"{', '.join(checked.drafts)}: adds {adds}; {proven}"]
    if checked.undecided:
        verb = "is" if checked.undecided == 1 else "are"
        waiting = count_noun(checked.undecided, "candidate")
        lines.append(f"{waiting} {verb} not decided yet: {'it adds' if verb == 'is' else 'they add'} nothing")
    return lines
