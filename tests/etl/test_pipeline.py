import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from data import store
from etl import pipeline
from etl.publish import publication
from etl.reporting.errors import BadData, MachineError, UsageError
from tests.conftest import CURATED
from tests.etl.folder import Folder

KILLED = """
import os, signal, sys
from pathlib import Path
from etl import pipeline
def kill(stage, done, total):
    if stage == sys.argv[3] and done >= int(sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)
pipeline.build(Path(sys.argv[1]), Path(sys.argv[2]), kill)
"""


def test_the_same_input_gives_the_same_file(tmp_path: Path) -> None:
    first, second = (pipeline.build(CURATED, tmp_path / name) for name in "ab")
    assert first.path is not None
    assert second.path is not None
    assert first.build_id == second.build_id
    assert first.path.read_bytes() == second.path.read_bytes()


YESTERDAY = """
import sys, time
now, precise = time.time, time.time_ns
time.time, time.time_ns = lambda: now() - 86_400, lambda: precise() - 86_400 * 10**9
from etl.commands.command_line import main
sys.exit(main(["build", "--data", sys.argv[1], "--store", sys.argv[2]]))
"""


def test_clock_and_language_of_the_machine_change_nothing(store_path: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", YESTERDAY, str(CURATED), str(tmp_path)]
    elsewhere = os.environ | {"TZ": "Asia/Tashkent", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    subprocess.run(command, env=elsewhere, cwd=store.ROOT, check=True, capture_output=True)
    built = store.current_build(tmp_path)
    assert built is not None
    assert built.name == store_path.name
    assert built.read_bytes() == store_path.read_bytes()


def test_a_report_counts_rows_and_goes_through_the_stages(tmp_path: Path) -> None:
    stages: list[str] = []
    report = pipeline.build(CURATED, tmp_path, lambda stage, *_: stages.append(stage))
    assert report.counts["events"] == 6
    assert report.release == "test.1"
    assert report.is_new
    assert [*dict.fromkeys(stages)] == [
        "read",
        "validate",
        "resolve",
        "derive",
        "load",
        "arrange",
        "verify",
        "publish",
    ]


def test_a_build_that_is_there_is_served_without_building(folder: Folder, tmp_path: Path) -> None:
    builds, told = tmp_path / "builds", []
    first = pipeline.build(folder.path, builds)
    folder.edit("themes.csv", "Drugs,", "Medicines,")
    pipeline.build(folder.path, builds)
    folder.edit("themes.csv", "Medicines,", "Drugs,")
    again = pipeline.build(folder.path, builds, lambda *step: told.append(step))
    assert (told, again.is_new) == ([], False)
    assert (again.path, again.counts, again.release) == (first.path, first.counts, first.release)
    assert store.current_build(builds) == first.path


def test_a_damaged_build_is_built_again(tmp_path: Path) -> None:
    first = pipeline.build(CURATED, tmp_path)
    assert first.path is not None
    whole = first.path.read_bytes()
    first.path.write_bytes(b"rubbish" * 1000)
    assert pipeline.build(CURATED, tmp_path).is_new
    assert first.path.read_bytes() == whole


def test_a_changed_byte_is_no_reason_to_serve_a_build_again(tmp_path: Path) -> None:
    first = pipeline.build(CURATED, tmp_path)
    assert first.path is not None
    whole = first.path.read_bytes()
    first.path.write_bytes(whole.replace(b"Two bounds.", b"Ten bounds."))
    assert pipeline.build(CURATED, tmp_path).is_new
    assert first.path.read_bytes() == whole


def test_a_check_without_a_temporary_folder_is_the_machines_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(MachineError, match=r"^temporary folder: No such file or directory$"):
        pipeline.check(CURATED)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("events.csv", "conference,", "confrence,"),
        ("expectations.toml", "total = 3", "total = 4"),
        ("expectations.toml", "release = ", "relaese = "),
    ],
    ids=["refused before writing", "refused after writing", "of no release"],
)
def test_a_refused_build_leaves_the_old_one_served(
    file: str, old: str, new: str, folder: Folder, tmp_path: Path
) -> None:
    builds = tmp_path / "builds"
    served = pipeline.build(folder.path, builds).path
    before = sorted(path.name for path in builds.iterdir())
    folder.edit(file, old, new)
    with pytest.raises(BadData):
        pipeline.build(folder.path, builds)
    assert store.current_build(builds) == served
    assert sorted(path.name for path in builds.iterdir()) == before


@pytest.mark.parametrize(("stage", "done"), [("read", 5), ("load", 20), ("verify", 2), ("publish", 0)])
def test_a_killed_build_leaves_the_old_one_served_and_the_next_one_clean(
    stage: str, done: int, folder: Folder, tmp_path: Path
) -> None:
    builds = tmp_path / "builds"
    served = pipeline.build(folder.path, builds).path
    folder.edit("themes.csv", "Drugs,", "Medicines,")
    command = [sys.executable, "-c", KILLED, str(folder.path), str(builds), stage, str(done)]
    killed = subprocess.run(command, cwd=store.ROOT, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    assert store.current_build(builds) == served
    after = pipeline.build(folder.path, builds).path
    assert after is not None
    assert after != served
    assert sorted(path.name for path in builds.iterdir()) == sorted(
        ["current", "lock", *(path.name for path in (served, after) if path)]
    )


def test_a_full_disk_leaves_the_old_one_served(folder: Folder, tmp_path: Path) -> None:
    builds = tmp_path / "builds"
    served = pipeline.build(folder.path, builds).path
    folder.edit("themes.csv", "Drugs,", "Medicines,")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
        with pytest.raises(MachineError) as failed:
            pipeline.build(folder.path, builds)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert str(failed.value).startswith(f"{builds}: ")
    assert store.current_build(builds) == served
    assert not [*builds.glob("*.building*")]


def test_a_store_where_a_file_stands_is_the_machines_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match=r"file/builds: Not a directory"):
        pipeline.build(CURATED, tmp_path / "file" / "builds")


def test_no_data_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such folder of data"):
        pipeline.build(tmp_path / "nothing", tmp_path / "builds")


def test_a_check_publishes_nothing(folder: Folder, tmp_path: Path) -> None:
    assert pipeline.check(folder.path).path is None
    assert [path.name for path in tmp_path.iterdir()] == ["curated"]


def test_two_loads_at_once_are_one(tmp_path: Path) -> None:
    with publication.lock_builds(tmp_path), pytest.raises(MachineError, match="another load is running"):
        pipeline.build(CURATED, tmp_path)
