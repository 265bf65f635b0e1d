"""An organisation, a theme and a kind of event may have one id: each is called by its own name."""

from pathlib import Path

import pytest

from etl import pipeline
from tests.etl.folder import Folder
from tests.reader import chips, opening


def test_filters_with_one_id_are_called_by_their_own_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path / "curated")
    for file in ("themes", "recommendation_themes", "event_themes", "statement_themes"):
        text = (folder.path / f"{file}.csv").read_text(encoding="utf-8")
        folder.write(f"{file}.csv", text.replace("drugs", "training"))
    pipeline.build(folder.path, tmp_path / "builds")
    app = opening(tmp_path / "builds", monkeypatch)("recommendations", theme="training", kind="training")
    assert chips(app)[:2] == ["Training ✕", "Drugs ✕"]
    named = {
        key: [label.partition(" (")[0] for label in app.multiselect(key).options]
        for key in ("f_kind", "f_theme")
    }
    assert "Training" in named["f_kind"]
    assert "Drugs" in named["f_theme"]
