from pathlib import Path

import pytest

from etl import pipeline
from tests.etl.folder import Folder
from tests.reader import Opened, opening, run, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_without_warnings_the_page_says_so_under_any_filter(opened: Opened) -> None:
    assert "No warnings: every check" in said(opened("evidence"))
    assert "No warnings: every check" in said(opened("evidence", q="nothing holds this word"))


def test_warnings_are_shown_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path / "curated")
    folder.edit("events.csv", "Meeting of delta", "Meeting of d\u00adelta <img src=x> ![x](http://x.example)")
    pipeline.build(folder.path, tmp_path / "builds")
    app = run(opening(tmp_path / "builds", monkeypatch)("evidence"))
    assert "1 warning in 1 file of the record, whatever the filters." in said(app)
    shown = "Meeting of dU+00ADelta &lt;img src=x&gt; ![x](http://x.example)"
    assert f'<td>events.csv:6<div class="small">title</div></td><td>{shown}</td>' in said(app)
