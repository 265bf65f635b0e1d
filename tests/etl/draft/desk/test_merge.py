import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from data import store
from etl import pipeline
from etl.draft.desk import drafts, journal, merge, proof
from etl.draft.desk.digests import digest_record
from etl.draft.desk.places import Desk
from etl.reporting.errors import BadData, Fault, MachineError, UsageError
from tests.conftest import CURATED
from tests.etl.desk import SOURCE, Draw
from tests.etl.folder import Folder

EVENTS = len((CURATED / "events.csv").read_text(encoding="utf-8").splitlines()) - 1
KILLING = """
import os, signal, sys
from pathlib import Path
from etl.draft.desk import journal
from etl.draft.desk.places import Desk
from etl.draft.desk.merge import merge
left = int(sys.argv[1])
own = journal._write
def write(path, content):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    own(path, content)
journal._write = write
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
    assert drafts.read(desk.drafts, name).state == drafts.MERGED
    assert pipeline.check(desk.curated).counts["events"] == EVENTS + 1
    with pytest.raises(UsageError, match="is merged already"):
        merge.merge(desk, [name])


def test_only_a_checked_draft_and_an_unchanged_record_are_merged(
    desk: Desk, draw: Draw, folder: Folder
) -> None:
    name = draw().name
    with pytest.raises(UsageError, match="run check-draft first"):
        merge.merge(desk, [name])
    proof.check(desk, [name])
    folder.add("themes.csv", "late,Late,Came later.")
    before = digest_record(desk.curated)
    with pytest.raises(UsageError, match="the record or the draft changed since it was checked"):
        merge.merge(desk, [name])
    assert digest_record(desk.curated) == before


def test_a_record_that_changes_meanwhile_is_left(
    desk: Desk, draw: Draw, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = checked(desk, draw)
    own = proof.check

    def changing(*arguments: object) -> object:
        found = own(*arguments)  # type: ignore[arg-type]
        folder.add("themes.csv", "late,Late,Came later.")
        return found

    monkeypatch.setattr(proof, "check", changing)
    with pytest.raises(UsageError, match="changed while it was checked"):
        merge.merge(desk, [name])
    assert SOURCE["id"] not in (desk.curated / "sources.csv").read_text(encoding="utf-8")


def test_an_anchor_that_fails_stops_it(desk: Desk, draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    name = checked(desk, draw)
    own = proof.check
    fault = Fault("claims.csv", 1, "anchor", None, "stands nowhere")
    monkeypatch.setattr(proof, "check", lambda *arguments: replace(own(*arguments), faults=(fault,)))
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
@pytest.mark.parametrize("step", [0, 5, 11, 14, 18])
def test_a_killed_merge_is_taken_back_by_the_next_one(step: int, desk: Desk, draw: Draw) -> None:
    name, before = checked(desk, draw), digest_record(desk.curated)
    command = [sys.executable, "-c", KILLING, str(step), str(desk.curated.parent), name]
    killed = subprocess.run(
        command, cwd=store.ROOT, check=False, env=os.environ | {"PYTHONPATH": str(store.ROOT)}
    )
    assert killed.returncode == -signal.SIGKILL
    restored = journal.recover(desk.journal)
    assert digest_record(desk.curated) == before
    assert bool(restored) == (step > 11)
    assert merge.merge(desk, [name]).drafts == (name,)


def test_a_text_that_is_there_stays(desk: Desk, draw: Draw) -> None:
    name = checked(desk, draw)
    desk.documents.mkdir()
    target = Path(desk.documents, f"{SOURCE['id']}.txt")
    target.write_text("as it was", encoding="utf-8")
    merge.merge(desk, [name])
    assert target.read_text(encoding="utf-8") == "as it was"
