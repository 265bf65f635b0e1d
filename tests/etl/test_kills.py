"""Loads that are killed, that find no disk or no right to write. `bench/` does the same for longer."""

import errno
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import record
from data import store
from data.files import replacement
from etl import pipeline
from etl.commands.command_line import main
from etl.reporting.errors import MachineError
from tests.etl.folder import Folder

WITHOUT_RIGHTS = """
import os, sys
from bench import record
from etl.commands.command_line import main
from pathlib import Path
place = Path(sys.argv[1])
arguments = ["--data", str(place / "curated"), "--store", str(place / "builds")]
record.make(place / "curated", 1)
main(arguments)
record.make(place / "curated", 2)
if os.getuid():
    (place / "builds").chmod(0o555)
else:
    os.setuid(65534)  # the rights of root would let it write anywhere
sys.exit(main(arguments))
"""


def _ran(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=store.ROOT, capture_output=True, text=True, check=False
    )


def _figures(printed: str) -> dict[str, int]:
    found = re.findall(r"^(.+?) +([\d,]+)$", printed, re.MULTILINE)
    return {name: int(number.replace(",", "")) for name, number in found}


def test_a_load_killed_at_any_moment_leaves_the_old_or_the_new_build_whole() -> None:
    done = _ran("-m", "bench.kills", "--loads", "8")
    figures = _figures(done.stdout)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "PASSED: 0 of what must not happen")
    assert figures["killed"] > 3
    assert sum(figures[f"killed in tenth {tenth}"] > 0 for tenth in range(4, 11)) > 1
    assert figures["polls"] > 0
    assert figures["old"] + figures["new"] == figures["loads"]


def test_wherever_the_disk_fails_the_old_build_is_served_and_the_next_load_succeeds() -> None:
    done = _ran("-m", "bench.disk", "--stride", "960")
    figures = _figures(done.stdout)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "PASSED: 0 of what must not happen")
    assert figures["exit 4, old served"] > figures["full disks"] > 1
    assert figures["steps"] > 20


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every user of the machine may read."""
    place = Path(tempfile.mkdtemp(prefix="chegara-rights-"))
    place.chmod(0o755)
    yield place
    (place / "builds").chmod(0o755)
    shutil.rmtree(place)


def test_without_the_right_to_write_the_old_build_is_served(open_place: Path) -> None:
    done = _ran("-c", WITHOUT_RIGHTS, str(open_place))
    builds = open_place / "builds"
    assert (done.returncode, done.stderr) == (4, f"{builds}: Permission denied\n")
    assert record.find_served(builds) == 1
    assert record.count_leftovers(builds) == 0


def test_row_54_a_folder_that_is_missing_is_made_or_named_as_it_was_given(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    load = ["--data", "curated", "--store"]
    assert main([*load, "new/builds"]) == 0
    served = Path("new/builds/current").read_bytes()
    Path("unmounted").symlink_to("nowhere")
    capsys.readouterr()
    assert main([*load, "unmounted/builds"]) == 4
    assert capsys.readouterr().err == "unmounted/builds: File exists\n"
    folder.path.rename(tmp_path / "elsewhere")
    assert main([*load, "new/builds"]) == 2
    assert capsys.readouterr().err == "curated: there is no such folder of data\n"
    assert Path("new/builds/current").read_bytes() == served
    assert record.count_leftovers(Path("new/builds")) == 0


def test_row_54_data_that_go_away_while_they_are_read_are_refused_by_name(
    folder: Folder, tmp_path: Path
) -> None:
    served = pipeline.build(folder.path, tmp_path / "builds").path
    folder.edit("themes.csv", "Drugs,", "Medicines,")

    def take_away(stage: str, *_: int) -> None:
        if stage == "validate" and folder.path.is_dir():
            folder.path.rename(tmp_path / "elsewhere")

    with pytest.raises(MachineError, match=r"^\S+/curated: No such file or directory$"):
        pipeline.build(folder.path, tmp_path / "builds", take_away)
    assert store.current_build(tmp_path / "builds") == served
    assert record.count_leftovers(tmp_path / "builds") == 0


UNREADABLE = """
import os, sys
from pathlib import Path
from etl.commands.command_line import main
place, name = Path(sys.argv[1]), sys.argv[2]
arguments = ["--data", str(place / "curated"), "--store", str(place / "builds")]
main(arguments)
(place / "curated" / name).chmod(0)
if not os.getuid():
    (place / "builds").chmod(0o777)
    for path in (place / "builds").iterdir():
        path.chmod(0o666)
    os.setuid(65534)
sys.exit(main(arguments))
"""


@pytest.mark.parametrize("name", ["themes.csv", "expectations.toml"])
def test_row_71_a_file_that_may_not_be_read_is_named(name: str, open_place: Path) -> None:
    record.make(open_place / "curated", 1)
    done = _ran("-c", UNREADABLE, str(open_place), name)
    assert (done.returncode, done.stderr) == (4, f"{open_place / 'curated' / name}: Permission denied\n")


def test_row_71_a_full_disk_leaves_no_scrap_where_the_build_was_ready(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds = tmp_path / "builds"
    served = pipeline.build(folder.path, builds).path

    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(replacement, "sync_path", full)
    with pytest.raises(MachineError, match=r"builds: No space left on device$"):
        pipeline.build(folder.path, builds)
    assert store.current_build(builds) == served
    assert record.count_leftovers(builds) == 0
