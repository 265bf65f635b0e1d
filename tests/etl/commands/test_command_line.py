import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from data import store
from etl import pipeline
from etl.commands.command_line import Bar, main
from etl.publish import publication
from tests.etl.folder import Folder


def _arguments(folder: Folder, builds: Path) -> list[str]:
    return ["--data", str(folder.path), "--store", str(builds)]


def test_a_build_exits_0_with_a_line_per_table(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *_arguments(folder, tmp_path)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 28
    assert shown[0] == "sources                           4 rows"
    path = store.current_build(tmp_path)
    assert path is not None
    assert shown[-2] == f"Build {store.build_id(path)} of release test.1: {path}"
    assert re.fullmatch(r"106 rows in \d+\.\d s: [\d,]+ rows/s", shown[-1])


def test_a_file_may_be_as_large_as_the_command_says(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.add("themes.csv", f"{' ' * 1_000_000}large,Large,x")
    assert main(["check", *_arguments(folder, tmp_path), "--largest-file-mb", "1"]) == 3
    assert capsys.readouterr().err.splitlines()[0] == "themes.csv: is larger than 1 MB"
    for wrong in ("0", "-1", "x", "1.5", "٣"):
        with pytest.raises(SystemExit):
            main(["--largest-file-mb", wrong])


def test_the_command_alone_builds(folder: Folder, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "etl", *_arguments(folder, tmp_path)]
    done = subprocess.run(command, cwd=store.ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert store.current_build(tmp_path) is not None


def test_a_check_exits_0_and_publishes_nothing(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *_arguments(folder, tmp_path / "builds")]) == 0
    assert capsys.readouterr().out.splitlines()[-2].endswith(": checked, not published")
    assert not (tmp_path / "builds").exists()


def test_refused_data_exit_3_with_faults_and_warnings_apart(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("events.csv", "conference,", "confrence,")
    folder.edit("people.csv", "Boris Betov", "Boris  Betov")
    assert main(_arguments(folder, tmp_path)) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "Warnings:",
        "people.csv:3: name: holds two blanks in a row (found 'Boris  Betov')",
        "1 warning in 1 file",
        "",
        "events.csv:2: kind: is not one of: decision, conference, meeting, opening, operation, training,"
        " visit; the nearest is 'conference' (found 'confrence')",
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


def test_json_holds_every_fault_with_its_whole_value_and_the_trouble_of_the_machine(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.add("themes.csv", *(f"{number}-A{'x' * 90},n{number},s" for number in range(60)))
    assert main([*_arguments(folder, tmp_path), "--format", "json"]) == 3
    told = json.loads(capsys.readouterr().out)["faults"]
    assert [(fault["line"], fault["column"]) for fault in told] == [(line, "id") for line in range(5, 65)]
    assert told[0]["value"] == f"0-A{'x' * 90}"
    folder.path.rename(tmp_path / "gone")
    assert main([*_arguments(folder, tmp_path), "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out) == {"error": f"{folder.path}: there is no such folder of data"}


def test_strict_refuses_warnings_even_of_a_build_that_is_there(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("people.csv", "Boris Betov", "Boris  Betov")
    told = [
        "Warnings:",
        "people.csv:3: name: holds two blanks in a row (found 'Boris  Betov')",
        "1 warning in 1 file",
        "",
    ]
    refused = [*told, "With --strict, warnings refuse too.", "Nothing was published."]
    assert main([*_arguments(folder, tmp_path), "--strict"]) == 3
    assert capsys.readouterr().err.splitlines() == refused
    assert store.current_build(tmp_path) is None
    assert main(_arguments(folder, tmp_path)) == 0
    assert capsys.readouterr().err.splitlines() == told
    assert main(_arguments(folder, tmp_path)) == 0
    assert capsys.readouterr().err.splitlines() == told
    assert main([*_arguments(folder, tmp_path), "--strict"]) == 3
    assert capsys.readouterr().err.splitlines() == refused


def test_lost_rows_are_refused_until_somebody_says_why(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(_arguments(folder, tmp_path))
    served = store.current_build(tmp_path)
    folder.edit("themes.csv", "early-warning,Early warning,Networks that warn.\n", "")
    for name in ("event_themes", "recommendation_themes", "statement_themes"):
        folder.edit(f"{name}.csv", "early-warning", "drugs")
    capsys.readouterr()
    both = "themes.csv: holds 2 rows, the build served before holds 3"
    for command in ("check", "build"):
        assert main([command, *_arguments(folder, tmp_path)]) == 3
        assert capsys.readouterr().err.splitlines()[0] == (
            f"{both}: under 80 %; if that is meant, build with --accept-counts REASON"
        )
    assert store.current_build(tmp_path) == served
    assert main([*_arguments(folder, tmp_path), "--accept-counts", "one theme\ntoo many"]) == 0
    assert capsys.readouterr().err.splitlines()[1] == f"{both}; accepted: one theme too many"
    assert store.current_build(tmp_path) != served
    with pytest.raises(SystemExit):
        main(["--accept-counts", " "])


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
    with publication.lock_builds(tmp_path):
        assert main(_arguments(folder, tmp_path)) == 4
    assert capsys.readouterr().err == f"{tmp_path}: another load is running\n"


def test_the_bar_follows_the_stages() -> None:
    with Bar() as bar:
        bar.show("read", 0, 2)
        bar.show("read", 2, 2)
        bar.show("load", 1, 5)
        assert bar.stage == "load"


def test_options_may_stand_before_the_command(folder: Folder, tmp_path: Path) -> None:
    assert main(["--data", str(folder.path), "--store", str(tmp_path / "none"), "check"]) == 0
    assert main(["--store", str(tmp_path / "a"), "--data", str(folder.path), "build"]) == 0
    assert store.current_build(tmp_path / "a") is not None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build"], 0, "The build was published; only the report is lost."),
        (["build", "--format", "json"], 0, "The build was published; only the report is lost."),
        (["check"], 0, "The data hold; only the report is lost."),
        (["extract", "-o", "-"], 4, "What was to be written there is not whole."),
    ],
    ids=["build", "json", "check", "extract"],
)
def test_row_71_a_full_standard_output_is_one_line_and_the_build_is_served(
    arguments: list[str], code: int, words: str, folder: Folder, tmp_path: Path
) -> None:
    builds = tmp_path / "builds"
    if arguments[0] == "extract":
        pipeline.build(folder.path, builds)
    place = ["--store", str(builds)] + ([] if arguments[0] == "extract" else ["--data", str(folder.path)])
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "etl", *arguments, *place],
            cwd=store.ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (code, f"standard output: No space left on device. {words}\n")
    assert (store.current_build(builds) is not None) == (arguments[0] != "check")
