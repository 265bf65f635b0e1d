import json
from pathlib import Path

import pytest

from data.drafts.draft import list_drafts
from data.drafts.folders import SETTING
from etl.commands.command_line import main
from etl.draft import drafter
from tests.etl.desk import PAGE
from tests.etl.folder import Folder


@pytest.fixture
def command(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[str]]:
    """The folder of the desk, and options that name the invented data."""
    monkeypatch.setenv(SETTING, str(tmp_path / "desk"))
    monkeypatch.setenv("CHEGARA_DOCUMENTS", str(tmp_path / "documents"))
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 cut")
    return tmp_path, ["--data", str(folder.path)]


def test_each_file_has_a_line(command: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    place, options = command
    files = [str(place / "page.txt"), str(place / "scan.pdf"), str(place / "page.txt")]
    assert main(["draft", *files, *options, "--published", "2024-05-05", "--publisher", "Beta"]) == 3
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("page.txt  drafted  2024-05-03 Alphaville, training: ")
    assert "scan.pdf  refused  is a damaged PDF" in lines[-3]
    assert lines[-2].startswith("page.txt  known    is drafted already as 2024-05-03-alphaville-training")
    assert lines[-1] == "1 drafted, 1 refused, 1 known"


def test_drafts_are_listed(command: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    place, options = command
    assert main(["draft", "--list", *options]) == 0
    assert capsys.readouterr().out == "There are no drafts.\n"
    assert main(["draft", str(place / "page.txt"), *options]) == 0
    capsys.readouterr()
    assert main(["draft", "--list", *options]) == 0
    assert capsys.readouterr().out.endswith(" to decide\n")


def test_a_dry_run_writes_nothing(command: tuple[Path, list[str]]) -> None:
    place, options = command
    assert main(["draft", "--dry", str(place / "page.txt"), *options]) == 0
    assert not (place / "desk").exists()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ([], "name a file, or --list"),
        (["a.txt", "b.txt", "--url", "https://alpha.example/"], "--url belongs to one page"),
        (["a.txt", "--published", "May"], "--published May"),
        (["a.txt", "--ask"], "no drafter is set"),
    ],
)
def test_wrong_options_are_told(
    given: list[str], problem: str, command: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", *given, *command[1]]) == 2
    assert problem in capsys.readouterr().err


def test_the_drafter_is_asked_after_its_address_was_told(
    command: tuple[Path, list[str]],
    drafter_address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place, options = command
    monkeypatch.setenv(drafter.SETTING, drafter_address)
    assert main(["draft", "--ask", str(place / "page.txt"), *options]) == 0
    told = capsys.readouterr()
    assert f"The text of each document is sent to {drafter_address}." in told.err
    assert "drafter: 1 kept, 6 dropped" in told.out
    assert len(list_drafts(place / "desk" / "drafts")) == 1


def test_outcomes_and_states_as_json(
    command: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    place, options = command
    assert main(["draft", str(place / "page.txt"), *options, "--format", "json"]) == 0
    (outcome,) = json.loads(capsys.readouterr().out)
    assert (outcome["file"], outcome["state"]) == ("page.txt", "drafted")
    assert main(["draft", "--list", *options, "--format", "json"]) == 0
    states = json.loads(capsys.readouterr().out)
    assert states == {outcome["draft"]: states[outcome["draft"]]}


def test_nothing_is_drafted_from_half_a_merge(
    command: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    place, options = command
    (place / "desk" / "merge-journal").mkdir(parents=True)
    assert main(["draft", str(place / "page.txt"), *options]) == 2
    assert "a merge was cut short" in capsys.readouterr().err
