import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data import store
from data.drafts.checks import CHECK, read_check
from data.drafts.cut_merges import LIST
from data.drafts.draft import read_draft
from data.drafts.folders import SETTING, Desk
from etl import pipeline
from etl.draft.desk import journal, merge, proof
from etl.draft.desk.digests import digest_record
from etl.reporting.errors import BadData, Fault, MachineError, UsageError
from tests.conftest import CURATED
from tests.etl.desk import SOURCE, Draw
from tests.etl.folder import Folder

EVENTS = len((CURATED / "events.csv").read_text(encoding="utf-8").splitlines()) - 1
KILLING = """
import os, signal, sys
from pathlib import Path
from etl.draft.desk import journal
from data.drafts.folders import Desk
from etl.draft.desk.merge import merge
left = int(sys.argv[1])
from data.files import replacement
own = replacement.write_file
def write(path, content):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    own(path, content)
replacement.write_file = journal.write_file = write
place = Path(sys.argv[2])
own_desk = Desk(place / "desk", place / "curated", place / "desk-decisions.csv", place / "documents")
merge(own_desk, sys.argv[3:])
"""


def checked(desk: Desk, draw: Draw) -> str:
    name = draw().name
    proof.check(desk, [name])
    return name


def test_rows_go_to_the_curated_files_and_the_text_to_the_documents(desk: Desk, draw: Draw) -> None:
    name = checked(desk, draw)
    done = merge.merge(desk, [name])
    assert (done.drafts, done.restored) == ((name,), ())
    assert "events.csv" in done.files
    assert SOURCE["id"] in (desk.curated / "sources.csv").read_text(encoding="utf-8")
    assert (desk.documents / f"{SOURCE['id']}.txt").is_file()
    assert pipeline.check(desk.curated).counts["events"] == EVENTS + 1
    state = read_check(desk.drafts, name)
    assert state is not None
    assert state.is_merged


def test_a_document_is_merged_once(desk: Desk, draw: Draw) -> None:
    """Only the record says so: a process that is killed after the last file cannot be merged again."""
    name = checked(desk, draw)
    before = read_draft(desk.drafts, name)
    merge.merge(desk, [name])
    merged = digest_record(desk.curated)
    assert read_draft(desk.drafts, name) == before
    for again in (merge.merge, proof.check):
        with pytest.raises(
            UsageError, match=f"is merged already, its document is that of source {SOURCE['id']}"
        ):
            again(desk, [name])
    assert digest_record(desk.curated) == merged


def test_only_a_checked_draft_and_an_unchanged_record_are_merged(
    desk: Desk, draw: Draw, folder: Folder
) -> None:
    name = draw().name
    with pytest.raises(UsageError, match="run check-draft first"):
        merge.merge(desk, [name])
    proof.check(desk, [name])
    folder.add("themes.csv", "late,Late,Came later.")
    before = digest_record(desk.curated)
    with pytest.raises(UsageError, match="the record, the rows or the drafts changed since the check"):
        merge.merge(desk, [name])
    assert digest_record(desk.curated) == before


def test_a_record_that_changes_meanwhile_is_left(
    desk: Desk, draw: Draw, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = checked(desk, draw)
    own = proof.prove

    def changing(*arguments: object) -> object:
        found = own(*arguments)  # type: ignore[arg-type]
        folder.add("themes.csv", "late,Late,Came later.")
        return found

    monkeypatch.setattr(proof, "prove", changing)
    with pytest.raises(UsageError, match="changed while it was checked"):
        merge.merge(desk, [name])
    assert SOURCE["id"] not in (desk.curated / "sources.csv").read_text(encoding="utf-8")


def test_an_anchor_that_fails_stops_it(desk: Desk, draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    name = checked(desk, draw)
    own = proof.prove
    fault = Fault("claims.csv", 1, "anchor", None, "stands nowhere")
    monkeypatch.setattr(proof, "prove", lambda *arguments: replace(own(*arguments), faults=(fault,)))
    with pytest.raises(BadData, match="stands nowhere"):
        merge.merge(desk, [name])


def test_a_disk_that_fails_is_told(desk: Desk, draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    name = checked(desk, draw)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal, "replace_all", full)
    with pytest.raises(MachineError, match="No space left on device"):
        merge.merge(desk, [name])


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("step", [0, 5, 11, 13, 18])
def test_a_killed_merge_is_taken_back_by_the_next_one(step: int, desk: Desk, draw: Draw) -> None:
    name, before = checked(desk, draw), digest_record(desk.curated)
    command = [sys.executable, "-c", KILLING, str(step), str(desk.curated.parent), name]
    killed = subprocess.run(
        command, cwd=store.ROOT, check=False, env=os.environ | {"PYTHONPATH": str(store.ROOT)}
    )
    assert killed.returncode == -signal.SIGKILL
    restored = journal.recover_files(desk.journal)
    assert digest_record(desk.curated) == before
    assert bool(restored) == (step > 13)
    assert merge.merge(desk, [name]).drafts == (name,)


def test_a_text_that_is_there_stays(desk: Desk, draw: Draw) -> None:
    name = checked(desk, draw)
    (desk.drafts / name / CHECK).unlink()  # only the page would show it
    desk.documents.mkdir()
    target = Path(desk.documents, f"{SOURCE['id']}.txt")
    target.write_text("as it was", encoding="utf-8")
    merge.merge(desk, [name])
    assert target.read_text(encoding="utf-8") == "as it was"


def test_drafts_are_merged_as_they_were_checked(desk: Desk, draw: Draw) -> None:
    first = draw()
    second = draw(
        "On 9 June 2024 the Swedish Coast Agency held a course on all that they had met with in their work,"
        " and it was said by those who came that all of it was good.",
        "press-2024-06-10",
    )
    proof.check(desk, [first.name, second.name])
    with pytest.raises(UsageError, match="run check-draft again"):
        merge.merge(desk, [first.name])
    assert merge.merge(desk, [first.name, second.name]).drafts == (first.name, second.name)


def test_a_source_that_had_no_digest_gets_that_of_its_document(desk: Desk, draw: Draw) -> None:
    """No other line of the file changes; its row stays as it is."""
    before = (desk.curated / "sources.csv").read_text(encoding="utf-8").splitlines()
    draft = draw(source="beta-2022-page")
    proof.check(desk, [draft.name])
    merge.merge(desk, [draft.name])
    after = (desk.curated / "sources.csv").read_text(encoding="utf-8").splitlines()
    [(old, new)] = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert draft.text_sha256 in new
    assert old.startswith("beta-2022-page,Beta,")
    assert "\nbeta-2022-page,events,2024-05-03-" in (desk.curated / "claims.csv").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="is merged already"):
        proof.check(desk, [draft.name])


def test_what_the_record_says_by_that_source_has_to_stand_in_its_document(desk: Desk, draw: Draw) -> None:
    draft = draw(source="alpha-2021-repost")
    faults = proof.check(desk, [draft.name]).faults
    assert [fault.value for fault in faults] == ["some twenty people"]
    with pytest.raises(UsageError, match="was not checked"):
        merge.merge(desk, [draft.name])


@pytest.mark.parametrize("run", [pipeline.check, lambda data: pipeline.build(data, data.parent / "builds")])
def test_a_cut_merge_is_told_by_check_and_build(
    run: Callable[[Path], object], desk: Desk, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, str(desk.folder))
    desk.journal.mkdir(parents=True)
    path = desk.curated / "events.csv"
    (desk.journal / LIST).write_text(json.dumps({path.name: {"path": str(path)}}), encoding="utf-8")
    with pytest.raises(UsageError, match="a merge was cut short; merge-draft takes it back, then go on"):
        run(folder.path)
    assert not (folder.path.parent / "builds").exists()
