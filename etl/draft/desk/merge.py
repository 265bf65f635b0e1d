"""Checked drafts become rows of the curated files: the only part of the desk that changes the record."""

import shutil
from dataclasses import dataclass, replace

from data.drafts import checks
from data.drafts.draft import TEXT, Draft
from data.drafts.folders import Desk
from etl.draft.desk import journal, proof
from etl.draft.desk.digests import digest_record
from etl.draft.desk.proof import CheckReport
from etl.draft.desk.rows import Rows
from etl.publish import publication
from etl.reporting.errors import BadData, Fault, UsageError
from etl.reporting.machine_errors import translate_machine_errors
from etl.reporting.progress import Progress, ignore_progress
from etl.staging.tables import file_name


@dataclass(frozen=True, slots=True)
class MergeReport:
    drafts: tuple[str, ...]
    rows: Rows
    files: tuple[str, ...]
    restored: tuple[str, ...]
    """Files that an earlier merge, killed on its way, had changed and that were put back first."""
    warnings: tuple[Fault, ...]


def merge(desk: Desk, names: list[str], progress: Progress = ignore_progress) -> MergeReport:
    """Add the rows of drafts to the record, all or none.

    UsageError where a draft was not checked with this record; BadData where it would be refused.
    """
    with translate_machine_errors(desk.folder), publication.lock_builds(desk.folder):
        restored = tuple(journal.recover_files(desk.journal))
        added = proof.make_extension(desk, names)
        for draft in added.drafts:
            _refuse_unchecked(draft, added.stamp)
        checked = proof.prove(desk, added, progress)
        if checked.faults:
            raise BadData(checked.faults)
        contents = proof.extend_files(desk.curated, added)
        if digest_record(desk.curated) != added.record:
            raise UsageError("the record changed while it was checked: nothing was merged, try again")
        _keep_documents(desk, added.drafts)
        journal.replace_all(
            desk.journal, {desk.curated / file_name(table): content for table, content in contents.items()}
        )
        _tell_merged(desk, names, checked)
    return MergeReport(
        checked.drafts, added.rows, tuple(map(file_name, contents)), restored, checked.warnings
    )


def _tell_merged(desk: Desk, names: list[str], checked: CheckReport) -> None:
    """For the page: the record alone decides whether a draft is merged."""
    for name in names:
        if state := checks.read_check(desk.drafts, name):
            lines = tuple(proof.summarise(checked))
            checks.write_check(desk.drafts, name, replace(state, lines=lines, is_merged=True))


def _refuse_unchecked(draft: Draft, stamp: str) -> None:
    if not draft.checked:
        raise UsageError(f"{draft.name}: was not checked: run check-draft first")
    if draft.checked != stamp:
        raise UsageError(
            f"{draft.name}: the record, the rows or the drafts changed since the check: run check-draft again"
        )


def _keep_documents(desk: Desk, listed: tuple[Draft, ...]) -> None:
    """The texts go to the documents at hand, where anchors of the record are proven."""
    desk.documents.mkdir(parents=True, exist_ok=True)
    for draft in listed:
        target = desk.documents / f"{draft.source['id']}.txt"
        if not target.exists():
            shutil.copy(desk.drafts / draft.name / TEXT, target)
