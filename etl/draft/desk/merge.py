"""CheckReport drafts become rows of the curated files: the only part of the desk that changes the record."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from etl.draft.desk import drafts, journal, proof
from etl.draft.desk.digests import digest_record
from etl.draft.desk.places import Desk
from etl.draft.desk.rows import Rows
from etl.publish import publication
from etl.reporting.errors import BadData, MachineError, UsageError
from etl.reporting.progress import Progress, ignore_progress
from etl.staging.tables import file_name


@dataclass(frozen=True, slots=True)
class MergeReport:
    drafts: tuple[str, ...]
    rows: Rows
    files: tuple[str, ...]
    restored: tuple[str, ...]
    """Files that an earlier merge, killed on its way, had changed and that were put back first."""


def merge(desk: Desk, names: list[str], progress: Progress = ignore_progress) -> MergeReport:
    """Add the rows of drafts to the record, all or none.

    UsageError where a draft was not checked with this record; BadData where it would be refused.
    """
    with _machine(desk), publication.lock_builds(desk.folder):
        restored = tuple(journal.recover(desk.journal))
        before = digest_record(desk.curated)
        listed = [drafts.read(desk.drafts, name) for name in names]
        for draft in listed:
            _refuse_unless_checked(desk, draft, before)
        checked = proof.check(desk, names, progress)
        if checked.faults:
            raise BadData(checked.faults)
        if digest_record(desk.curated) != before:
            raise UsageError("the record changed while it was checked: nothing was merged, try again")
        contents = proof.extend_files(desk.curated, checked.rows)
        _keep_documents(desk, listed)
        journal.replace_all(
            desk.journal, {desk.curated / file_name(table): content for table, content in contents.items()}
        )
        for draft in listed:
            drafts.write(desk.drafts, replace(draft, state=drafts.MERGED))
    return MergeReport(tuple(names), checked.rows, tuple(file_name(table) for table in contents), restored)


def _refuse_unless_checked(desk: Desk, draft: drafts.Draft, record: str) -> None:
    if draft.state == drafts.MERGED:
        raise UsageError(f"{draft.name}: is merged already")
    if not draft.checked:
        raise UsageError(f"{draft.name}: was not checked: run check-draft first")
    if draft.checked != proof.stamp(record, proof.make_rows(desk, [draft])):
        raise UsageError(
            f"{draft.name}: the record or the draft changed since it was checked: run check-draft again"
        )


def _keep_documents(desk: Desk, listed: list[drafts.Draft]) -> None:
    """The texts go to the documents at hand, where anchors of the record are proven."""
    desk.documents.mkdir(parents=True, exist_ok=True)
    for draft in listed:
        target = desk.documents / f"{draft.source['id']}.txt"
        if not target.exists():
            shutil.copy(desk.drafts / draft.name / "document.txt", target)


@contextmanager
def _machine(desk: Desk) -> Iterator[None]:
    """What the system refuses, as one line that names the folder."""
    try:
        yield
    except OSError as error:
        raise MachineError(f"{desk.folder}: {error.strerror or error}") from error
