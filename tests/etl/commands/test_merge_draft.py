import hashlib
import json

import pytest

from data.drafts.cut_merges import LIST
from data.drafts.folders import SETTING, Desk
from etl.commands.command_line import main
from etl.draft.desk import proof
from tests.etl.desk import SOURCE, Draw


@pytest.fixture(autouse=True)
def setting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, str(desk.folder))
    monkeypatch.setenv("CHEGARA_DOCUMENTS", str(desk.documents))


def test_a_checked_draft_goes_to_the_record(
    desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]
) -> None:
    name = draw().name
    assert main(["merge-draft", name, "--data", str(desk.curated)]) == 2
    assert "run check-draft first" in capsys.readouterr().err
    proof.check(desk, [name])
    assert main(["merge-draft", name, "--data", str(desk.curated)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"Merged {name}: sources 1, events 1")
    assert lines[1].endswith("Look at the diff, then commit.")
    assert SOURCE["id"] in (desk.curated / "sources.csv").read_text(encoding="utf-8")
    main(["draft", "--list", "--data", str(desk.curated)])
    assert capsys.readouterr().out == f"{name}  merged\n"


def test_what_was_taken_back_is_told(desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]) -> None:
    name = draw().name
    proof.check(desk, [name])
    path = desk.curated / "themes.csv"
    half = path.read_bytes() + b"half,Ha"
    kept = {"path": str(path), "sha256": hashlib.sha256(half).hexdigest()}
    desk.journal.mkdir()
    (desk.journal / path.name).write_bytes(path.read_bytes())
    (desk.journal / LIST).write_text(json.dumps({path.name: kept}), encoding="utf-8")
    path.write_bytes(half)
    assert main(["merge-draft", name, "--data", str(desk.curated)]) == 0
    assert capsys.readouterr().out.startswith("A merge that was cut short was taken back first: themes.csv\n")


def test_what_was_checked_and_merged_as_json(
    desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]
) -> None:
    name = draw().name
    options = ["--data", str(desk.curated), "--format", "json"]
    assert main(["check-draft", name, *options]) == 0
    checked = json.loads(capsys.readouterr().out)
    assert (checked["drafts"], checked["faults"], len(checked["rows"]["events"])) == ([name], [], 1)
    assert main(["merge-draft", name, *options]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == checked["rows"]
