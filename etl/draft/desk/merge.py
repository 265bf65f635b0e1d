"""Checked drafts become rows of the curated files: the only part of the desk that changes the record."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from etl.draft.desk import drafts, journal, proof
from etl.draft.desk.digests import record_digest
from etl.draft.desk.places import Desk
from etl.draft.desk.rows import Rows
from etl.publish import publication
from etl.reporting.errors import BadData, MachineError, UsageError
from etl.reporting.progress import Progress, silent
from etl.staging.tables import file_of


@dataclass(frozen=True, slots=True)
class Merged:
    drafts: tuple[str, ...]
    rows: Rows
    files: tuple[str, ...]
    restored: tuple[str, ...]
    """Files that an earlier merge, killed on its way, had changed and that were put back first."""


def merge(desk: Desk, names: list[str], progress: Progress = silent) -> Merged:
    """Add the rows of drafts to the record, all or none.

    UsageError where a draft was not checked with this record; BadData where it would be refused.
    """
    with _machine(desk), publication.only_load(desk.folder):
        restored = tuple(journal.recover(desk.journal))
        before = record_digest(desk.curated)
        listed = [drafts.read(desk.drafts, name) for name in names]
        for draft in listed:
            _refuse_unless_checked(desk, draft, before)
        checked = proof.check(desk, names, progress)
        if checked.faults:
            raise BadData(checked.faults)
        if record_digest(desk.curated) != before:
            raise UsageError("the record changed while it was checked: nothing was merged, try again")
        contents = proof.contents(desk.curated, checked.rows)
        _keep_documents(desk, listed)
        journal.replace_all(
            desk.journal, {desk.curated / file_of(table): content for table, content in contents.items()}
        )
        for draft in listed:
            drafts.write(desk.drafts, replace(draft, state=drafts.MERGED))
    return Merged(tuple(names), checked.rows, tuple(file_of(table) for table in contents), restored)


def _refuse_unless_checked(desk: Desk, draft: drafts.Draft, record: str) -> None:
    if draft.state == drafts.MERGED:
        raise UsageError(f"{draft.name}: is merged already")
    if not draft.checked:
        raise UsageError(f"{draft.name}: was not checked: run check-draft first")
    if draft.checked != proof.stamp(record, proof.rows_of(desk, [draft])):
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
