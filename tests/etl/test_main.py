import json
import subprocess
import sys
from pathlib import Path

import pytest

from data import store
from etl import publish
from etl.__main__ import Bar, main
from tests.etl.folder import Folder


def _arguments(folder: Folder, builds: Path) -> list[str]:
    return ["--data", str(folder.path), "--store", str(builds)]


def test_a_build_exits_0_with_a_line_per_table(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *_arguments(folder, tmp_path)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 25
    assert shown[0] == "sources                        4 rows"
    path = store.current(tmp_path)
    assert path is not None
    assert shown[-1] == f"Build {store.build_id(path)} of release test.1: {path}"


def test_the_command_alone_builds(folder: Folder, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "etl", *_arguments(folder, tmp_path)]
    done = subprocess.run(command, cwd=store.ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert store.current(tmp_path) is not None


def test_a_check_exits_0_and_publishes_nothing(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *_arguments(folder, tmp_path / "builds")]) == 0
    assert capsys.readouterr().out.endswith("checked, not published\n")
    assert not (tmp_path / "builds").exists()


def test_refused_data_exit_3_with_faults_and_warnings_apart(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("events.csv", "conference,", "confrence,")
    folder.edit("events.csv", "2022,,year", "2205,,year")
    assert main(_arguments(folder, tmp_path)) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "Warnings:",
        "events.csv:4: start_on: is an unlikely year, not 1900 to 2100 (found '2205')",
        "1 warning in 1 file",
        "",
        "events.csv:2: kind: is not one of: decision, conference, meeting, opening, operation, training;"
        " the nearest is 'conference' (found 'confrence')",
        "1 fault in 1 file",
        "Nothing was published.",
    ]


def test_json_tells_the_same(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*_arguments(folder, tmp_path), "--format", "json"]) == 0
    built = json.loads(capsys.readouterr().out)
    assert built["counts"]["events"] == 6
    assert built["warnings"] == []
    folder.edit("themes.csv", "Drugs,", ",")
    assert main([*_arguments(folder, tmp_path), "--format", "json"]) == 3
    assert json.loads(capsys.readouterr().out) == {
        "faults": [{"file": "themes.csv", "line": 3, "column": "name", "value": None, "problem": "is blank"}],
        "warnings": [],
    }


def test_a_build_that_is_there_is_said_to_be(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(_arguments(folder, tmp_path))
    assert main(_arguments(folder, tmp_path)) == 0
    assert capsys.readouterr().out.endswith(", which was there already\n")


def test_wrong_usage_exits_2(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["rebuild"])
    assert ended.value.code == 2
    folder.path.rename(tmp_path / "gone")
    assert main(_arguments(folder, tmp_path / "builds")) == 2
    assert capsys.readouterr().err.endswith("curated: there is no such folder of data\n")


def test_another_load_exits_4(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with publish.only_load(tmp_path):
        assert main(_arguments(folder, tmp_path)) == 4
    assert capsys.readouterr().err == f"{tmp_path}: another load is running\n"


def test_the_bar_follows_the_stages() -> None:
    with Bar() as bar:
        bar.show("read", 0, 2)
        bar.show("read", 2, 2)
        bar.show("load", 1, 5)
        assert bar.stage == "load"
