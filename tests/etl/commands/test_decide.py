import json

import pytest

from data.drafts.folders import SETTING, Desk
from etl.commands.command_line import main
from tests.etl.desk import Draw


@pytest.fixture(autouse=True)
def setting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, str(desk.folder))


def test_cards_are_listed_with_their_words_and_why(
    desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]
) -> None:
    name = draw(is_accepted=False).name
    assert main(["decide", name, "--data", str(desk.curated)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "  1  date           2024-05-03  [certain]"
    assert lines[1].strip() == "¶2 “3 May 2024”: a word for an event in the sentence"
    assert any(line.endswith("organisation   Swedish Coast Agency → a new row") for line in lines)
    total = sum("[" in line or line[:3].strip().isdigit() for line in lines[:-1])
    assert lines[-1] == f"{total} of {total} to decide"
    assert not desk.decisions.exists()


def test_what_is_decided_is_told(desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]) -> None:
    name = draw(is_accepted=False).name
    given = ["--accept-certain", "--reject", "3", "--edit", "1", "value=2024-05-04", "--reason", "seen"]
    assert main(["decide", name, *given, "--data", str(desk.curated)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "  1  date           2024-05-03  [edited]"
    assert "     edited: value 2024-05-04, because seen" in lines
    assert "     rejected: because seen" in lines
    assert "     accepted: because certain" in lines
    both = ["--accept", "2", "--reject", "3", "--reason", "another day"]
    assert main(["decide", name, *both, "--data", str(desk.curated)]) == 2
    assert capsys.readouterr().err.startswith("--reason says why cards are rejected or changed")


def test_rows_to_choose_from_and_guesses_are_shown(
    desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "On 3 May 2024 a course was held in Tashkent, and the Gamma Ministry came with 24 officers to it;"
        " the guests said that it was good."
    )
    draft = draw(text, is_accepted=False)
    path = desk.drafts / draft.name / "candidates.csv"
    told = path.read_text(encoding="utf-8")
    guess = '""role"": ""participant"", ""perhaps"": ""organiser"", ""perhaps_why"": ""It mostly is.""'
    path.write_text(told.replace('""role"": ""participant""', guess), encoding="utf-8")
    number = next(n for n, (_, each) in enumerate(draft.candidates, 1) if len(each.rows) > 1)
    assert main(["decide", draft.name, "--data", str(desk.curated)]) == 0
    told = capsys.readouterr().out
    assert " → one of " in told
    assert "perhaps, but not said: organiser. It mostly is." in told
    assert main(["decide", draft.name, "--accept", str(number), "--data", str(desk.curated)]) == 2
    said = capsys.readouterr().err
    assert f"card {number}: it may be " in said
    assert not desk.decisions.exists()


def test_cards_as_json(desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]) -> None:
    name = draw(is_accepted=False).name
    assert main(["decide", name, "--format", "json", "--data", str(desk.curated)]) == 0
    cards = json.loads(capsys.readouterr().out)
    assert (cards[0]["number"], cards[0]["state"], cards[0]["candidate"]["field"]) == (1, "certain", "date")
