"""The way of one document by commands alone: drafted, decided, checked, merged, built."""

import json
import re
from pathlib import Path

import pytest

from data.drafts.draft import list_drafts
from data.drafts.folders import SETTING, Desk
from etl import pipeline
from etl.commands.command_line import main
from tests.conftest import CURATED
from tests.etl.page_files import KINDS, write_page

EVENTS = len((CURATED / "events.csv").read_text(encoding="utf-8").splitlines()) - 1
Told = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def setting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, str(desk.folder))
    monkeypatch.setenv("CHEGARA_DOCUMENTS", str(desk.documents))


def call(desk: Desk, *words: str) -> None:
    assert main([*words, "--data", str(desk.curated)]) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_becomes_rows_by_commands_alone(kind: str, desk: Desk, tmp_path: Path, capsys: Told) -> None:
    page = write_page(tmp_path, kind)
    call(desk, "draft", str(page), "--published", "2024-05-08", "--publisher", "Press")
    [name] = list_drafts(desk.drafts)
    source = ("id=press-course", "originator=press", "about=Reports a course.")
    event = ("title=Course for officers", "themes=drugs")
    call(desk, "decide", name, "--accept-certain", "--source", *source, "--event", *event)
    capsys.readouterr()
    call(desk, "decide", name, "--format", "json")
    waiting = [str(card["number"]) for card in json.loads(capsys.readouterr().out) if not card["decision"]]
    call(desk, "decide", name, "--accept", ",".join(waiting))
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 of ")
    call(desk, "check-draft", name)
    call(desk, "merge-draft", name)
    event_row = (desk.curated / "events.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert re.search(r",press-course,Course for officers,training,.*,2024-05-0\d,,day,", event_row)
    assert "press-course,events" in (desk.curated / "claims.csv").read_text(encoding="utf-8")
    assert pipeline.check(desk.curated).counts["events"] == EVENTS + 1
